import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { createTask } from "@/lib/use-cases/task/create-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { card, confirm, file, preview, takeBack } from "./files";

const at = new Date("2026-11-22T10:00:00Z");
const mail = { value: "noor@test.invalid", label: "" };
const day = { kind: "birthday", label: "", month: 11, day: 28, year: null, leadDays: null } as const;
const lines = ["FN:Noor Haddad", "EMAIL:noor@test.invalid"];
const theirs = { fields: { "0": { "day:birthday": "theirs" } } } as const;

async function open(actor: Actor) {
  const tasks = must(
    await readAs(actor, (tx) =>
      tx.task.findMany({ where: { state: { not: "withdrawn" } }, orderBy: [{ dueAt: "asc" }] }),
    ),
  );
  return tasks.map(({ title, dueAt }) =>
    [title, dueAt?.toISOString().slice(0, 10)].filter(Boolean).join(", "),
  );
}

async function noor(actor: Actor) {
  const { id } = must(await addPerson(actor, { name: "Noor Haddad", emails: [mail], dates: [day] }, at));
  must(await createTask(actor, { kind: "keep-in-touch", title: "Ring Noor", personId: id }, at));
  return id;
}

const before = ["Birthday · Noor Haddad, 2026-11-27", "Ring Noor"];

describe("A card that says something else of somebody who is there", () => {
  test.each([
    ["another day", "BDAY:1980-11-30", ["Birthday · Noor Haddad turns 46, 2026-11-29", "Ring Noor"]],
    ["a day that comes only next year", "BDAY:1980-03-01", ["Ring Noor"]],
    [
      "the year of the same day",
      "BDAY:1980-11-28",
      ["Birthday · Noor Haddad turns 46, 2026-11-27", "Ring Noor"],
    ],
  ])("%s: the open task follows, and comes back when the import is taken back", async (_, said, after) => {
    const { client } = await cast(at);
    await noor(client);
    expect(await open(client)).toEqual(before);
    const dry = await preview(client, [file("a.vcf", card(...lines, said))], at);
    await confirm(client, dry.id, at, theirs);
    expect(await open(client)).toEqual(after);

    await takeBack(client, dry.id, at);
    expect(await open(client)).toEqual(before);
  });

  test("what Mira has begun to write to somebody whom an import brought stays, with them, when the import is taken back", async () => {
    const { client } = await cast(at);
    const dry = await preview(client, [file("a.vcf", card(...lines, "BDAY:1980-11-28"))], at);
    await confirm(client, dry.id, at);
    const [task] = must(await readAs(client, (tx) => tx.task.findMany()));
    must(await startDraft(client, { taskId: task?.id ?? "", text: "Dear Noor,", phrases: [] }));

    await takeBack(client, dry.id, at);
    expect(await open(client)).toEqual(["Birthday · Noor Haddad turns 46, 2026-11-27"]);
    expect(must(await readAs(client, (tx) => tx.person.count({ where: { removedAt: null } })))).toBe(1);
  });

  test("that they have died: nobody is congratulated or rung, until the import is taken back", async () => {
    const { client } = await cast(at);
    await noor(client);
    const dry = await preview(client, [file("a.vcf", card(...lines, "DEATHDATE:20260301"))], at);
    await confirm(client, dry.id, at);
    expect(await open(client)).toEqual([]);

    await takeBack(client, dry.id, at);
    expect(await open(client)).toEqual(before);
  });
});
