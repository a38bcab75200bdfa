import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import { readImport } from "@/lib/queries/read-import";
import { readImports } from "@/lib/queries/read-imports";
import { confirmImport } from "@/lib/use-cases/import/confirm-import";
import { dropImport } from "@/lib/use-cases/import/drop-import";
import { undoImport } from "@/lib/use-cases/import/undo-import";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { calendar, card, confirm, file, preview } from "./files";

const at = new Date("2026-11-22T10:00:00Z");
const all = { show: null, after: -1 } as const;
const everything = { circle: "wider", circles: {}, leaveOut: [] } as const;

const therapy = [
  "UID:t-1",
  "SUMMARY:Therapy",
  "CLASS:PRIVATE",
  "DTSTART:20261130T100000Z",
  "DTEND:20261130T110000Z",
];
const board = ["UID:b-1", "SUMMARY:Board", "CLASS:CONFIDENTIAL", "DTSTART:20261201T100000Z"];
const lunch = ["UID:l-1", "SUMMARY:Lunch", "DTSTART:20261202T120000Z"];
const secret = card("FN:Secret Sam", "UID:sam", "CLASS:PRIVATE", "BDAY:1990-11-24");

describe("What is private in a file stays with Mira", () => {
  test("what Mira imports as private is private: Ana sees neither the event, nor the person, nor the import", async () => {
    const { client, assistant, agent } = await cast(at);
    const files = [file("mine.ics", calendar(null, therapy, board, lunch)), file("mine.vcf", secret)];
    const dry = await preview(client, files, at);
    await confirm(client, dry.id, at);
    const events = must(await readAs(client, (tx) => tx.event.findMany({ orderBy: { uid: "asc" } })));
    expect(events.map((event) => [event.uid, event.isPrivate])).toEqual([
      ["b-1", true],
      ["l-1", false],
      ["t-1", true],
    ]);
    for (const helper of [assistant, agent]) {
      const seen = must(
        await readAs(helper, async (tx) => ({
          events: (await tx.event.findMany()).map((event) => event.summary),
          times: await tx.eventOccurrence.count(),
          people: await tx.person.count(),
          tasks: await tx.task.count(),
          rows: await tx.importRow.count(),
          log: JSON.stringify((await tx.logEntry.findMany()).map((entry) => [entry.before, entry.after])),
        })),
      );
      expect(seen).toMatchObject({ events: ["Lunch"], times: 1, people: 0, tasks: 0, rows: 0 });
      expect(seen.log).not.toMatch(/Therapy|Board|Secret|mine\.ics/);
      expect(must(await readImports(helper))).toEqual([]);
      expect(await readImport(helper, dry.id, all)).toBeNull();
    }
  });

  test("what is marked private is skipped when Ana imports it, with the reason", async () => {
    const { assistant } = await cast(at);
    const files = [file("a.ics", calendar(null, therapy, lunch)), file("a.vcf", secret)];
    const done = await confirm(assistant, (await preview(assistant, files, at)).id, at);
    expect(done.rows.map((row) => [row.label, row.outcome, row.why])).toEqual([
      ["Secret Sam", "skip", "The card is marked private: only Mira can import it."],
      ["Therapy", "skip", "The entry is marked private: only Mira can import it."],
      ["Lunch", "make", ""],
    ]);
  });

  test("a private event of Mira's does not show when Ana brings the same entry from her own file", async () => {
    const { client, assistant } = await cast(at);
    await confirm(client, (await preview(client, [file("m.ics", calendar(null, therapy))], at)).id, at);
    const open = therapy.filter((line) => !line.startsWith("CLASS"));
    const done = await confirm(
      assistant,
      (await preview(assistant, [file("a.ics", calendar(null, open))], at)).id,
      at,
    );
    expect(done.rows[0]).toMatchObject({
      outcome: "same",
      eventId: null,
      why: "It is in the calendar already.",
    });
    expect(must(await readAs(assistant, (tx) => tx.event.count()))).toBe(0);
  });

  test("a private person of Mira's is not matched, not filled in and not named when Ana imports their card", async () => {
    const { client, assistant } = await cast(at);
    const mail = { value: "noor@test.invalid", label: "" };
    must(await addPerson(client, { name: "Noor Haddad", emails: [mail], isPrivate: true }, at));
    const noor = card("FN:Noor Haddad", "EMAIL:noor@test.invalid", "TEL:+4930123456");
    const dry = await preview(assistant, [file("a.vcf", noor)], at);
    expect(dry.rows[0]).toMatchObject({ outcome: "make", why: "" });
    await confirm(assistant, dry.id, at);
    const hers = must(await readAs(client, (tx) => tx.person.findFirst({ where: { isPrivate: true } })));
    expect(hers).toMatchObject({ version: 1, phones: [] });
  });

  test("somebody whom Mira makes private later disappears from Ana's import, too", async () => {
    const { client, assistant } = await cast(at);
    const noor = card("FN:Noor Haddad", "UID:n");
    const done = await confirm(assistant, (await preview(assistant, [file("a.vcf", noor)], at)).id, at);
    must(await setPersonPrivacy(client, { id: done.rows[0]?.personId ?? "", version: 1 }, true));
    expect((await readImport(assistant, done.id, all))?.rows).toEqual([]);
    expect((await readImport(client, done.id, all))?.rows).toHaveLength(1);
  });

  test("somebody else's import is absent for Ana and for a stranger: nothing of it can be done", async () => {
    const { client, assistant, stranger } = await cast(at);
    const dry = await preview(client, [file("m.vcf", secret)], at);
    for (const other of [assistant, stranger]) {
      const answers = [
        await confirmImport(other, dry.id, { ...everything, circles: {}, leaveOut: [] }, at),
        await undoImport(other, dry.id, 0, at),
        await dropImport(other, dry.id),
      ];
      for (const answer of answers)
        expect(answer).toMatchObject({ ok: false, refusal: { code: "not-found" } });
    }
    expect((await readImport(client, dry.id, all))?.state).toBe("previewed");
  });
});
