import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bundleProgram } from "../bundle-program";
import { ownDatabase } from "../own-database";
import { quickStart } from "../quick-start";
import { asSuperuser } from "../superuser";

/** Processes that carry from when they are told to until they are killed, all of them in one moment. */
export type Carriers = { go: () => void; kill: () => Promise<void> };

const carrierProcess = fileURLToPath(new URL("./carrier-process.ts", import.meta.url));

/**
 * Makes such processes, as `npm start` would have them: their own memory, their own connections. `ca` is believed by them, and
 * `entry` is what they run.
 */
export async function makeCarriers(ca: string, entry = carrierProcess) {
  const folder = await mkdtemp(path.join(process.cwd(), ".test", "carriers-"));
  const [program, certificate] = [path.join(folder, "carrier.mjs"), path.join(folder, "ca.pem")];
  await writeFile(certificate, ca);
  await bundleProgram(entry, program);
  const running = new Set<ChildProcess>();
  let groups = 0;

  /** Starts so many; they wait to be told to go. */
  async function start(howMany: number): Promise<Carriers> {
    groups += 1;
    const name = `carriers-${groups}`;
    const database = new URL(ownDatabase().appUrl);
    database.searchParams.set("application_name", name);
    const env = {
      ...process.env,
      APP_DATABASE_URL: database.href,
      NODE_EXTRA_CA_CERTS: certificate,
      ALLOW_PRIVATE_ADDRESSES: "localhost, 127.0.0.1",
    };
    const children = Array.from({ length: howMany }, () => fork(program, { env, execArgv: quickStart }));
    for (const child of children) running.add(child);
    await Promise.all(children.map((child) => new Promise((resolve) => child.once("message", resolve))));
    return {
      go: () => {
        for (const child of children) child.send("go");
      },
      kill: async () => {
        for (const child of children) child.kill("SIGKILL");
        await Promise.all(children.map(ended));
        for (const child of children) running.delete(child);
        await whenDisconnected(name);
      },
    };
  }

  async function stop(): Promise<void> {
    for (const child of running) child.kill("SIGKILL");
    await Promise.all([...running].map(ended));
    await rm(folder, { recursive: true, force: true });
  }

  return { start, stop };
}

function ended(child: ChildProcess): Promise<unknown> | null {
  if (child.exitCode !== null || child.signalCode !== null) return null;
  return new Promise((resolve) => child.once("exit", resolve));
}

/** What somebody who is dead had said to PostgreSQL may be done a moment later: until then nobody knows how they left things. */
async function whenDisconnected(name: string): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until; await pause(5)) {
    const rows = await asSuperuser("SELECT 1 FROM pg_stat_activity WHERE application_name = $1", [name]);
    if (rows.length === 0) return;
  }
  throw new Error("PostgreSQL still hears somebody who is dead");
}
