"""Settings: from the environment (PLAYGROUND_*), overruled by the command line, handed down by main."""

import logging
import os
import re
import secrets
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_data_path
from pydantic import ByteSize, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from app.errors import InvalidError, Problem
from app.web.misfit import misfit

log = logging.getLogger(__name__)

HTTP = 80
"""The port that browsers leave out."""
PREFIX = "PLAYGROUND_"
NAME = re.compile(r"(\[[\da-f:.]+\]|[^\s:/?#@\[\]]+)(:\d+)?")
"""A name or an address, with or without a port."""


class Settings(BaseSettings):
    """Everything an operator can choose; each field is also the variable PLAYGROUND_<FIELD>."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8000, ge=0, le=65535, description="port to listen on; 0 takes any that is free")
    data_dir: Path = Field(
        default_factory=lambda: user_data_path("tensor-playground"),
        description="folder for runs, checkpoints and snapshots",
    )
    hosts: Annotated[frozenset[str], NoDecode] = Field(
        frozenset(), description="further names under which to answer: name:port, name:port"
    )
    open: bool = Field(False, description="ask no token even beyond loopback")
    token: str = Field(
        default_factory=lambda: secrets.token_urlsafe(24),
        description="what the link must carry when listening beyond loopback",
    )
    parallel_runs: int = Field(1, ge=1, le=16, description="runs that train at the same time")
    keep_bytes: ByteSize = Field(
        ByteSize(10_000_000_000),
        ge=0,
        description="size of all runs above which those that ended first are deleted",
    )
    keep_days: float | None = Field(None, ge=0, description="age at which an ended run is deleted")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="what is worth a line on stderr"
    )
    queue_limit: int = Field(300, ge=1, le=10_000, description="runs that may wait; one more gets 429")

    @field_validator("hosts", mode="before")
    @classmethod
    def _listed(cls, hosts: object) -> object:
        return hosts.replace(",", " ").lower().split() if isinstance(hosts, str) else hosts

    @field_validator("hosts")
    @classmethod
    def _names_only(cls, hosts: frozenset[str]) -> frozenset[str]:
        if not all(NAME.fullmatch(host) for host in hosts):
            raise ValueError("names such as 192.168.1.7:8000, without http:// and without a path")
        return hosts

    @field_validator("token")
    @classmethod
    def _fit_for_a_link(cls, token: str) -> str:
        if not re.fullmatch(r"[\w-]{16,}", token):
            raise ValueError("16 or more letters, digits, - or _")
        return token

    @property
    def guarded(self) -> bool:
        """Whether a token is asked for: other machines can reach us, and nobody turned it off on purpose."""
        return not (self.open or is_loopback(self.host))

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """Every Host header that is answered."""
        names = {"127.0.0.1", "localhost", "[::1]", bracketed(self.host).lower()}
        with_port = {self._with_port(name) for name in names | self.hosts}
        return self.hosts | with_port | (names if self.port == HTTP else set())

    @property
    def links(self) -> list[str]:
        """The addresses to open in a browser: that of this machine, then those of its further names."""
        here = "127.0.0.1" if self.host in ("0.0.0.0", "::") else bracketed(self.host)
        path = f"/?token={self.token}" if self.guarded else "/"
        return [f"http://{self._with_port(name)}{path}" for name in (here, *sorted(self.hosts))]

    def _with_port(self, name: str) -> str:
        return name if re.search(r":\d+$", name) else f"{name}:{self.port}"


def chosen(**options: Any) -> Settings:
    """The settings: what was said on the command line, else the environment, else the defaults.

    Errors: the first that does not fit, under the name by which it was set.
    """
    try:
        return Settings(**options)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise InvalidError(**dict(unfit(name, misfit(first, options), name in options))) from error


def unfit(name: str, found: Problem, optional: bool) -> Problem:
    """A misfit of a setting: how it is called where it was set, and what it is."""
    called = f"--{name.replace('_', '-')}" if optional else PREFIX + name.upper()
    meaning = Settings.model_fields[name].description
    return found.model_copy(update={"what": f"{called} does not fit.", "hint": f"It means: {meaning}."})


def warn_of_unknown_variables() -> None:
    """Tell the operator of every variable that looks like a setting and is none: a name may be mistyped."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in known:
            log.warning("unknown_setting", extra={"variable": name})


def is_loopback(host: str) -> bool:
    """Whether `host` can be reached from this machine only."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def bracketed(host: str) -> str:
    """An IPv6 address as it is written in a link."""
    return f"[{host}]" if ":" in host else host
