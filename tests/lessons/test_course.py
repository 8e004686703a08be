"""The course is one visible list."""

from app.lessons.course import COURSE, LESSONS, lesson


def test_no_two_pages_share_a_name() -> None:
    slugs = [page.slug for group in COURSE for page in group.pages]
    assert len(slugs) == len(set(slugs))


def test_every_lesson_has_its_module_and_its_address() -> None:
    for page in LESSONS:
        module = lesson(page.slug)
        assert (page.href, page.title) == (f"/lessons/{page.slug}", module.TITLE)
