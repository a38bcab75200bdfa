import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readRunningInstance, takeInstanceLock } from "@/lib/runtime/instance-lock";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("Somebody who starts twice in one folder is told where the first one is, and how to stop it", async () => {
  await takeInstanceLock(folder, "http://localhost:3000");

  await expect(takeInstanceLock(folder, "http://localhost:3001")).rejects.toThrow(
    `already running from this folder, at http://localhost:3000 (process ${process.pid})`,
  );
});

test("Once the first one has ended, the folder is free", async () => {
  const first = await takeInstanceLock(folder, "http://localhost:3000");
  await first.release();

  const second = await takeInstanceLock(folder, "http://localhost:3001");

  expect((await readRunningInstance(folder))?.url).toBe("http://localhost:3001");
  await second.release();
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ["a process that no longer exists", { pid: 2 ** 22 + 1, began: "1", url: "http://localhost:3000" }],
  [
    "a process number that another program has now",
    { pid: process.pid, began: "some other time", url: "http://localhost:3000" },
  ],
])("what was left by %s keeps nobody out", async (_who, left) => {
  await writeFile(path.join(folder, "running.json"), JSON.stringify(left));

  await takeInstanceLock(folder, "http://localhost:3001");

  expect((await readRunningInstance(folder))?.pid).toBe(process.pid);
});

test("what was cut off while being written keeps nobody out", async () => {
  await writeFile(path.join(folder, "running.json"), '{"pid": 1');

  await takeInstanceLock(folder, "http://localhost:3001");

  expect((await readRunningInstance(folder))?.url).toBe("http://localhost:3001");
});

test("of many that start in the same moment, one gets the folder", async () => {
  await writeFile(path.join(folder, "running.json"), "{}");

  const all = await Promise.allSettled(
    Array.from({ length: 8 }, (_, n) => takeInstanceLock(folder, `http://localhost:${n}`)),
  );

  expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

test("the other commands find the database through it, and nobody else can read it", async () => {
  const lock = await takeInstanceLock(folder, "http://localhost:3000");
  await lock.describe({ ownerUrl: "postgresql://owner@localhost/desk" });

  const file = path.join(folder, "running.json");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({
    ownerUrl: "postgresql://owner@localhost/desk",
  });
});
