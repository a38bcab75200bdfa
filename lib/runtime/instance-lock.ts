import { execFile } from "node:child_process";
import { link, readFile, rename, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { makeFolder } from "./make-folder";
import { isAlive } from "./postgres-leftovers";

/** What the running instance wrote down about itself; only its owner may read it, because it holds passwords. */
export type RunningInstance = {
  pid: number;
  /** When the process began, as the system tells it: process numbers are used again. */
  began: string;
  url: string;
  ownerUrl?: string;
  appUrl?: string;
  authUrl?: string;
};

const FILE = "running.json";

/** The instance that runs from `dataDir` now, or null. Other commands find the database through it. */
export function readRunningInstance(dataDir: string): Promise<RunningInstance | null> {
  return readIfAlive(path.join(dataDir, FILE));
}

async function readIfAlive(file: string): Promise<RunningInstance | null> {
  try {
    const instance = JSON.parse(await readFile(file, "utf8")) as RunningInstance;
    const same = isAlive(instance.pid) && (await beginningOf(instance.pid)) === instance.began;
    return same ? instance : null;
  } catch {
    return null;
  }
}

/**
 * Takes the data folder for this process. An instance that is just ending is waited for; one that keeps running is
 * named in the error. What a killed instance left is taken over.
 */
export async function takeInstanceLock(dataDir: string, url: string) {
  await makeFolder(dataDir, 0o711);
  const file = path.join(dataDir, FILE);
  const mine: RunningInstance = { pid: process.pid, began: await beginningOf(process.pid), url };
  for (let attempt = 0; !(await createFile(file, mine)); attempt++) {
    const other = await readRunningInstance(dataDir);
    if (other && attempt >= 20)
      throw new Error(
        `Firsthand is already running from this folder, at ${other.url} (process ${other.pid}). ` +
          `Stop it with Ctrl-C in its window or with: kill ${other.pid}`,
      );
    if (other) await wait(200);
    else await removeStale(file);
  }

  async function describe(more: Partial<RunningInstance>): Promise<void> {
    Object.assign(mine, more);
    await rename(await writeAside(file, mine), file);
  }

  return { describe, release: () => unlink(file).catch(() => undefined) };
}

/** Written whole beside its place and then linked there, which fails when somebody else's is there already. */
async function createFile(file: string, instance: RunningInstance): Promise<boolean> {
  const aside = await writeAside(file, instance);
  try {
    await link(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await unlink(aside);
  }
}

async function writeAside(file: string, instance: RunningInstance): Promise<string> {
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, JSON.stringify(instance), { mode: 0o600 }).catch(
    async (error: NodeJS.ErrnoException) => {
      // On a full disk the name is there and the content is not.
      await unlink(aside).catch(() => undefined);
      // The folder is there: as in /proc, the system keeps no files in it, and says that the new one is missing.
      if (error.code !== "ENOENT") throw error;
      throw new Error(`No file can be made here: ${error.message}\nName another folder in DATA_DIR.`, {
        cause: error,
      });
    },
  );
  return aside;
}

/** Two starts may find the same stale file at once: whoever moves the other's new one by mistake puts it back. */
async function removeStale(file: string): Promise<void> {
  const aside = `${file}.stale-${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  if (await readIfAlive(aside)) await link(aside, file).catch(() => undefined);
  await unlink(aside).catch(() => undefined);
}

async function beginningOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // Field 22 counts from the end of the name, which may hold spaces and brackets.
  if (stat !== null) return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  const shown = await promisify(execFile)("ps", ["-p", String(pid), "-o", "lstart="]).catch(() => null);
  return shown?.stdout.trim() ?? "";
}
