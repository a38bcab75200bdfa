import { execFile } from "node:child_process";
import { readFile, unlink } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

/** What PostgreSQL wrote down about the server that runs, or ran, on a data directory. */
export type Postmaster = { pid: number; ready: boolean };

/** Reads `postmaster.pid` (line 1 the process, line 8 its state); null when there is none or it is still being written. */
export async function readPostmaster(directory: string): Promise<Postmaster | null> {
  const lines = (await readFile(path.join(directory, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === "ready" } : null;
}

/**
 * Ends a PostgreSQL that an earlier, killed start left on `directory`, and removes a `postmaster.pid` whose number now
 * belongs to another program. A plainly stale file is left to PostgreSQL, which checks its shared memory by it.
 */
export async function clearPostmaster(directory: string, say: (sentence: string) => void): Promise<void> {
  const left = await readPostmaster(directory);
  if (!left || !isAlive(left.pid)) return;
  if (!(await isPostgresOn(left.pid, directory))) {
    await unlink(path.join(directory, "postmaster.pid"));
    return;
  }
  say("stopping the PostgreSQL that an earlier start left running");
  for (const [signal, patience] of [
    ["SIGINT", 150],
    ["SIGQUIT", 50],
    ["SIGKILL", 50],
  ] as const) {
    process.kill(left.pid, signal);
    for (let step = 0; step < patience && isAlive(left.pid); step++) await wait(100);
    if (!isAlive(left.pid)) return;
  }
  throw new Error(
    `PostgreSQL (process ${left.pid}) is still running on ${directory} and cannot be stopped. End it and start again.`,
  );
}

/** Whether a process with this number exists, ours or not. A dead child that nobody has collected counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function isPostgresOn(pid: number, directory: string): Promise<boolean> {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  const command =
    fromProc ??
    (await promisify(execFile)("ps", ["-p", String(pid), "-o", "command="]).catch(() => null))?.stdout ??
    "";
  return command.includes("postgres") && command.includes(path.resolve(directory));
}
