import { beforeAll, expect, test } from "vitest";
import type { Tx } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import { makeTask } from "@/prisma/seed/make/make-task";
import { type Cast, cast, secondWindow } from "../../support/cast";
import { must } from "../../support/must";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});

/** Which transaction it is: its connection, and when it began. */
async function whichOne(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ one: string }[]>`SELECT pg_backend_pid() || ' ' || now() AS one`;
  return row?.one ?? "";
}

test("What is looked at in the same breath is looked at in one transaction", async () => {
  const { client } = people;

  const [frame, page] = await Promise.all([readAs(client, whichOne), readAs(client, whichOne)]);
  const later = await readAs(client, whichOne);

  expect(must(page)).toBe(must(frame));
  expect(must(later)).not.toBe(must(frame));
});

test("Two windows never share one, nor do two people: each sees what is theirs", async () => {
  const { client, assistant, stranger } = people;
  const hidden = await makeTask(client, { title: "A ring for Noor", isPrivate: true });
  const actors = [client, await secondWindow(client), assistant, stranger];
  const look = async (tx: Tx) => [await whichOne(tx), await tx.task.count({ where: { id: hidden.id } })];

  const looks = await Promise.all(actors.flatMap((actor) => [readAs(actor, look), readAs(actor, look)]));

  const seen = looks.map((one) => must(one));
  expect(seen.map(([, count]) => count)).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
  expect(new Set(seen.map(([which]) => which)).size).toBe(4);
});

test("A look that fails fails alone", async () => {
  const { client } = people;
  const fails = async () => {
    throw new Error("no paper left");
  };

  const [before, failed, after] = await Promise.allSettled([
    readAs(client, whichOne),
    readAs(client, fails),
    readAs(client, whichOne),
  ]);

  expect(failed).toMatchObject({ status: "rejected", reason: { message: "no paper left" } });
  expect(before.status === "fulfilled" && must(before.value)).toMatch(/^\d+ /);
  expect(after.status === "fulfilled" && must(after.value)).toMatch(/^\d+ /);
});

test("Whoever looks while looking waits for nobody", async () => {
  const { client } = people;

  const inner = must(await readAs(client, () => readAs(client, whichOne)));

  expect(must(inner)).toMatch(/^\d+ /);
});

test("Nobody of those who look together is let in when the session has ended", async () => {
  const gone = { ...people.client, proof: "a-secret-that-opens-nothing" };

  const looks = await Promise.all([readAs(gone, whichOne), readAs(gone, whichOne)]);

  expect(looks.map((one) => !one.ok && one.refusal.code)).toEqual(["signed-out", "signed-out"]);
});
