import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A server of our own that has one calendar as a file; `asked` is what came: whether it was asked for only if changed. */
export type FileHouse = {
  url: string;
  text: string;
  asked: { path: string; ifNoneMatch: string | undefined; ifModifiedSince: string | undefined }[];
  /** What it does instead of giving the file; true when it has answered. */
  meddle: (asked: IncomingMessage, answer: ServerResponse) => boolean;
  stop(): Promise<void>;
};

export async function startFileHouse(text: string): Promise<FileHouse> {
  const house: FileHouse = { url: "", text, asked: [], meddle: () => false, stop: async () => undefined };
  const server = createServer((asked, answer) => {
    const { "if-none-match": ifNoneMatch, "if-modified-since": ifModifiedSince } = asked.headers;
    house.asked.push({ path: asked.url ?? "", ifNoneMatch, ifModifiedSince });
    if (house.meddle(asked, answer)) return;
    const etag = `"${createHash("sha256").update(house.text).digest("hex").slice(0, 16)}"`;
    if (ifNoneMatch === etag) answer.writeHead(304, { etag }).end();
    else answer.writeHead(200, { "content-type": "text/calendar", etag }).end(house.text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  house.url = `http://127.0.0.1:${(server.address() as { port: number }).port}/mira.ics`;
  house.stop = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return house;
}
