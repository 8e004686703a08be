/**
 * The events of one run, live. A lost line is opened again, asking for what came since the last event, so that nothing
 * is missed; what comes twice has a `seq` that was seen and is dropped by whoever counts.
 * @typedef {import("./run-events.js").RunEvent} RunEvent
 * @typedef {"open" | "lost" | "stopped" | "ended" | "unknown"} Line
 * @typedef {object} Listener
 * @property {() => number} since seq of the last event that was counted
 * @property {(event: RunEvent) => void} heard
 * @property {(line: Line) => void} line
 */

import { isLast } from "./run-events.js";

const NO_MORE = 1000;
const SERVER_STOPS = 1012;
const UNKNOWN_RUN = 4404;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 2000;

export class RunStream {
  #address;
  #listener;
  #connect;
  /** @type {WebSocket | null} */ #socket = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #again;
  #pause = FIRST_PAUSE;
  /** @type {Line} */ #trouble = "lost";
  #ended = false;

  /**
   * @param {string} address without its query
   * @param {Listener} listener
   * @param {(address: string) => WebSocket} [connect]
   */
  constructor(address, listener, connect = (to) => new WebSocket(to)) {
    this.#address = address;
    this.#listener = listener;
    this.#connect = connect;
    this.#open();
  }

  close() {
    this.#ended = true;
    clearTimeout(this.#again);
    this.#socket?.close();
  }

  #open() {
    const socket = this.#connect(`${this.#address}?since=${this.#listener.since()}`);
    this.#socket = socket;
    socket.onopen = () => this.#opened();
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(data));
    socket.onclose = ({ code }) => this.#closed(code);
  }

  #opened() {
    this.#trouble = "lost";
    this.#listener.line("open");
  }

  /** @param {RunEvent} event */
  #hear(event) {
    if (this.#ended) return;
    this.#pause = FIRST_PAUSE;
    this.#listener.heard(event);
    if (isLast(event)) this.#end("ended");
  }

  /** @param {number} code */
  #closed(code) {
    if (this.#ended) return;
    if (code === NO_MORE) return this.#end("ended");
    if (code === UNKNOWN_RUN) return this.#end("unknown");
    if (code === SERVER_STOPS) this.#trouble = "stopped";
    this.#listener.line(this.#trouble);
    this.#again = setTimeout(() => this.#open(), this.#pause);
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
  }

  /** @param {Line} line */
  #end(line) {
    this.close();
    this.#listener.line(line);
  }
}
