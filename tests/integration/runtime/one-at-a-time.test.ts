import { expect, test } from "vitest";
import { oneAtATime } from "@/lib/runtime/one-at-a-time";
import { ownDatabase } from "../../support/own-database";
import { asSuperuser } from "../../support/superuser";

const WAITING = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

test("Of two that start at once on one database, one prepares the demo and the other waits for it", async () => {
  const { ownerUrl } = ownDatabase();
  const steps: string[] = [];
  let other: Promise<unknown> = Promise.resolve();

  await oneAtATime(ownerUrl, async () => {
    other = oneAtATime(ownerUrl, async () => steps.push("the other prepares"));
    while (steps.length === 0 && (await asSuperuser(WAITING)).length === 0);
    steps.push("the one is done");
  });
  await other;

  expect(steps).toEqual(["the one is done", "the other prepares"]);
});

test("What goes wrong for the first keeps nobody out", async () => {
  const { ownerUrl } = ownDatabase();

  const broken = oneAtATime(ownerUrl, () => Promise.reject(new Error("broken off")));

  await expect(broken).rejects.toThrow("broken off");
  expect(await oneAtATime(ownerUrl, async () => "done")).toBe("done");
});
