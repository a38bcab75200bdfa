import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { PostgresBinaries } from "./postgres-binaries";
import { ensureInitialised } from "./postgres-initialise";
import { type Launch, type Launched, launchPostgres } from "./postgres-launch";
import { clearPostmaster } from "./postgres-leftovers";
import { choosePostgresUser } from "./postgres-user";

export type Cluster = {
  port: number;
  /** The superuser's address of one database: only for making databases and roles. */
  superuserUrl(database: string): string;
  /** Settles with the reason when PostgreSQL ended by itself and could not be brought back. */
  lost: Promise<Error>;
  /** Fast shutdown: sessions are ended, everything is written, nothing is left running. */
  stop(): Promise<void>;
};

export type ClusterOptions = {
  /** The data directory. Its password and log are kept beside it, as `<directory>.password` and `<directory>.log`. */
  directory: string;
  binaries: PostgresBinaries;
  /** Settings on top of the house's own, as `name=value`. */
  settings?: string[];
  say: (sentence: string) => void;
};

/**
 * Starts one PostgreSQL for ourselves, on a free port of this machine only, repairing what a killed start left behind.
 * When PostgreSQL is killed while we run, it is started again on the same port.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { settings = [], say } = options;
  const directory = path.resolve(options.directory);
  await mkdir(path.dirname(directory), { recursive: true });
  const { user, binaries } = await choosePostgresUser(directory, options.binaries);
  const password = await ensureInitialised(directory, binaries, user, say);
  await clearPostmaster(directory, say);
  const launch: Launch = { directory, binaries, user, settings, say, port: await freePort() };
  let running = await launchWithPatience(launch, freePort);
  let stopping = false;

  async function watch(): Promise<Error> {
    for (;;) {
      await running.exited;
      if (stopping) return await new Promise<never>(() => undefined);
      say("PostgreSQL ended unexpectedly; starting it again");
      try {
        running = await launchWithPatience(launch, async () => launch.port);
      } catch (error) {
        return error as Error;
      }
    }
  }

  async function stop(): Promise<void> {
    stopping = true;
    await running.stop();
  }

  return {
    port: launch.port,
    superuserUrl: (database) => `postgresql://postgres:${password}@127.0.0.1:${launch.port}/${database}`,
    lost: watch(),
    stop,
  };
}

/** Another program may take the port in between, and children of a killed server let go of its memory a little later. */
async function launchWithPatience(
  launch: Launch,
  nextPort: () => Promise<number>,
): Promise<Launched & { ok: true }> {
  for (let attempt = 1; ; attempt++) {
    const started = await launchPostgres(launch);
    if (started.ok) return started;
    if (attempt >= 20 || !/could not bind|address already in use|still in use/i.test(started.why))
      throw new Error(
        `PostgreSQL did not start. Its last words, from ${launch.directory}.log:\n${started.why}`,
      );
    await wait(250);
    launch.port = await nextPort();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
