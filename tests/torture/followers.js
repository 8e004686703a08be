/**
 * Browsers that follow one run by the page's own script, over lines that break in the middle of a message.
 * `node followers.js COUNT TIMES` prints the port at which its lines begin; reads `SERVER_PORT RUN`; prints "enough" when
 * every line was opened so many times, and at the end what each has heard.
 */
import net from "node:net";
import { createInterface } from "node:readline/promises";

import { RunStream } from "../../static/lib/run-stream.js";

const MOST_PIECES = 3;

/** @typedef {import("../../static/lib/run-events.js").RunEvent} RunEvent */

const input = createInterface({ input: process.stdin });
const lines = net.createServer();
lines.listen(0, "127.0.0.1", () => console.log(port(lines.address())));
input.once("line", (line) => void follow(...split(line)));

/** @param {number} server @param {string} run */
async function follow(server, run) {
  lines.on("connection", (client) => breaking(client, net.connect(server, "127.0.0.1")));
  const address = `ws://127.0.0.1:${port(lines.address())}/api/runs/${run}/stream`;
  const [count, times] = process.argv.slice(2).map(Number);
  let left = count ?? 0;
  const enough = () => (left -= 1) || console.log("enough");
  const followers = Array.from({ length: left }, () => follower(address, times ?? 0, enough));
  process.stdout.write(`${JSON.stringify(await Promise.all(followers))}\n`, () => process.exit());
}

/**
 * @param {string} address
 * @param {number} times
 * @param {() => void} enough is called when its line was opened so many times
 * @returns {Promise<{heard: RunEvent[], opened: number[]}>} once the run has ended
 */
function follower(address, times, enough) {
  const heard = /** @type {RunEvent[]} */ ([]);
  const opened = /** @type {number[]} */ ([]);
  return new Promise((ended) => {
    new RunStream(address, {
      since: () => heard.at(-1)?.seq ?? 0,
      heard: (event) => heard.push(event),
      line: (line) => {
        if (line === "open" && opened.push(Date.now() / 1000) === times) enough();
        if (line === "ended") ended({ heard, opened });
      },
    });
  });
}

/** Carries a few pieces of what the server says, and half of the next. @param {net.Socket} client @param {net.Socket} server */
function breaking(client, server) {
  let left = 2 + Math.floor(Math.random() * MOST_PIECES);
  client.pipe(server);
  server.on("data", (piece) => {
    left -= 1;
    if (left > 0) client.write(piece);
    if (left === 0) client.write(piece.subarray(0, piece.length / 2), () => client.resetAndDestroy());
  });
  for (const [one, other] of [[client, server], [server, client]]) {
    one?.on("error", () => {});
    one?.on("close", () => other?.destroy());
  }
}

/** @param {ReturnType<net.Server["address"]>} address @returns {number} */
function port(address) {
  return /** @type {net.AddressInfo} */ (address).port;
}

/** @param {string} line @returns {[number, string]} */
function split(line) {
  const [server, run] = line.split(" ");
  return [Number(server), run ?? ""];
}
