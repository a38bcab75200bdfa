import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { findSecret } from "@/lib/runtime/find-secret";

const home = await mkdtemp(path.join(tmpdir(), "secret-"));
afterAll(() => rm(home, { recursive: true }));

const GIVEN = "0123456789abcdef0123456789abcdef";

test("The first start makes a secret that only its owner can read, and every other start finds it", async () => {
  const settings = readEnv({ DATA_DIR: home });

  const made = await findSecret(settings);

  expect(made.length).toBeGreaterThanOrEqual(32);
  expect((await stat(path.join(home, "secret"))).mode & 0o777).toBe(0o600);
  await mkdir(path.join(home, "postgres"));
  expect(await findSecret(settings)).toBe(made);
});

test("A database that has lost its secret is not given another in silence", async () => {
  await rm(path.join(home, "secret"));

  await expect(findSecret(readEnv({ DATA_DIR: home }))).rejects.toThrow(/no .*secret.*Set it as it was/s);
  await expect(stat(path.join(home, "secret"))).rejects.toThrow("ENOENT");
  expect(await findSecret(readEnv({ DATA_DIR: home, FIRSTHAND_SECRET: GIVEN }))).toBe(GIVEN);
});
