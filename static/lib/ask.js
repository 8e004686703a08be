import { readJson } from "./wire.js";

/** @typedef {import("./run-events.js").Problem} Problem */

/** The server said no, and why. */
export class Refused extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.what);
    this.problem = problem;
  }
}

/** @type {Problem} */
const UNREACHABLE = {
  code: "unreachable",
  what: "The playground’s server does not answer.",
  expected: "",
  got: "",
  hint: "See whether it still runs, and start it again if not. Nothing that was trained is lost.",
};

/**
 * One question to the API.
 * @template T
 * @param {"GET" | "POST" | "DELETE"} method
 * @param {string} path
 * @param {unknown} [body] sent as JSON; a string is JSON already
 * @returns {Promise<T>} the answer, read from its JSON
 * @throws {Refused}
 */
export async function ask(method, path, body) {
  const response = await send(method, path, body);
  const answer = await read(response);
  if (!response.ok) throw new Refused(answer?.error ?? UNREACHABLE);
  return answer;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 */
async function send(method, path, body) {
  try {
    if (body === undefined) return await fetch(path, { method });
    return await fetch(path, {
      method,
      headers: { "Content-Type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  } catch {
    throw new Refused(UNREACHABLE);
  }
}

/**
 * What is no JSON does not come from the server but from something before it, such as a proxy.
 * @param {Response} response
 */
async function read(response) {
  try {
    const text = await response.text();
    return text ? readJson(text) : undefined;
  } catch {
    throw new Refused(UNREACHABLE);
  }
}
