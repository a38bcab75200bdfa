import { afterAll, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { onPage, readWeeklyList } from "@/lib/queries/read-weekly-list";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { markDied } from "@/lib/use-cases/person/mark-died";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

afterAll(() => closeAppDatabase());

const DAY = 86_400_000;
const now = () => new Date();
const plain = (at: Date) => at.toISOString().slice(0, 10);
/** What is done now is last year's a year from now. */
const nextYear = new Date(Date.now() + 364 * DAY);
const soon = new Date(Date.now() + 5 * DAY);
const birthday = {
  kind: "birthday",
  label: "",
  month: soon.getUTCMonth() + 1,
  day: soon.getUTCDate(),
  year: null,
  leadDays: null,
} as const;
const choices = { name: "kept", picture: "kept", birthday: "kept" } as never;

const listOf = async (actor: Actor, at = nextYear) =>
  must(await readWeeklyList(actor, { from: plain(at), horizon: 30, ...onPage }, at));
const lastOf = async (actor: Actor) =>
  (await listOf(actor)).days.map((line) => line.lastGreeting?.note ?? null);
const greet = async (actor: Actor, note: string) => {
  const [task] = must(
    await readAs(actor, (tx) => tx.task.findMany({ where: { kind: "birthday", state: "inbox" } })),
  );
  must(await completeTask(actor, { id: task?.id ?? "", version: task?.version ?? 0, note }, now()));
};

test("Last year's greeting stays Noor's, though she was somebody else's card then", async () => {
  const { client } = await cast();
  const merged = must(await addPerson(client, { name: "N. Haddad", dates: [birthday] }, now()));
  await greet(client, "Peonies");
  const kept = must(await addPerson(client, { name: "Noor Haddad", dates: [birthday] }, now()));
  const target = ({ id }: { id: string }) => ({ id, version: 1 });
  must(await mergePeople(client, { kept: target(kept), merged: target(merged), choices }, now()));

  expect(await lastOf(client)).toEqual(["Peonies"]);
});

test("A greeting that Mira made without the day's own task counts; the day's own comes first; one let pass is none", async () => {
  const { client } = await cast();
  const { id: personId } = must(await addPerson(client, { name: "Noor Haddad", dates: [birthday] }, now()));
  const byHand = async () =>
    must(await createTask(client, { kind: "birthday", title: "Greet Noor", personId }, now())).task;
  const first = await byHand();
  must(await completeTask(client, { id: first.id, version: 1, note: "A card" }, now()));
  expect(await lastOf(client)).toEqual(["A card"]);
  await greet(client, "A call");
  const second = await byHand();
  must(await completeTask(client, { id: second.id, version: 1, note: "A second card" }, now()));
  expect(await lastOf(client)).toEqual(["A call"]);

  const other = must(await addPerson(client, { name: "Tomas Lind", dates: [birthday] }, now()));
  const [task] = must(await readAs(client, (tx) => tx.task.findMany({ where: { personId: other.id } })));
  must(await declineTask(client, { id: task?.id ?? "", version: 1, note: "Not this year" }, now()));
  expect(await lastOf(client)).toEqual(["A call", null]);
});

test("A greeting of two years ago is not last year's", async () => {
  const { client } = await cast();
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday] }, now()));
  await greet(client, "Peonies");
  const lines = (await listOf(client, new Date(nextYear.getTime() + 365 * DAY))).days;

  expect(lines.map((line) => line.lastGreeting)).toEqual([null]);
});

test("Who is remembered stands at the end of the list, with what is remembered; of somebody private Ana reads nothing", async () => {
  const { client, assistant } = await cast();
  const diedOn = plain(new Date(soon.getTime() - 731 * DAY));
  const named = [];
  for (const name of ["Aunt Beth", "Uncle Xen", "Old Tom"]) {
    const { id } = must(
      await addPerson(client, { name, dates: name === "Old Tom" ? [] : [birthday] }, now()),
    );
    const isRemembered = name !== "Old Tom";
    must(
      await markDied(
        client,
        { id, version: 1 },
        { diedOn: name === "Uncle Xen" ? null : diedOn, isRemembered },
        now(),
      ),
    );
    named.push(id);
  }
  must(await setPersonPrivacy(client, { id: named[1] ?? "", version: 2 }, true));
  const hers = await listOf(assistant);

  expect((await listOf(client)).remembered.map((one) => one.what).sort()).toEqual([
    `Aunt Beth, who died on this day in ${diedOn.slice(0, 4)}`,
    "the birthday of Aunt Beth",
    "the birthday of Uncle Xen",
  ]);
  expect([hers.rememberedInAll, hers.days, hers.daysInAll]).toEqual([2, [], 0]);
  expect(JSON.stringify(hers)).not.toMatch(/xen/i);
});
