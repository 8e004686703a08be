"""The product works with the network cable out, and its files know no machine but the reader's."""

from tests.house.repo import files, lines_with

SERVED = ("templates/**/*.html", "static/**/*.js", "static/**/*.css", "static/**/*.svg")
TEXTS = ("*", "**/*.py", "**/*.md", "**/*.js", "**/*.json", "**/*.css", "**/*.html", ".ci/*")


def test_no_template_script_or_style_names_a_foreign_address() -> None:
    assert lines_with(r"https?://(?!www\.w3\.org/)|[\"'(]//\w", *SERVED) == []


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    assert lines_with(r"(?<![\w.])/(home|root|Users|tmp|work|opt)/\w", *TEXTS) == []


def test_no_file_names_a_package_index() -> None:
    assert lines_with(r"--(extra-)?index-ur[l]|--find-link[s]|pythonhosted[.]org|npmjs[.]org", *TEXTS) == []


def test_nothing_from_others_is_kept_in_the_repository() -> None:
    brought = {"vendor", "node_modules", "mnist"}
    assert [path for path in files("**") if brought & set(path.parts) or ".min." in path.name] == []
