"""Every image is in one block, and the blocks come back in order."""

import pytest

from app.network.blocks import in_blocks


@pytest.mark.parametrize(("images", "lengths"), [(0, []), (3, [3]), (8, [4, 4]), (9, [4, 4, 1])])
def test_the_blocks_hold_every_image_once_and_in_order(images: int, lengths: list[int]) -> None:
    pieces = in_blocks(list(range(images)).__getitem__, images, 4)
    assert [len(piece) for piece in pieces] == lengths
    assert [number for piece in pieces for number in piece] == list(range(images))


def test_what_fails_in_a_block_fails_as_a_whole() -> None:
    with pytest.raises(ZeroDivisionError):
        in_blocks(lambda block: 1 // block.start, 10, 5)
