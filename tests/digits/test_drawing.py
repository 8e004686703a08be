"""A drawing on its way to MNIST's form; real digits are the witnesses."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray

from app.digits import mnist
from app.digits.drawing import STAGES, SWITCHES, Prepared, prepare

Pixels = NDArray[np.uint8]

DIGITS = mnist.load().test.images[:500]


def without(*names: str) -> set[str]:
    return set(SWITCHES) - set(names)


def image(prepared: Prepared, name: str) -> Pixels:
    return next(stage.image for stage in prepared.stages if stage.name == name)


def centre_of_mass(image: NDArray[np.float32]) -> tuple[float, float]:
    rows, columns = np.indices(image.shape)
    return float((rows * image).sum() / image.sum()), float((columns * image).sum() / image.sum())


@pytest.fixture
def stroke() -> Pixels:
    """A bar of 100 by 40 pixels in a corner of the canvas."""
    canvas = np.zeros((280, 280), np.uint8)
    canvas[10:110, 20:60] = 255
    return canvas


def test_a_real_digit_is_already_in_the_form_of_mnist() -> None:
    for digit in DIGITS:
        assert np.array_equal(prepare(digit).input, digit.astype(np.float32) / 255)


def test_a_real_digit_goes_through_untouched_when_only_scale_is_on() -> None:
    for digit in DIGITS[:50]:
        assert np.array_equal(prepare(digit, {"scale"}).input, digit.astype(np.float32) / 255)


def test_a_real_digit_ten_times_as_large_comes_out_as_it_was() -> None:
    for digit in DIGITS[:50]:
        large = np.kron(digit, np.ones((10, 10), np.uint8))
        assert np.array_equal(prepare(large).input, prepare(digit).input)


def test_where_a_digit_stands_on_the_canvas_does_not_matter() -> None:
    for digit in DIGITS[:50]:
        canvas = np.zeros((100, 60), np.uint8)
        canvas[70:98, 1:29] = digit
        assert np.array_equal(prepare(canvas).input, prepare(digit).input)


def test_every_stage_is_told_in_order(stroke: Pixels) -> None:
    prepared = prepare(stroke)
    assert tuple(stage.name for stage in prepared.stages) == STAGES
    shapes = [(280, 280), (100, 40), (20, 8), (28, 28), (28, 28), (784,)]
    assert [stage.image.shape for stage in prepared.stages] == shapes
    assert np.array_equal(prepared.stages[-1].image, prepared.input.ravel())


def test_centre_puts_the_centre_of_mass_on_pixel_14(stroke: Pixels) -> None:
    assert centre_of_mass(prepare(stroke).input) == pytest.approx((14, 14), abs=0.5)


def test_without_crop_the_whole_canvas_is_scaled(stroke: Pixels) -> None:
    prepared = prepare(stroke, without("crop"))
    assert image(prepared, "crop").shape == (280, 280)
    assert np.count_nonzero(image(prepared, "box")) < 40


def test_without_crop_a_small_digit_in_the_corner_is_still_centred(stroke: Pixels) -> None:
    assert centre_of_mass(prepare(stroke, without("crop", "box")).input) == pytest.approx((14, 14), abs=0.5)


def test_without_box_the_ink_fills_the_image(stroke: Pixels) -> None:
    assert image(prepare(stroke, without("box")), "box").shape == (28, 11)


def test_without_centre_the_picture_stands_in_the_middle(stroke: Pixels) -> None:
    rows, columns = np.nonzero(prepare(stroke, without("centre")).input)
    assert (rows.min(), rows.max()) == (4, 23)
    assert (columns.min(), columns.max()) == (10, 17)


def test_without_scale_the_values_stay_bytes(stroke: Pixels) -> None:
    prepared = prepare(stroke, without("scale"))
    assert prepared.input.dtype == np.float32
    assert prepared.input.max() == 255


def test_edges_are_antialiased() -> None:
    disc = np.hypot(*np.ogrid[-100:100, -100:100]) < 90
    greys = np.unique(prepare(disc.astype(np.uint8) * 255).input)
    assert len(greys) > 5


def test_ink_is_never_pushed_over_the_edge_to_centre_it() -> None:
    canvas = np.zeros((200, 200), np.uint8)
    canvas[0:20] = 255
    canvas[20:, 99:101] = 60
    prepared = prepare(canvas)
    assert image(prepared, "centre").sum() == image(prepared, "box").sum()


@given(
    arrays(np.uint8, array_shapes(min_dims=2, max_dims=2, min_side=8, max_side=64)),
    st.sets(st.sampled_from(SWITCHES)),
)
def test_every_drawing_has_an_answer_by_every_combination_of_stages(pixels: Pixels, stages: set[str]) -> None:
    prepared = prepare(pixels, stages)
    assert prepared.input.shape == (28, 28)
    assert prepared.input.dtype == np.float32
    assert 0 <= prepared.input.min() <= prepared.input.max() <= (1 if "scale" in stages else 255)


@pytest.mark.parametrize("stages", [SWITCHES, ()])
def test_a_blank_canvas_stays_blank(stages: tuple[str, ...]) -> None:
    prepared = prepare(np.zeros((280, 200), np.uint8), stages)
    assert not prepared.input.any()
    assert len(prepared.stages) == len(STAGES)


@pytest.mark.parametrize("shape", [(280, 1), (1, 280)])
def test_a_thin_line_keeps_at_least_one_pixel(shape: tuple[int, int]) -> None:
    assert prepare(np.full(shape, 255, np.uint8)).input.any()
