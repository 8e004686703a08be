"""The bell wakes those who listen, from any thread, and nobody else."""

import asyncio
import threading

from app.runs.bell import Bell


def from_a_thread(bell: Bell, run_id: str) -> None:
    thread = threading.Thread(target=bell.ring, args=(run_id,))
    thread.start()
    thread.join()


def test_a_ring_wakes_everybody_who_listens_to_that_run() -> None:
    async def listen(bell: Bell) -> tuple[bool, bool, bool]:
        with bell.listening("one") as first, bell.listening("one") as second, bell.listening("two") as other:
            from_a_thread(bell, "one")
            await asyncio.gather(first.wait(), second.wait())
            return first.is_set(), second.is_set(), other.is_set()

    assert asyncio.run(listen(Bell())) == (True, True, False)


def test_it_counts_who_listens_and_how_often_it_rang() -> None:
    async def listen(bell: Bell) -> tuple[int, int]:
        with bell.listening("one"), bell.listening("one"), bell.listening("two"):
            bell.ring("one")
            return bell.listeners, bell.rings

    bell = Bell()
    assert asyncio.run(listen(bell)) == (3, 1)
    assert bell.listeners == 0


def test_ringing_for_everybody_reaches_every_run() -> None:
    async def listen(bell: Bell) -> None:
        with bell.listening("one") as first, bell.listening("two") as second:
            bell.ring_all()
            await asyncio.gather(first.wait(), second.wait())

    asyncio.run(listen(Bell()))


def test_nobody_is_woken_who_has_left() -> None:
    async def listen(bell: Bell) -> bool:
        with bell.listening("one") as event:
            pass
        bell.ring("one")
        await asyncio.sleep(0)
        return event.is_set()

    assert not asyncio.run(listen(Bell()))


def test_a_loop_that_was_closed_harms_nobody() -> None:
    bell = Bell()
    loop = asyncio.new_event_loop()

    async def begin() -> None:
        bell.listening("one").__enter__()

    loop.run_until_complete(begin())
    loop.close()
    bell.ring("one")
