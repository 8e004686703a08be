"""The OpenAPI schema of the playground."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI


class Documented(FastAPI):
    """An app whose schema says also what pydantic keeps to itself."""

    def openapi(self) -> dict[str, Any]:
        """The schema; made once."""
        if self.openapi_schema is None:
            tell_apart(super().openapi())
        return super().openapi()


def tell_apart(schema: dict[str, Any]) -> None:
    """Require the field that tells alternatives apart: a default is for Python, which names the class."""
    models = schema["components"]["schemas"]
    for discriminator in discriminators(schema):
        for reference in discriminator["mapping"].values():
            model = models[reference.rpartition("/")[2]]
            model["required"] = sorted({discriminator["propertyName"], *model.get("required", ())})


def discriminators(part: Any) -> Iterator[dict[str, Any]]:
    """Every discriminator in a part of a schema."""
    if isinstance(part, dict) and "mapping" in part.get("discriminator", ()):
        yield part["discriminator"]
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for each in inner:
        yield from discriminators(each)
