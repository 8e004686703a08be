"""A hint comes with settings that can be trained as they are."""

from app.network.spec import SGD, Spec
from app.runs.hint import changed, other_rate, percent


def test_other_settings_are_a_whole_spec_without_the_old_name() -> None:
    fix = changed(Spec(name="mine", seed=3), "Fewer epochs", epochs=2)
    assert (fix.title, fix.spec) == ("Fewer epochs", Spec(seed=3, epochs=2))


def test_another_rate_leaves_the_rest_of_the_optimizer() -> None:
    fix = other_rate(Spec(optimizer=SGD(learning_rate=9, momentum=0.5)), 0.01)
    assert fix.title == "Set the learning rate to 0.01"
    assert fix.spec == Spec(optimizer=SGD(momentum=0.5))


def test_a_share_is_written_as_on_the_pages() -> None:
    assert (percent(0.976), percent(0.18, 0)) == ("97.6\u202f%", "18\u202f%")
