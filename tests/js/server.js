import { once } from "node:events";
import { createServer } from "node:http";

/**
 * A server that notes what it was asked and answers as it is told; while the test runs, `fetch` finds it.
 * @param {import("node:test").TestContext} t
 * @param {number} status
 * @param {unknown} answer sent as JSON, nothing if undefined
 */
export function serve(t, status, answer) {
  return serveText(t, status, answer === undefined ? "" : JSON.stringify(answer));
}

/**
 * The same with any text.
 * @param {import("node:test").TestContext} t
 * @param {number} status
 * @param {string} text
 */
export async function serveText(t, status, text) {
  /** @type {{method?: string, path?: string, type?: string, body: string}[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    asked.push({ method: request.method, path: request.url, type: request.headers["content-type"], body });
    response.writeHead(status).end(text);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const fetchAnywhere = fetch;
  t.mock.method(globalThis, "fetch", (/** @type {string} */ path, /** @type {RequestInit} */ options) =>
    fetchAnywhere(new URL(path, `http://127.0.0.1:${port}`), { ...options, keepalive: false }),
  );
  t.after(() => stop(server));
  return { asked, stop: () => stop(server) };
}

/** @param {import("node:http").Server} server */
function stop(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}
