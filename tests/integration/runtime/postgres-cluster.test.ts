import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { findEmbeddedBinaries, type PostgresBinaries } from "@/lib/runtime/postgres-binaries";
import { type Cluster, startCluster } from "@/lib/runtime/postgres-cluster";
import { isAlive, readPostmaster } from "@/lib/runtime/postgres-leftovers";
import { asUser, choosePostgresUser, plainEnvironment } from "@/lib/runtime/postgres-user";

let home: string;
let directory: string;
let binaries: PostgresBinaries;
let running: Cluster | null = null;
const said: string[] = [];

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "house-"));
  directory = path.join(home, "data", "postgres");
  binaries = await findEmbeddedBinaries(process.cwd());
});

afterEach(async () => {
  await running?.stop();
  running = null;
  said.length = 0;
});

afterAll(() => rm(home, { recursive: true }));

async function start(): Promise<Cluster> {
  running = await startCluster({
    directory,
    binaries,
    settings: ["fsync=off"],
    say: (sentence) => said.push(sentence),
  });
  return running;
}

async function ask(cluster: Cluster, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: cluster.superuserUrl("postgres") });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmaster = async () => (await readPostmaster(directory))?.pid as number;

test("Somebody whose first start was cut off in the middle of making the database simply starts again", async () => {
  await mkdir(`${directory}.making/base`, { recursive: true });
  await mkdir(path.join(directory, "base"), { recursive: true });

  const cluster = await start();

  expect(await ask(cluster, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(said).toEqual([expect.stringMatching(/was unfinished; it was moved to/), "making a new database"]);
});

test("What was saved is there after the next start, and nothing is left running in between", async () => {
  const first = await start();
  await ask(first, "CREATE TABLE kept AS SELECT 42 AS answer");
  const pid = await postmaster();
  await first.stop();

  expect(isAlive(pid)).toBe(false);
  expect((await readdir(path.dirname(directory))).filter((name) => name.endsWith(".making"))).toEqual([]);
  expect(await ask(await start(), "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

test("A database that came without its password is not given another, which would open nothing", async () => {
  await rename(`${directory}.password`, `${directory}.elsewhere`);

  await expect(start()).rejects.toThrow(`put ${directory}.password back`);
  await expect(start()).rejects.toThrow(`put ${directory}.password back`);

  await rename(`${directory}.elsewhere`, `${directory}.password`);
  expect(await ask(await start(), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("When PostgreSQL is killed while people work, it comes back by itself at the same place", async () => {
  const cluster = await start();
  const pid = await postmaster();

  process.kill(pid, "SIGKILL");

  await expect
    .poll(() => ask(cluster, "SELECT answer FROM kept").catch(() => null), { timeout: 20_000 })
    .toEqual([{ answer: 42 }]);
  expect(await postmaster()).not.toBe(pid);
  expect(said).toContain("PostgreSQL ended unexpectedly; starting it again");
});

test("A PostgreSQL that a killed start left behind is stopped and its data taken over", async () => {
  const orphan = await startOrphan();

  const cluster = await start();

  expect(isAlive(orphan)).toBe(false);
  expect(await ask(cluster, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  expect(said).toEqual(["stopping the PostgreSQL that an earlier start left running"]);
});

test("A postmaster.pid whose number now belongs to another program does not keep anybody out", async () => {
  const bystander = spawn("sleep", ["60"]);
  await writeFile(
    path.join(directory, "postmaster.pid"),
    `${bystander.pid}\n${directory}\n0\n5432\n\n127.0.0.1\n  0 0\nready   \n`,
  );

  const cluster = await start();

  expect(await ask(cluster, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  expect(isAlive(bystander.pid as number)).toBe(true);
  bystander.kill();
});

/** Starts PostgreSQL on our data with nobody to look after it: what remains of a start that was killed with its watchdog. */
async function startOrphan(): Promise<number> {
  const { user, binaries: programs } = await choosePostgresUser(directory, binaries);
  const options = ["listen_addresses=", `unix_socket_directories=${directory}`, "fsync=off"].flatMap(
    (setting) => ["-c", setting],
  );
  const { command, args, identity } = asUser(user, programs.postgres, ["-D", directory, ...options]);
  spawn(command, args, {
    ...identity,
    cwd: directory,
    env: plainEnvironment(),
    detached: true,
    stdio: "ignore",
  }).unref();
  await expect.poll(() => readPostmaster(directory)).toMatchObject({ ready: true });
  return postmaster();
}
