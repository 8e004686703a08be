"""What every answer tells the browser: to load nothing from elsewhere, and to hand nothing to other pages."""

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

# A page paints the PNG that it saves from the text of an SVG, which can only be read from an address of data.
CONTENT_POLICY = (
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def secured(send: Send) -> Send:
    """A `send` that adds the security headers to every response; one that has its own keeps it."""

    async def send_secured(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SECURITY_HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return send_secured
