import { expect, test } from "vitest";
import { readDuplicates, readPair } from "@/lib/queries/read-duplicates";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-24T10:00:00Z");
const born = (day: number) =>
  [{ kind: "birthday", label: "", month: 11, day, year: 1970, leadDays: 3 }] as const;

test("Mira puts a maiden and a married name side by side; nobody does so with whom they may not see", async () => {
  const { client, assistant, stranger } = await cast(at);
  const one = must(await addPerson(client, { name: "Wilhelmine Abendroth", dates: [...born(1)] }, at)).id;
  const other = must(await addPerson(client, { name: "Minna Zwick", dates: [...born(2)] }, at)).id;
  const secret = must(await addPerson(client, { name: "Secret Friend", isPrivate: true }, at)).id;

  expect(must(await readDuplicates(client, null)).pairs).toEqual([]);
  for (const actor of [client, assistant]) {
    const pair = await readPair(actor, one, other);
    expect([pair?.one.id, pair?.other.id].sort()).toEqual([one, other].sort());
  }
  expect(await readPair(client, one, one)).toBeNull();
  expect(await readPair(client, one, secret)).not.toBeNull();
  expect(await readPair(assistant, one, secret)).toBeNull();
  expect(await readPair(stranger, one, other)).toBeNull();
});

test("Two cards of one name and one address are shown as perhaps one, though a birthday was mistyped", async () => {
  const { client } = await cast(at);
  const emails = [{ value: "cato@auditsen.example", label: "" }];
  must(await addPerson(client, { name: "Cato Auditsen", emails, dates: [...born(1)] }, at));
  must(await addPerson(client, { name: "Cato Auditsen", emails, dates: [...born(2)] }, at));

  expect(must(await readDuplicates(client, null)).pairs).toMatchObject([
    { how: "perhaps", reasons: expect.arrayContaining(["their birthdays differ"]) },
  ]);
});
