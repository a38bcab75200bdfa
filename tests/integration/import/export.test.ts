import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type ExportFormat, exportFormats } from "@/lib/domain/person/exported";
import { exportPeople } from "@/lib/queries/export-people";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { addRelation } from "@/lib/use-cases/person/add-relation";
import { keepPicture } from "@/lib/use-cases/person/keep-picture";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { card, confirm, file, preview } from "./files";

const at = new Date("2026-11-22T10:00:00Z");
const ONE_DOT = "R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const endings: Record<ExportFormat, string> = { vcard4: "vcf", vcard3: "vcf", csv: "csv", json: "json" };

async function exported(actor: Actor, format: ExportFormat, personId: string | null = null): Promise<string> {
  let text = "";
  for await (const piece of must(await exportPeople(actor, { format, circle: null, personId }, at)))
    text += piece;
  return text;
}

/** Everything that stands of people, to the last column. */
async function everything(actor: Actor) {
  return must(
    await readAs(actor, async (tx) => ({
      people: await tx.person.findMany({ orderBy: { id: "asc" } }),
      days: await tx.personDate.findMany({ orderBy: { id: "asc" } }),
      relations: await tx.personRelation.findMany({ orderBy: { id: "asc" } }),
      pictures: await tx.personPicture.findMany({
        orderBy: { id: "asc" },
        select: { id: true, version: true, sum: true },
      }),
    })),
  );
}

const rich = card(
  "FN:Noor Haddad",
  "N:Haddad;Noor;;;",
  "UID:noor-1",
  "EMAIL;TYPE=work:noor@test.invalid",
  "item1.TEL:+49 30 123456",
  "item1.X-ABLabel:the boat; mornings",
  "ADR;TYPE=home:;;Old mill 3;Bonn;;53111;Germany",
  "BDAY:--0229",
  "ANNIVERSARY:20100501",
  "item2.X-ABDATE:2001-06-30",
  "item2.X-ABLabel:Moved, to Bonn",
  "X-SPOUSE:Tomas Lind",
  "X-PHONETIC-FIRST-NAME:noor",
  `PHOTO;ENCODING=b;TYPE=GIF:${ONE_DOT}`,
);

describe("Mira takes her people along and brings them back", () => {
  test.each(exportFormats)("as %s: nothing changes", async (format) => {
    const { client } = await cast(at);
    await confirm(
      client,
      (await preview(client, [file("a.vcf", rich + card("FN:Tomas Lind", "DEATHDATE:20200102"))], at)).id,
      at,
    );
    const made = must(await addPerson(client, { name: "Ines Ab", note: "=1+1", isPrivate: true }, at));
    must(await keepPicture(client, made.id, { base64: ONE_DOT, version: null }));
    const before = await everything(client);
    expect(before.people).toHaveLength(3);
    expect(before.relations).toMatchObject([{ kind: "partner", otherName: "" }]);
    const text = await exported(client, format);
    const dry = await preview(client, [file(`back.${endings[format]}`, text)], at);
    expect(dry.rows.map((row) => [row.label, row.outcome, row.differences ?? []])).toEqual(
      [
        ["Noor Haddad", "same", []],
        ["Ines Ab", "same", []],
        ["Tomas Lind", "same", []],
      ].sort(
        (a, b) =>
          dry.rows.findIndex((row) => row.label === a[0]) - dry.rows.findIndex((row) => row.label === b[0]),
      ),
    );
    await confirm(client, dry.id, at);
    expect(await everything(client)).toEqual(before);
    expect((await exported(client, format)).replace(/"exportedAt":"[^"]+"/, "")).toBe(
      text.replace(/"exportedAt":"[^"]+"/, ""),
    );
  });

  test("whatever somebody has typed about people comes back as it was, in every format", async () => {
    const { client } = await cast(at);
    const nasty = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            "\n",
            "\r\n",
            '"',
            ";",
            ",",
            "\\",
            "\\n",
            "'",
            "=",
            "+",
            "@",
            "\t",
            ":::",
            " ",
            "BEGIN:VCARD",
            "é",
            "日",
            "👩‍🚀",
            "\u202e",
            "{}",
            "]",
          ),
          fc.string({ unit: "grapheme", maxLength: 6 }),
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join("").replaceAll("\u0000", "").toWellFormed().trim());
    const line = nasty.map((text) => text.replace(/[\r\n]+/g, " ").trim());
    const person = fc.record({
      name: line.filter((text) => text !== ""),
      givenName: line,
      familyName: line,
      organization: line,
      jobTitle: line,
      howMet: nasty,
      careful: nasty,
      note: nasty,
      phones: fc.array(
        fc.record({
          value: fc.constantFrom("+49 30 1", "-12", "call: me"),
          label: line.map((text) => text.slice(0, 40).toWellFormed()),
        }),
        { maxLength: 2 },
      ),
    });
    const seed = Number(process.env.FIRSTHAND_SEED ?? 20261124);
    const people = fc.sample(person, { seed, numRuns: 60 });
    for (const one of people) must(await addPerson(client, one, at));
    for (const format of exportFormats) {
      const dry = await preview(client, [file(`all.${endings[format]}`, await exported(client, format))], at);
      const changed = (dry.rows as typeof dry.rows).filter(
        (row) => row.outcome !== "same" || row.differences,
      );
      expect(changed, `seed ${seed}, ${format}`).toEqual([]);
      expect(dry.counts.people.same, `seed ${seed}, ${format}`).toBe(people.length);
    }
  });

  test("a cell never begins like a formula", async () => {
    const { client } = await cast(at);
    for (const name of ["=1+1", "+49", "-x", "@here", "'=x"]) must(await addPerson(client, { name }, at));
    const text = await exported(client, "csv");
    expect(text).not.toMatch(/(^|,|\n)"?[=+\-@\t]/);
    const note = "Plan;=1+1\n@home\t-x;'+2";
    const { id } = must(await addPerson(client, { name: "Noor", note }, at));
    const cells = await exported(client, "csv", id);
    expect(cells).toContain("Plan;'=1+1\n'@home\t'-x;''+2");
    const dry = await preview(client, [file("back.csv", cells)], at);
    expect(dry.rows.map((row) => [row.outcome, row.differences ?? []])).toEqual([["same", []]]);
  });
});

describe("What is private stays in Mira's own file", () => {
  test("a relation that is private comes back private from her card, and does not stand in her table", async () => {
    const { client } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor Haddad" }, at));
    must(await addRelation(client, id, { kind: "partner", otherName: "Secret Sam", isPrivate: true }));
    must(await addRelation(client, id, { kind: "child", otherName: "Open Olga" }));
    for (const format of ["vcard4", "vcard3", "json"] as const) {
      const other = await cast(at);
      const text = await exported(client, format);
      await confirm(
        other.client,
        (await preview(other.client, [file(`all.${endings[format]}`, text)], at)).id,
        at,
      );
      const there = (await everything(other.client)).relations.map((one) => [one.otherName, one.isPrivate]);
      expect(there.sort(), format).toEqual([
        ["Open Olga", false],
        ["Secret Sam", true],
      ]);
    }
    const table = await exported(client, "csv");
    expect(table).toContain("Open Olga");
    expect(table).not.toMatch(/Secret|Relation 2/);
  });

  test.each(exportFormats)("Ana's %s has nobody private in it, and no private picture", async (format) => {
    const { client, assistant } = await cast(at);
    const secret = must(await addPerson(client, { name: "Secret Sam", isPrivate: true }, at));
    must(await addPerson(client, { name: "Open Olga" }, at));
    expect(await exported(client, format)).toContain("Secret Sam");
    const hers = await exported(assistant, format);
    expect(hers).toContain("Open Olga");
    expect(hers).not.toMatch(/Secret|Sam/);
    const one = await exportPeople(assistant, { format, circle: null, personId: secret.id }, at);
    expect(one).toMatchObject({ ok: false, refusal: { code: "not-found" } });
  });
});
