import { spawn } from "node:child_process";
import { open, readFile, stat } from "node:fs/promises";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { PostgresBinaries } from "./postgres-binaries";
import { readPostmaster } from "./postgres-leftovers";
import { asUser, type PostgresUser, plainEnvironment } from "./postgres-user";

const HOUSE_SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "timezone=UTC",
  "log_timezone=UTC",
  "lc_messages=C",
  "shared_buffers=128MB",
  "max_wal_size=512MB",
  "jit=off",
  "log_checkpoints=off",
];

export type Launch = {
  directory: string;
  binaries: PostgresBinaries;
  user: PostgresUser;
  port: number;
  settings: string[];
  say: (sentence: string) => void;
};
export type Launched =
  | { ok: true; exited: Promise<void>; stop(): Promise<void> }
  | { ok: false; why: string };

/** Starts PostgreSQL and waits until it takes connections, however long a recovery takes, or says why it ended. */
export async function launchPostgres({
  directory,
  binaries,
  user,
  port,
  settings,
  say,
}: Launch): Promise<Launched> {
  const logFile = `${directory}.log`;
  const size = (await stat(logFile).catch(() => null))?.size ?? 0;
  const log = await open(logFile, size > 1_000_000 ? "w" : "a", 0o600);
  const options = [...HOUSE_SETTINGS, `port=${port}`, ...settings].flatMap((setting) => ["-c", setting]);
  const { command, args, identity } = asUser(user, binaries.postgres, ["-D", directory, ...options]);
  // Detached: Ctrl-C in the terminal must reach the web server first, and PostgreSQL only after it has drained.
  const child = spawn(command, args, {
    ...identity,
    cwd: directory,
    env: plainEnvironment(),
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  let running = true;
  const exited = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  }).then(() => {
    running = false;
  });
  await log.close();
  if (child.pid !== undefined) {
    const watchdog = watchOver(child.pid);
    void exited.then(() => watchdog.kill("SIGKILL"));
  }
  for (let spent = 0; running; spent += 15) {
    const postmaster = await readPostmaster(directory);
    if (postmaster && postmaster.pid === child.pid && postmaster.ready)
      return { ok: true, exited, stop: () => stopFast(postmaster.pid, exited) };
    if (spent === 6_000) say("PostgreSQL is recovering from an unclean end; this can take a while");
    await wait(15);
  }
  const words = await readFile(logFile, "utf8").catch(() => "");
  return { ok: false, why: words.trim().split("\n").slice(-12).join("\n") };
}

/**
 * A shell that waits for our end of a pipe to close, which the kernel does however we die, and then shuts PostgreSQL
 * down. Without it a start that was killed hard would leave PostgreSQL running.
 */
function watchOver(postmaster: number) {
  const watchdog = spawn("/bin/sh", ["-c", `read -r _; kill -INT ${postmaster}`], {
    detached: true,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
  });
  watchdog.on("error", () => undefined);
  watchdog.stdin.on("error", () => undefined);
  watchdog.unref();
  (watchdog.stdin as Socket).unref();
  return watchdog;
}

async function stopFast(pid: number, exited: Promise<void>): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const done = await Promise.race([exited.then(() => true), wait(patience, false, { ref: false })]);
    if (done) return;
  }
}
