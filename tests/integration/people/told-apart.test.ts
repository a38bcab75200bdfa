import { afterAll, describe, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { remapImport } from "@/lib/use-cases/import/remap-import";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { setDistinctPeople } from "@/lib/use-cases/person/set-distinct";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { file, preview } from "../import/files";

const at = new Date("2026-11-23T08:00:00Z");
afterAll(() => closeAppDatabase());

async function add(actor: Actor, name: string, isPrivate = false) {
  return must(await addPerson(actor, { name, isPrivate }, at)).id;
}

/** What the log says that was done with a verb, by whom and about whom, in order. */
async function told(actor: Actor, verb: string) {
  const rows = must(
    await readAs(actor, (tx) => tx.logEntry.findMany({ where: { verb }, orderBy: { seq: "asc" } })),
  );
  return rows.map(({ subject, subjectId, byUser, before, after }) => ({
    subject,
    subjectId,
    byUser,
    before,
    after,
  }));
}

describe("That two people are two", () => {
  test("is written down for each of them, when Ana says it and when she takes it back", async () => {
    const { client, assistant } = await cast(at);
    const [noor, nor] = [await add(client, "Noor"), await add(client, "Nor")];
    const say = (isDistinct: boolean) =>
      setDistinctPeople(assistant, { oneId: noor, otherId: nor, isDistinct });
    for (const isDistinct of [true, true, false, false]) must(await say(isDistinct));

    for (const [verb, isTold] of [
      ["tell-people-apart", true],
      ["forget-apart", false],
    ] as const) {
      const entries = await told(client, verb);
      expect(entries.map((entry) => entry.subjectId).sort()).toEqual([noor, nor].sort());
      for (const entry of entries)
        expect(entry).toMatchObject({
          subject: "person",
          byUser: assistant.userId,
          before: { told_apart: !isTold },
          after: { told_apart: isTold },
        });
    }
  });

  test("is Mira's to read where one of them is private", async () => {
    const { client, assistant } = await cast(at);
    const [noor, secret] = [await add(client, "Noor"), await add(client, "Dr Secret", true)];
    must(await setDistinctPeople(client, { oneId: noor, otherId: secret, isDistinct: true }));

    expect(await told(client, "tell-people-apart")).toHaveLength(2);
    expect(await told(assistant, "tell-people-apart")).toEqual([]);
  });
});

test("What Ana says that a table's columns mean is written down, once for each meaning", async () => {
  const { assistant } = await cast(at);
  const dry = await preview(
    assistant,
    [file("club.csv", "Wer;Wie\r\nNoor Haddad;noor@test.invalid\r\n")],
    at,
  );
  const means = (kind: "email" | "note") =>
    remapImport(
      assistant,
      dry.id,
      {
        table: 0,
        columns: [
          { kind: "name", label: "" },
          { kind, label: "" },
        ],
        dateOrder: null,
      },
      at,
    );
  for (const kind of ["email", "email", "note"] as const) must(await means(kind));

  const entries = (await told(assistant, "remap-import")).filter((entry) => entry.subject === "desk");
  expect(entries.map(({ after }) => JSON.stringify(after).match(/email|note/)?.[0])).toEqual([
    "email",
    "note",
  ]);
});
