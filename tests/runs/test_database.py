"""The database file: ours or refused, all of a transaction or nothing."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import PlaygroundError
from app.runs.database import VERSION, Database

INSERT = "INSERT INTO runs (id, status, body) VALUES (?, 'queued', '{}')"


def ids(database: Database) -> list[str]:
    with database.reading() as db:
        return [name for (name,) in db.execute("SELECT id FROM runs ORDER BY number")]


def refusal(path: Path) -> str:
    with pytest.raises(PlaygroundError) as refused:
        Database(path)
    assert refused.value.problem.code == "store_unusable"
    assert str(path) in refused.value.problem.what
    assert refused.value.problem.hint
    return refused.value.problem.got


def test_what_was_written_is_there_after_closing(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "runs.db")) as database, database.writing() as db:
        db.execute(INSERT, ("one",))
    with closing(Database(tmp_path / "runs.db")) as database:
        assert ids(database) == ["one"]


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "runs.db")) as database:
        with pytest.raises(PlaygroundError), database.writing() as db:
            db.executemany(INSERT, [("one",), ("one",)])
        assert ids(database) == []
        with database.writing() as db:
            db.execute(INSERT, ("two",))
        assert ids(database) == ["two"]


def test_readers_see_the_last_commit_while_somebody_writes(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "runs.db")) as database:
        with database.writing() as db:
            db.execute(INSERT, ("one",))
            assert ids(database) == []
        assert ids(database) == ["one"]


def test_many_threads_write_one_after_the_other(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "runs.db")) as database:

        def write(thread: int) -> None:
            for number in range(20):
                with database.writing() as db:
                    db.execute(INSERT, (f"{thread}-{number}",))
                assert f"{thread}-{number}" in ids(database)

        threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(ids(database)) == 160


def test_every_commit_reaches_the_disk(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "runs.db")) as database, database.writing() as db:
        full = 2
        assert db.execute("PRAGMA synchronous").fetchone() == (full,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_many_who_read_at_the_same_time_leave_no_more_open_than_one(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "runs.db")) as database:
        with database.reading() as first, database.reading() as second:
            assert first is not second
        with pytest.raises(sqlite3.ProgrammingError):
            first.execute("SELECT 1")
        with database.reading() as kept:
            assert kept is second


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    assert "another program" in refusal(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_playground_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    Database(path).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert "newer playground" in refusal(path)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    path.write_bytes(b"These are not the bytes you are looking for." * 100)
    assert "not a database" in refusal(path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "unable to open" in refusal(tmp_path / "nowhere" / "runs.db")


def test_damage_that_is_found_later_is_told(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "runs.db")) as database:
        with database.writing() as db:
            db.execute("DROP TABLE runs")
        with pytest.raises(PlaygroundError, match="cannot be stored"):
            ids(database)
