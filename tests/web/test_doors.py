"""Only those come in who may."""

import pytest
from fastapi import FastAPI, WebSocket
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from app.web.doors import Doors

HOST = "127.0.0.1:8000"
TOKEN = "a-token-of-the-test"
COOKIE = "playground_token_8000"


def small_app(token: str | None) -> TestClient:
    """The smallest app behind doors: it counts who came in."""
    app = FastAPI()
    app.state.came_in = 0

    def count() -> dict[str, int]:
        app.state.came_in += 1
        return {"count": app.state.came_in}

    async def socket(socket: WebSocket) -> None:
        count()
        await socket.accept()
        await socket.close()

    for path in ("/", "/api/health"):
        app.add_api_route(path, count, methods=["GET", "POST"])
    app.add_api_websocket_route("/ws", socket)
    app.add_middleware(Doors, hosts={HOST}, token=token, cookie=COOKIE)
    return TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)


@pytest.fixture
def open_door() -> TestClient:
    """A loopback playground: no token."""
    return small_app(None)


@pytest.fixture
def guarded() -> TestClient:
    """A playground beyond loopback: a token is asked for."""
    return small_app(TOKEN)


def came_in(client: TestClient) -> int:
    """How many requests reached the app."""
    count: int = client.app.state.came_in  # type: ignore[attr-defined]
    return count


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:80", f"{HOST}.", f"{HOST}.evil.example", ""]
)
def test_a_foreign_host_is_refused(open_door: TestClient, host: str) -> None:
    answer = open_door.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert answer.json()["error"]["code"] == "unknown_host"
    assert came_in(open_door) == 0


@pytest.mark.parametrize(
    "origin", ["null", "http://evil.example", f"https://{HOST}", f"http://{HOST}.evil.example"]
)
def test_a_foreign_origin_changes_nothing(open_door: TestClient, origin: str) -> None:
    assert open_door.post("/", headers={"Origin": origin}).status_code == 403
    with pytest.raises(WebSocketDisconnect), open_door.websocket_connect("/ws", headers={"Origin": origin}):
        pass
    assert came_in(open_door) == 0


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("wanted", ["image", "script", "style", "iframe", "empty"])
def test_a_foreign_page_cannot_even_make_the_browser_read(
    open_door: TestClient, site: str, wanted: str
) -> None:
    mode = "navigate" if wanted == "iframe" else "no-cors"
    told = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": wanted}
    assert open_door.get("/", headers=told).status_code == 403
    assert came_in(open_door) == 0


def test_a_foreign_page_may_link_to_ours(open_door: TestClient) -> None:
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert open_door.get("/", headers=link).status_code == 200
    assert open_door.post("/", headers=link).status_code == 403
    assert came_in(open_door) == 1


def test_our_own_page_and_a_program_come_in(open_door: TestClient) -> None:
    own = {"Origin": f"http://{HOST}"}
    assert open_door.post("/", headers=own).status_code == 200
    assert open_door.post("/").status_code == 200
    with open_door.websocket_connect(f"ws://{HOST}/ws", headers=own):
        pass
    assert came_in(open_door) == 3


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])
def test_a_body_that_is_not_declared_as_json_is_refused(open_door: TestClient, kind: str) -> None:
    assert open_door.post("/", content=b"{}", headers={"Content-Type": kind}).status_code == 415
    assert came_in(open_door) == 0


def test_every_answer_carries_the_security_headers(open_door: TestClient) -> None:
    for answer in (open_door.get("/"), open_door.get("/", headers={"Host": "evil.example"})):
        assert answer.headers["content-security-policy"].startswith("default-src 'self'")
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_without_the_token_only_health_answers(guarded: TestClient) -> None:
    assert guarded.get("/").status_code == 401
    assert guarded.get("/", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert guarded.get("/", params={"token": "wrong"}).json()["error"]["code"] == "token_wrong"
    with pytest.raises(WebSocketDisconnect), guarded.websocket_connect(f"ws://{HOST}/ws"):
        pass
    assert came_in(guarded) == 0
    assert guarded.get("/api/health").status_code == 200


def test_the_link_swaps_its_token_for_a_cookie_and_keeps_the_rest(guarded: TestClient) -> None:
    answer = guarded.get("/", params={"epochs": "3", "token": TOKEN, "run": "a"})
    assert answer.status_code == 200
    assert answer.headers["refresh"] == "0; url=/?epochs=3&run=a"
    assert answer.headers["cache-control"] == "no-store"
    assert {"httponly", "samesite=strict"} <= set(answer.headers["set-cookie"].lower().split("; "))
    assert guarded.get("/").status_code == 200


def test_a_link_with_two_slashes_leads_nowhere_else(guarded: TestClient) -> None:
    answer = guarded.get(f"http://{HOST}//evil.example/", params={"token": TOKEN})
    assert answer.headers["refresh"] == "0; url=/evil.example/"


@pytest.mark.parametrize("path", ["/%E2%82%AC", "/%0D%0AX:%20y", "/%5Cevil.example", "/%3Fa%23b"])
def test_whatever_a_link_with_the_token_opens_is_one_line_of_ascii(guarded: TestClient, path: str) -> None:
    answer = guarded.get(f"http://{HOST}{path}?token={TOKEN}&a=%ff&b=%E2%82%AC")
    assert answer.headers["refresh"].partition("?")[0] == f"0; url={path}".replace(":%20", "%3A%20")
    assert answer.headers["refresh"].endswith("&b=%E2%82%AC")


@pytest.mark.parametrize("other", ['prefs={"a": 1}', "foo", "[x]=1", "playground_token_9000=another"])
def test_cookies_of_other_programs_lock_nobody_out(guarded: TestClient, other: str) -> None:
    assert guarded.get("/", headers={"Cookie": f"{other}; {COOKIE}={TOKEN}"}).status_code == 200


def test_a_program_may_send_the_token_in_a_header(guarded: TestClient) -> None:
    assert guarded.get("/", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
