import assert from "node:assert/strict";
import test from "node:test";

import { RunStream } from "../../static/lib/run-stream.js";

/** The browser's side of a socket, with the server's side in the hands of the test. */
class Socket {
  /** @type {(() => void) | null} */ onopen = null;
  /** @type {((message: {data: string}) => void) | null} */ onmessage = null;
  /** @type {((event: {code: number}) => void) | null} */ onclose = null;
  closed = false;

  /** @param {string} address */
  constructor(address) {
    this.address = address;
  }

  close() {
    this.closed = true;
  }

  /** @param {number} seq @param {string} [type] */
  send(seq, type = "run_started") {
    this.onmessage?.({ data: JSON.stringify({ seq, type }) });
  }
}

/** A stream whose listener counts events, and the sockets that it opened. */
function listen() {
  /** @type {Socket[]} */ const sockets = [];
  /** @type {number[]} */ const heard = [];
  /** @type {string[]} */ const lines = [];
  const listener = {
    since: () => heard.at(-1) ?? 0,
    heard: (/** @type {{seq: number}} */ { seq }) => void heard.push(seq),
    line: (/** @type {string} */ line) => void lines.push(line),
  };
  const stream = new RunStream("ws://here/stream", listener, (address) => {
    const socket = new Socket(address);
    sockets.push(socket);
    return /** @type {WebSocket} */ (/** @type {unknown} */ (socket));
  });
  return { stream, sockets, heard, lines, socket: (/** @type {number} */ i) => /** @type {Socket} */ (sockets[i]) };
}

test("a lost line is opened again, after the last event that came", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { socket, sockets, lines } = listen();
  assert.equal(socket(0).address, "ws://here/stream?since=0");
  socket(0).onopen?.();
  socket(0).send(1);
  socket(0).send(2);
  socket(0).onclose?.({ code: 1006 });
  t.mock.timers.tick(10_000);
  assert.equal(sockets.length, 2);
  assert.equal(socket(1).address, "ws://here/stream?since=2");
  assert.deepEqual(lines, ["open", "lost"]);
});

test("who is told that the server stops waits for it, and says so until it is back", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { socket, sockets, lines } = listen();
  socket(0).onclose?.({ code: 1012 });
  for (const refused of [1, 2]) {
    t.mock.timers.tick(4000);
    socket(refused).onclose?.({ code: 1006 });
  }
  t.mock.timers.tick(4000);
  socket(3).onopen?.();
  socket(3).onclose?.({ code: 1006 });
  assert.equal(sockets.length, 4);
  assert.deepEqual(lines, ["stopped", "stopped", "stopped", "open", "lost"]);
});

test("the pauses grow while nobody answers, and are short again after an event", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { socket, sockets } = listen();
  socket(0).onclose?.({ code: 1006 });
  t.mock.timers.tick(250);
  socket(1).onclose?.({ code: 1006 });
  t.mock.timers.tick(250);
  assert.equal(sockets.length, 2);
  t.mock.timers.tick(250);
  assert.equal(sockets.length, 3);
  socket(2).send(1);
  socket(2).onclose?.({ code: 1006 });
  t.mock.timers.tick(250);
  assert.equal(sockets.length, 4);
});

for (const type of ["run_finished", "run_cancelled", "run_failed"]) {
  test(`after ${type} nothing is asked any more`, (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const { socket, sockets, lines } = listen();
    socket(0).send(1, type);
    socket(0).onclose?.({ code: 1006 });
    t.mock.timers.tick(10_000);
    assert.equal(sockets.length, 1);
    assert.equal(socket(0).closed, true);
    assert.deepEqual(lines, ["ended"]);
  });
}

test("a run that does not exist is not asked for again", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { socket, sockets, lines } = listen();
  socket(0).onclose?.({ code: 4404 });
  t.mock.timers.tick(10_000);
  assert.equal(sockets.length, 1);
  assert.deepEqual(lines, ["unknown"]);
});

test("who has closed the stream hears no more", () => {
  const { stream, socket, heard } = listen();
  socket(0).send(1);
  stream.close();
  socket(0).send(2);
  socket(0).onclose?.({ code: 1006 });
  assert.deepEqual(heard, [1]);
});
