import { createServer } from "node:net";

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

function hold() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

function letGo(server) {
  const { port } = server.address();
  return new Promise((resolve) => server.close(() => resolve(port)));
}
