import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below those that Linux (32768) and macOS (49152) give to connections: until it is used, no connection takes it. */
const FIRST = 20_000;
const LAST = 32_000;

/** A port of this machine that nobody listens on just now. */
export async function freePort() {
  const [port] = await freePorts(1);
  return port;
}

/** So many of them, no two the same: each is held until all are found. */
export async function freePorts(count) {
  const held = await Promise.all(Array.from({ length: count }, hold));
  return Promise.all(held.map(letGo));
}

async function hold() {
  for (let tries = 0; tries < 100; tries += 1) {
    const server = await listen(randomInt(FIRST, LAST));
    if (server) return server;
  }
  throw new Error(`No port between ${FIRST} and ${LAST} is free on this machine.`);
}

/** A server on this port; null where somebody else listens. */
function listen(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function letGo(server) {
  const { port } = server.address();
  return new Promise((resolve) => server.close(() => resolve(port)));
}
