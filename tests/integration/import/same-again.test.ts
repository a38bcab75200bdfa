import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type ExportedPerson, type ExportFormat, exportFormats } from "@/lib/domain/person/exported";
import { factKinds } from "@/lib/domain/person/fact";
import { exportPeople } from "@/lib/queries/export-people";
import { logContact } from "@/lib/use-cases/contact/log-contact";
import { addFact } from "@/lib/use-cases/person/add-fact";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { addRelation } from "@/lib/use-cases/person/add-relation";
import { keepPicture } from "@/lib/use-cases/person/keep-picture";
import { markDied } from "@/lib/use-cases/person/mark-died";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { card, confirm, file, preview } from "./files";

const at = new Date("2026-11-22T10:00:00Z");
const ONE_DOT = "R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const endings: Record<ExportFormat, string> = { vcard4: "vcf", vcard3: "vcf", csv: "csv", json: "json" };

async function exported(actor: Actor, format: ExportFormat): Promise<string> {
  let text = "";
  for await (const piece of must(await exportPeople(actor, { format, circle: null, personId: null }, at)))
    text += piece;
  return text;
}

/** What a format can carry of everybody, in the order of their names. */
async function carried(actor: Actor, format: ExportFormat) {
  const { people } = JSON.parse(await exported(actor, "json")) as { people: ExportedPerson[] };
  return people.map(({ id: _, changedAt: __, facts, contacts, picture, relations, ...rest }) => ({
    ...rest,
    relations: relations.map(({ kind, name }) => `${kind} ${name}`),
    ...(format === "csv" ? {} : { facts, picture }),
    ...(format === "json" ? { contacts } : {}),
  }));
}

/** Everything that stands of people, to the last column. */
async function everything(actor: Actor) {
  return must(
    await readAs(actor, async (tx) => ({
      people: await tx.person.findMany({ orderBy: { id: "asc" } }),
      days: await tx.personDate.findMany({ orderBy: { id: "asc" } }),
      relations: await tx.personRelation.findMany({ orderBy: { id: "asc" } }),
      facts: await tx.personFact.findMany({ orderBy: { id: "asc" } }),
      contacts: await tx.contact.findMany({ orderBy: { id: "asc" } }),
    })),
  );
}

const day = (kind: "birthday" | "anniversary" | "other", date: string, label = "") => {
  const [year = "", month, dayOfMonth] = date.split("/");
  return {
    id: null,
    kind,
    label,
    year: year === "" ? null : Number(year),
    month: Number(month),
    day: Number(dayOfMonth),
    leadDays: null,
  };
};

/** People in every state there is. */
async function fill(client: Actor): Promise<void> {
  const dates = [
    day("birthday", "1986/11/28"),
    day("birthday", "1986/11/29"),
    day("birthday", "1950/11/28"),
    day("anniversary", "2010/5/1"),
    day("anniversary", "/6/2"),
    day("other", "/2/29"),
    day("other", "1604/3/4", "Moved, to Bonn"),
    day("other", "2001/6/30", "Anniversary"),
    day("other", "2002/6/30", "other: birthday"),
    day("other", "2003/6/30", "Moved, to Bonn"),
  ];
  const noor = must(
    await addPerson(
      client,
      {
        name: "Noor Haddad",
        givenName: "Noor",
        familyName: "Haddad",
        nicknames: ["Nono ::: N", "N, the one"],
        saidAs: "noor ha-DAHD",
        organization: "Harbour; Sons, Ltd",
        jobTitle: "Captain",
        circles: ["inner", "friends"],
        emails: [
          { value: "noor@test.invalid", label: "* work" },
          { value: "mailto:n@test.invalid", label: "" },
        ],
        phones: [
          { value: "tel:+49123;ext=5", label: "boat" },
          { value: "+49 30 1 ::: 2", label: "" },
          { value: "tel:+49123;ext=5", label: "cell" },
        ],
        addresses: [{ value: "Old mill 3\n53111 Bonn", label: "home" }],
        links: [{ value: "https://noor.invalid/", label: "" }],
        howMet: "On a boat,\nin 1999",
        careful: "No calls; ever",
        note: "Line one\n\nLine three, =1+1",
        language: "de-CH",
        zone: "Asia/Kolkata",
        dates,
      },
      at,
    ),
  );
  const tomas = must(
    await addPerson(client, { name: "Tomas Lind", zone: "UTC", phones: [{ value: "12", label: "" }] }, at),
  );
  must(await addPerson(client, { name: "Secret Sam", isPrivate: true, dates: [day("other", "/1/1")] }, at));
  const leni = must(await addPerson(client, { name: "Leni Lind" }, at));
  const otto = must(await addPerson(client, { name: "Otto Lind", dates: [day("birthday", "1930/1/2")] }, at));
  must(
    await markDied(client, { id: leni.id, version: 1 }, { diedOn: "2019-02-03", isRemembered: false }, at),
  );
  must(await markDied(client, { id: otto.id, version: 1 }, { diedOn: null, isRemembered: false }, at));
  for (const kind of factKinds)
    must(
      await addFact(client, noor.id, { kind, value: `A ${kind}; with, marks`, label: "l", fromWhere: "Ana" }),
    );
  must(await addFact(client, noor.id, { kind: "detail", value: "Hers alone", isPrivate: true }));
  must(await addRelation(client, noor.id, { kind: "child", otherId: leni.id }));
  must(await addRelation(client, noor.id, { kind: "introduced-by", otherId: tomas.id }));
  must(await addRelation(client, noor.id, { kind: "pet", otherName: "Rex" }));
  must(await keepPicture(client, noor.id, { base64: ONE_DOT, version: null }));
  must(await logContact(client, noor.id, { how: "call", at, note: "About the boat", isPrivate: false }, at));
  const foreign =
    card("FN:Elin Sørensen", "UID:17", "EMAIL:elin@test.invalid", "BDAY:1990") + card("FN:Ada Ab", "UID:17");
  await confirm(client, (await preview(client, [file("f.vcf", foreign)], at)).id, at);
}

describe("Mira's own file of people in every state", () => {
  test("changes nothing on her desk, and makes the same people on an empty one, in every format", async () => {
    const { client } = await cast(at);
    await fill(client);
    const before = await everything(client);
    expect(before.people).toHaveLength(7);
    for (const format of exportFormats) {
      const files = [file(`all.${endings[format]}`, await exported(client, format))];
      const dry = await preview(client, files, at);
      expect(
        dry.rows.filter((row) => row.outcome !== "same" || row.differences),
        format,
      ).toEqual([]);
      await confirm(client, dry.id, at);
      expect(await everything(client), format).toEqual(before);
      const { client: other } = await cast(at);
      await confirm(other, (await preview(other, files, at)).id, at);
      expect(await carried(other, format), format).toEqual(await carried(client, format));
    }
  });

  test("shows other programs the days of her own, with their names", async () => {
    const { client } = await cast(at);
    await fill(client);
    const text = (await exported(client, "vcard3")).replaceAll("\r\n ", "");
    expect(text).toMatch(/item\d+\.X-ABDATE[^:]*:2001-06-30\r\nitem\d+\.X-ABLabel:Anniversary/);
    expect(text).toMatch(/X-ABDATE[^:]*;X-APPLE-OMIT-YEAR=1604:1604-02-29/);
    const foreign = text
      .replaceAll("-//Firsthand//People//EN", "-//Other//EN")
      .replace(/;X-FIRSTHAND-KIND=\w+/g, "");
    const { client: other } = await cast(at);
    await confirm(other, (await preview(other, [file("o.vcf", foreign)], at)).id, at);
    const labels = must(await readAs(other, (tx) => tx.personDate.findMany({ where: { kind: "other" } })));
    expect(labels.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["Moved, to Bonn", "other: birthday"]),
    );
  });
});
