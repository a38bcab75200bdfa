import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

/** What a receiver was told, as it came over the wire. */
export type Heard = { path: string; headers: IncomingHttpHeaders; body: string };

/** How it answers; nothing else than a status unless said, and at once, or when `until` has come about. */
export type Answer = {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  afterMs?: number;
  until?: Promise<void>;
};

/** A program that is told things: a real HTTP server on this machine. */
export type Receiver = {
  url: string;
  heard: Heard[];
  /** How it answers from now on. */
  answer: Answer;
  stop: () => Promise<void>;
};

/** Starts a receiver; it answers 204 until it is told otherwise. */
export async function startReceiver(): Promise<Receiver> {
  const heard: Heard[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      heard.push({ path: request.url ?? "", headers: request.headers, body });
      const { status, headers, body: said, afterMs = 0, until = Promise.resolve() } = receiver.answer;
      void until.then(() => setTimeout(() => response.writeHead(status, headers).end(said), afterMs));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/told`,
    heard,
    answer: { status: 204 },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

export type Told = {
  type: string;
  timestamp: string;
  data: {
    workspace: string;
    seq?: number;
    subject?: string;
    id?: string | null;
    verb?: string;
    by?: string;
    version?: number | null;
    changed?: string[];
  };
};

/** What was said, once its signature is found to be of this secret; throws otherwise, as a receiver would. Its time is not judged: tests have their own. */
export function verifyHeard({ headers, body }: Heard, secret: string): Told {
  const one = (name: string) => String(headers[name] ?? "");
  const at = new Date(Number(one("webhook-timestamp")) * 1000);
  const signature = new Webhook(secret).sign(one("webhook-id"), at, body);
  if (!one("webhook-signature").split(" ").includes(signature))
    throw new Error("not signed with this secret");
  return JSON.parse(body) as Told;
}
