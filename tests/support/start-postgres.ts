import { cp, mkdir, readdir, rm, rmdir, stat, statfs } from "node:fs/promises";
import { freemem } from "node:os";
import path from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { makeDatabase, openDatabase } from "@/lib/runtime/open-database";
import { findDebianBinaries, findEmbeddedBinaries } from "@/lib/runtime/postgres-binaries";
import { startCluster } from "@/lib/runtime/postgres-cluster";
import { isAlive } from "@/lib/runtime/postgres-leftovers";

declare module "vitest" {
  export interface ProvidedContext {
    /** The superuser's address of the test server's `postgres` database. */
    superuserUrl: string;
    /** The owner's address of the migrated template that test databases are copied from. */
    templateUrl: string;
    /** The migrations as they were when this run began: somebody may be writing one. */
    migrations: string;
  }
}

export const TEST_SECRET = "a-secret-that-only-the-tests-know-of";

type House = { superuserUrl: string; templateUrl: string; migrations: string; stop: () => Promise<void> };
// Each project of the tests loads this file for itself.
const shared = globalThis as unknown as { testPostgres?: { house: Promise<House>; users: number } };

/** A PostgreSQL for this run alone, one for all its projects: 18 as shipped, or the one of TEST_POSTGRES (such as 15) from Debian's packages. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  shared.testPostgres ??= { house: openHouse(), users: 0 };
  const { testPostgres } = shared;
  testPostgres.users += 1;
  const house = await testPostgres.house;
  project.provide("superuserUrl", house.superuserUrl);
  project.provide("templateUrl", house.templateUrl);
  project.provide("migrations", house.migrations);
  return async () => {
    testPostgres.users -= 1;
    if (testPostgres.users === 0) await house.stop();
  };
}

async function openHouse(): Promise<House> {
  const root = process.cwd();
  const onDisk = path.join(root, ".test");
  const folder = (await roomInMemory()) ?? onDisk;
  const home = path.join(folder, `run-${process.pid}`);
  for (const one of new Set([onDisk, folder])) await removeOldRuns(one);
  await mkdir(home, { recursive: true });
  const cluster = await startCluster({
    directory: path.join(home, "postgres"),
    binaries: await wantedBinaries(root),
    settings: [
      "fsync=off",
      "full_page_writes=off",
      "synchronous_commit=off",
      "max_connections=200",
      "log_min_messages=error",
    ],
    say: () => undefined,
  });
  const stop = async () => {
    await cluster.stop();
    await rm(home, { recursive: true, force: true });
    // Nothing of it stays in memory, unless another run has its own there.
    if (folder !== onDisk) await rmdir(folder).catch(() => undefined);
  };
  try {
    const migrations = path.join(home, "migrations");
    await cp(path.join(root, "prisma/migrations"), migrations, { recursive: true });
    const templateUrl = await makeDatabase(cluster.superuserUrl, "template_desk");
    await openDatabase({
      ownerUrl: templateUrl,
      secret: TEST_SECRET,
      migrations,
      say: console.log,
    });
    await closeTemplate(cluster.superuserUrl("postgres"));
    return { superuserUrl: cluster.superuserUrl("postgres"), templateUrl, migrations, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const GIGABYTE = 2 ** 30;

/**
 * A folder in memory, where Linux has one with room for it: a database for each file is a thousand small files that are copied
 * and removed again. Otherwise null.
 */
async function roomInMemory(): Promise<string | null> {
  const room = await statfs("/dev/shm").catch(() => null);
  if (room === null || room.bavail * room.bsize < 2 * GIGABYTE || freemem() < 4 * GIGABYTE) return null;
  const mine = process.getuid?.() ?? 0;
  const folder = `/dev/shm/firsthand-tests-${mine}`;
  await mkdir(folder, { mode: 0o755 }).catch(() => undefined);
  const found = await stat(folder).catch(() => null);
  return found?.uid === mine ? folder : null;
}

async function wantedBinaries(root: string) {
  const wanted = process.env.TEST_POSTGRES;
  if (!wanted || wanted === "18") return findEmbeddedBinaries(root);
  const found = (await findDebianBinaries()).find((binaries) => binaries.major === Number(wanted));
  if (!found)
    throw new Error(
      `PostgreSQL ${wanted} is not installed; leave TEST_POSTGRES away for the one that is shipped.`,
    );
  return found;
}

/** A template may have no visitors while it is copied. */
async function closeTemplate(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query("ALTER DATABASE template_desk WITH ALLOW_CONNECTIONS false IS_TEMPLATE true");
  await client.end();
}

async function removeOldRuns(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = Number(/^run-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isInteger(pid) && !isAlive(pid))
      await rm(path.join(folder, name), { recursive: true, force: true });
  }
}
