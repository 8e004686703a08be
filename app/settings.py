"""Settings: from the environment (PLAYGROUND_*), overruled by the command line, handed down by main."""

import secrets
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_data_path
from pydantic import ByteSize, Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

HTTP = 80
"""The port that browsers leave out."""


class Settings(BaseSettings):
    """Everything an operator can choose; each field is also the variable PLAYGROUND_<FIELD>."""

    model_config = SettingsConfigDict(env_prefix="PLAYGROUND_", frozen=True)

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
        pattern=r"^[\w-]{16,}$",
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

    @property
    def guarded(self) -> bool:
        """Whether a token is asked for: other machines can reach us, and nobody turned it off on purpose."""
        return not (self.open or is_loopback(self.host))

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """Every Host header that is answered."""
        names = {"127.0.0.1", "localhost", "[::1]", bracketed(self.host).lower()}
        return (
            self.hosts | {f"{name}:{self.port}" for name in names} | (names if self.port == HTTP else set())
        )

    @property
    def link(self) -> str:
        """The address to open in a browser."""
        name = "127.0.0.1" if self.host in ("0.0.0.0", "::") else bracketed(self.host)
        return f"http://{name}:{self.port}/" + (f"?token={self.token}" if self.guarded else "")


def is_loopback(host: str) -> bool:
    """Whether `host` can be reached from this machine only."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def bracketed(host: str) -> str:
    """An IPv6 address as it is written in a link."""
    return f"[{host}]" if ":" in host else host
