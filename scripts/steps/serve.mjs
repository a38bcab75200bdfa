// The one server process, as a child whose life is tied to ours.

import { fork } from "node:child_process";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** What the server process must not be given: with the owner's address it could change the rules it is held by. */
const OWNER_ONLY = ["DATABASE_URL", "DATABASE_OWNER_URL"];

/**
 * Where there is much memory V8 lets what is used up lie for long: of the 450 MB of ten thousand open windows a fifth was that. More
 * often than this, cleaning up takes longer than drawing pages does.
 */
const HEAP = "--heap-growing-percent=80";

/** Starts dist/server.mjs. It ends by itself when we do, because the channel between us closes. */
export function startServer(root, { dev = false, env = {} } = {}) {
  const environment = {
    ...process.env,
    ...env,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  // Empty, not absent: Next reads .env by itself and would put back what is absent.
  for (const key of OWNER_ONLY) environment[key] = "";
  const child = fork(path.join(root, "dist/server.mjs"), dev ? ["--dev"] : [], {
    cwd: root,
    env: environment,
    execArgv: [...process.execArgv, HEAP],
    stdio: ["ignore", dev ? "inherit" : "pipe", "inherit", "ipc"],
  });
  child.stdout?.resume();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const listening = new Promise((resolve) => {
    child.on("message", (message) => {
      if (message?.kind !== "listening") return;
      // What Next says of itself before that is dropped: the welcome is one screen.
      child.stdout?.on("data", (chunk) => process.stdout.write(chunk));
      resolve();
    });
  });

  async function stop() {
    child.kill("SIGTERM");
    const done = await Promise.race([ended.then(() => true), wait(12_000, false, { ref: false })]);
    if (!done) child.kill("SIGKILL");
    await ended;
  }

  return { pid: child.pid, listening, ended, stop };
}
