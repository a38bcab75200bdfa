import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A line to a server on this machine on which everything takes its time, `delay()` milliseconds a piece. What was said arrives, whoever has died since. */
export async function startSlowLine(
  port: number,
  delay: () => number,
): Promise<{ port: number; stop: () => void }> {
  const open = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => undefined).on("close", () => open.delete(socket));
    }
    carry(near, far, delay);
    carry(far, near, delay);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as { port: number };
  return {
    port: address.port,
    stop: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function carry(from: Socket, to: Socket, delay: () => number): void {
  let line: Promise<unknown> = Promise.resolve();
  const later = (what: () => void) => {
    line = line.then(() => pause(delay())).then(what);
  };
  from.on("data", (piece) => later(() => to.write(piece)));
  from.on("end", () => later(() => to.end()));
  from.on("error", () => later(() => to.end()));
}
