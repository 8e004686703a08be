"""Blocks: a calculation over many images, cut into pieces that fit into memory, on several cores."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

MOST_THREADS = 4

T = TypeVar("T")


def in_blocks(work: Callable[[slice], T], images: int, size: int) -> list[T]:
    """What `work` makes of images[0:size], images[size:2 * size] and so on."""
    blocks = [slice(start, start + size) for start in range(0, images, size)]
    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as threads:
        return list(threads.map(work, blocks))
