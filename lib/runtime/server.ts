import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import next from "next";
import { databaseUrl, env } from "@/lib/env";
import { startJobs } from "@/lib/jobs/run-jobs";
import { startLive } from "@/lib/live/start-live";
import { makeBuiltFiles } from "./built-files";
import { describeError, log } from "./log";
import { makeReadiness, type Readiness } from "./readiness";
import { refuseSecret } from "./refuse-secret";
import { limitBody, settleForwardedHeaders } from "./request-guards";
import { makeGuard } from "./security-headers";
import { stopWhenTold } from "./stop-when-told";
import { mayBeAsked, tellTaken } from "./taken-methods";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Guard = (request: IncomingMessage, response: ServerResponse) => boolean;
type Doors = { guard: Guard; live: Handle; next: Handle; ready: () => Promise<Readiness> };

const DRAIN_MS = 8_000;

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
  });
  response.end(`${JSON.stringify(body)}\n`);
}

async function answer(request: IncomingMessage, response: ServerResponse, doors: Doors): Promise<void> {
  const pathname = (request.url ?? "/").split("?", 1)[0] ?? "/";
  // Before the guard: it answers no page and changes nothing, and ten thousand copies of a page's headers are 28 MB.
  if (pathname.startsWith("/api/live/")) return doors.live(request, response);
  if (!doors.guard(request, response)) return;
  if (pathname === "/api/health") return answerJson(response, 200, { status: "alive" });
  if (pathname === "/api/ready") {
    const readiness = await doors.ready();
    return answerJson(response, readiness.ready ? 200 : 503, readiness);
  }
  settleForwardedHeaders(request, env.TRUST_PROXY);
  if (!mayBeAsked(request, response) || !limitBody(request, response)) return;
  tellTaken(request, response);
  await doors.next(request, response);
}

function makeServer(doors: Doors): Server {
  const server = createServer(
    { requestTimeout: 120_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 },
    (request, response) => {
      answer(request, response, doors).catch((error) => {
        log.error("a request failed", { method: request.method, ...describeError(error) });
        if (!response.headersSent) answerJson(response, 500, { error: "Something went wrong on our side." });
        else response.destroy();
      });
    },
  );
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    else socket.destroy();
  });
  return server;
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port: env.PORT, host: env.HOST, backlog: 1024 }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Lets answers in progress finish, for a while; idle connections are closed at once. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Runs the one server process until it is told to stop. */
async function serve(): Promise<void> {
  const refusal = refuseSecret(env);
  if (refusal) throw new Error(refusal);
  const root = process.cwd();
  const live = startLive(databaseUrl("app"));
  const readiness = makeReadiness(databaseUrl("app"), path.join(root, "prisma", "migrations"));
  const dev = process.argv.includes("--dev");
  const app = next({ dev, dir: root, hostname: env.HOST, port: env.PORT, quiet: true });
  let handleNext: Handle | null = null;
  const server = makeServer({
    guard: makeGuard({ ...env, dev }),
    live: live.handle,
    next: async (request, response) => handleNext?.(request, response),
    ready: readiness.check,
  });
  const stopping = new AbortController();
  let jobs: Promise<void> | null = null;
  stopWhenTold(async (why) => {
    log.debug("stopping", { why });
    stopping.abort();
    const drained = drain(server);
    await live.stop();
    await Promise.all([drained, jobs]);
    await Promise.all([app.close(), readiness.stop()]);
  });
  await app.prepare();
  const handlePages = app.getRequestHandler();
  handleNext = dev ? handlePages : makeBuiltFiles(root, handlePages);
  await listen(server);
  jobs = startJobs({ signal: stopping.signal });
  log.debug("serving", { port: env.PORT, host: env.HOST });
  process.send?.({ kind: "listening" });
}

serve().catch((error) => {
  log.error("the server cannot start", describeError(error));
  process.exit(1);
});
