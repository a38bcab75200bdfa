import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/** What somebody who stands before a server does with a request; false lets it through to the server itself. */
export type Meddle = (asked: IncomingMessage & { text: string }, answer: ServerResponse) => boolean;

export type DoorBefore = { url: string; asked: string[]; meddle: Meddle; stop(): Promise<void> };

/** A server of our own before a real one: it can be slow, send people elsewhere, forget tokens. `asked` is what came, in order. */
export async function startDoorBefore(target: string): Promise<DoorBefore> {
  const door: DoorBefore = { url: "", asked: [], meddle: () => false, stop: async () => undefined };
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = [];
    asked.on("data", (chunk) => chunks.push(chunk));
    asked.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      door.asked.push(
        `${asked.method} ${asked.url} ${asked.headers.authorization ? "with" : "without"} a password`,
      );
      if (door.meddle(Object.assign(asked, { text }), answer)) return;
      const onward = request(
        `${target}${asked.url}`,
        { method: asked.method, headers: asked.headers },
        (back) => {
          answer.writeHead(back.statusCode ?? 500, back.headers);
          back.pipe(answer);
        },
      );
      onward.on("error", () => answer.destroy());
      onward.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  door.url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  door.stop = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return door;
}
