import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { readAllowed } from "@/lib/adapters/net/allowed-addresses";
import { makeCertificate } from "./make-certificate";

/** A message as it was handed over, dots undone. */
export type Taken = { from: string; to: string[]; raw: string };

const certificate = makeCertificate(Date.now());
const started: { close: (done: () => void) => void }[] = [];

/** The settings of an account at this port of this machine. */
export function accountAt(port: number, security: "tls" | "starttls" = "starttls") {
  const { ca } = certificate;
  return { host: "localhost", port, security, username: "mira", password: "blue-heron-42", ca };
}

/** Limits for a test: this machine may be reached, and nothing is waited for long. */
export const here = {
  allowed: readAllowed("localhost, 127.0.0.1"),
  connectMs: 5_000,
  socketMs: 2_000,
  answerMs: 2_000,
};

/**
 * A mail server that does what a test says, with a line to it that can be cut. `taken` are the messages it was handed to the end,
 * `begun` counts those it let begin.
 */
export async function startMoodyServer(moods: SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  const seen = { begun: 0, receivers: [] as string[] };
  const server = new SMTPServer({
    ...certificate,
    authMethods: ["PLAIN", "LOGIN"],
    onAuth: ({ username, password }, _, done) =>
      password === "blue-heron-42" ? done(null, { user: username }) : done(coded(535, "Wrong password")),
    onData(stream, session, done) {
      seen.begun += 1;
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        const from = mailFrom ? mailFrom.address : "";
        taken.push({ from, to, raw: Buffer.concat(chunks).toString("utf8") });
        done(null, "Queued as 7");
      });
    },
    ...moods,
    onRcptTo(address, session, done) {
      seen.receivers.push(address.address);
      if (moods.onRcptTo) moods.onRcptTo(address, session, done);
      else done();
    },
  });
  server.on("error", () => undefined);
  const inner = await listen(server.listen(0, "127.0.0.1"));
  started.push({ close: (done) => server.close(done) });
  const line = cuttable(inner);
  const port = await listen(line.server.listen(0, "127.0.0.1"));
  return { account: accountAt(port, moods.secure ? "tls" : "starttls"), taken, seen, cut: line.cut };
}

/** A server that says, byte for byte, what a test writes: for those that no library would play. */
export async function startRawServer(talk: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    talk(socket);
  });
  started.push({ close: (done) => server.close(done) });
  return listen(server.listen(0, "127.0.0.1"));
}

/** A server over TLS that takes everything, and in the middle of the message says this and hangs up, but reads on. */
export async function startImpatientServer(words: string): Promise<number> {
  const server = createTlsServer(certificate, (socket) => {
    sockets.add(socket);
    let inBody = false;
    socket.on("error", () => undefined).write("220 hello\r\n");
    socket.on("data", (chunk: Buffer) => {
      if (inBody && socket.writable) return socket.end(words);
      const command = chunk.toString("latin1", 0, 4);
      inBody ||= command === "DATA";
      if (command === "EHLO") socket.write("250-hello\r\n250 AUTH PLAIN\r\n");
      else if (socket.writable)
        socket.write({ AUTH: "235 in\r\n", DATA: "354 go\r\n" }[command.trim()] ?? "250 ok\r\n");
    });
  });
  started.push({ close: (done) => server.close(done) });
  return listen(server.listen(0, "127.0.0.1"));
}

/** Ends all that were started. */
export async function stopServers(): Promise<void> {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  for (const one of started.splice(0)) await new Promise<void>((resolve) => one.close(resolve));
}

/** An answer with this code. */
export function coded(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

const sockets = new Set<Socket>();

function cuttable(port: number) {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const socket of [near, far]) {
      open.add(socket);
      sockets.add(socket);
      socket.on("error", () => undefined).on("close", () => [near, far].map((one) => one.destroy()));
    }
    near.pipe(far).pipe(near);
  });
  started.push({ close: (done) => server.close(done) });
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return { server, cut };
}

async function listen(server: Server): Promise<number> {
  if (!server.listening) await new Promise((resolve) => server.once("listening", resolve));
  return (server.address() as AddressInfo).port;
}
