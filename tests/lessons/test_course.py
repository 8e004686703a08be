"""The course is one visible list."""

from app.lessons.course import COURSE, Page


def test_no_two_pages_share_a_name() -> None:
    slugs = [page.slug for group in COURSE for page in group.pages]
    assert len(slugs) == len(set(slugs))


def test_a_lesson_that_is_not_written_yet_has_no_address() -> None:
    assert Page("no_such_lesson", "None", "Nothing.").href is None
    assert Page("course", "Course", "A module that is there.").href == "/lessons/course"
