"""Settings: from the environment (PLAYGROUND_*), overruled by the command line, handed down and never imported below main."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything an operator can choose; each field is also the variable PLAYGROUND_<FIELD>."""

    model_config = SettingsConfigDict(env_prefix="PLAYGROUND_", frozen=True)

    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8000, ge=0, le=65535, description="port to listen on")
    data_dir: Path = Field(
        default_factory=lambda: user_data_path("tensor-playground"),
        description="folder for runs, checkpoints and snapshots",
    )
    parallel_runs: int = Field(1, ge=1, le=16, description="runs that train at the same time")
    queue_limit: int = Field(300, ge=1, le=10_000, description="runs that may wait; one more gets 429")
