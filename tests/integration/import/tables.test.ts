import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readImport } from "@/lib/queries/read-import";
import { remapImport } from "@/lib/use-cases/import/remap-import";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { keepPicture } from "@/lib/use-cases/person/keep-picture";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { card, confirm, file, preview, takeBack } from "./files";

const at = new Date("2026-11-22T10:00:00Z");
const ONE_DOT = "R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const OTHER_DOT = "R0lGODlhAQABAIAAAP///////ywAAAAAAQABAAACAkQBADs=";

/** What stands beside people's rows, and their rows, as somebody sees them. */
async function known(actor: Actor) {
  return must(
    await readAs(actor, async (tx) => ({
      people: await tx.person.findMany({ where: { removedAt: null }, orderBy: { name: "asc" } }),
      days: await tx.personDate.findMany({ where: { removedAt: null }, orderBy: [{ month: "asc" }] }),
      relations: await tx.personRelation.findMany({ where: { removedAt: null } }),
      contacts: await tx.contact.findMany({ where: { removedAt: null }, orderBy: { at: "asc" } }),
      facts: await tx.personFact.findMany({ where: { removedAt: null }, orderBy: { value: "asc" } }),
      pictures: await tx.personPicture.findMany({ where: { removedAt: null } }),
    })),
  );
}

describe("A table of a program nobody knows", () => {
  const club =
    "Mitglied;Erreichbar;Geb.;Bemerkung\r\nNoor Haddad;noor@test.invalid;03/04/1980;Likes tea\r\nTomas Lind;tomas@test.invalid;07/08/1991;\r\n";

  test("Ana says what its columns mean, and how its dates are meant; the desk remembers both", async () => {
    const { assistant } = await cast(at);
    const dry = await preview(assistant, [file("club.csv", club)], at);
    expect(dry.tables[0]).toMatchObject({
      headings: ["Mitglied", "Erreichbar", "Geb.", "Bemerkung"],
      dateOrderSeen: null,
    });
    expect(dry.counts.people.make).toBe(0);
    const columns = (["name", "email", "birthday", "note"] as const).map((kind) => ({ kind, label: "" }));
    must(await remapImport(assistant, dry.id, { table: 0, columns, dateOrder: null }, at));
    const asked = await readImport(assistant, dry.id, { show: null, after: -1 });
    expect(asked?.tables[0]?.dateOrderSeen).toBe("either");
    expect(asked?.counts).toMatchObject({ people: { make: 2 }, days: 0 });
    must(await remapImport(assistant, dry.id, { table: 0, columns, dateOrder: "day-first" }, at));
    await confirm(assistant, dry.id, at);
    expect((await known(assistant)).days.map(({ month, day, year }) => [year, month, day])).toEqual([
      [1980, 4, 3],
      [1991, 8, 7],
    ]);
    const again = await preview(assistant, [file("club.csv", club)], at);
    expect(again.tables[0]).toMatchObject({ isRemembered: true, dateOrder: "day-first" });
    expect(again.counts.people).toMatchObject({ make: 0, add: 0, same: 2 });
    await takeBack(assistant, dry.id, at);
    expect((await known(assistant)).people).toEqual([]);
  });

  test("another number of columns, and an import that is under way, are refused", async () => {
    const { assistant, stranger } = await cast(at);
    const dry = await preview(assistant, [file("club.csv", club)], at);
    const columns = [{ kind: "name" as const, label: "" }];
    expect(await remapImport(assistant, dry.id, { table: 0, columns, dateOrder: null }, at)).toMatchObject({
      refusal: { code: "invalid" },
    });
    expect(await remapImport(stranger, dry.id, { table: 0, columns, dateOrder: null }, at)).toMatchObject({
      refusal: { code: "not-found" },
    });
    await confirm(assistant, dry.id, at);
    expect(await remapImport(assistant, dry.id, { table: 0, columns, dateOrder: null }, at)).toMatchObject({
      refusal: { code: "not-undoable" },
    });
  });
});

describe("What a card says otherwise", () => {
  test("Mira sees each difference, takes theirs or both where she likes, and gets it all back", async () => {
    const { client } = await cast(at);
    const made = must(
      await addPerson(
        client,
        {
          name: "Noor Haddad",
          organization: "Harbour",
          note: "Rows",
          emails: [{ value: "noor@test.invalid", label: "" }],
          dates: [{ id: null, kind: "birthday", label: "", month: 11, day: 28, year: 1986, leadDays: 7 }],
        },
        at,
      ),
    );
    must(await keepPicture(client, made.id, { base64: ONE_DOT, version: null }));
    const before = await known(client);
    const text = card(
      "FN:Noor Haddad",
      "EMAIL:noor@test.invalid",
      "EMAIL:n@work.invalid",
      "ORG:Shipyard",
      "NOTE:Sails",
      "BDAY:1985-11-30",
      "X-SPOUSE:Tomas Lind",
      "X-PHONETIC-FIRST-NAME:noor",
      `PHOTO;ENCODING=b:${OTHER_DOT}`,
    );
    const dry = await preview(client, [file("b.vcf", text)], at);
    const differences = dry.rows[0]?.differences ?? [];
    expect(differences.map(({ field, was, will, sort, chosen }) => [field, was, will, sort, chosen])).toEqual(
      [
        ["saidAs", "", "noor", "new", "theirs"],
        ["organization", "Harbour", "Shipyard", "conflict", "ours"],
        ["note", "Rows", "Sails", "conflict", "ours"],
        ["emails", "noor@test.invalid", "noor@test.invalid · n@work.invalid", "more", "both"],
        ["day:birthday", "28 November 1986", "30 November 1985", "conflict", "ours"],
        ["relations", "", "partner: Tomas Lind", "more", "theirs"],
        ["picture", "a picture", "another picture", "conflict", "ours"],
      ],
    );
    expect(dry.counts.differs).toBe(1);
    await confirm(client, dry.id, at, {
      fields: {
        "0": {
          organization: "theirs",
          note: "both",
          emails: "ours",
          "day:birthday": "theirs",
          picture: "theirs",
        },
      },
    });
    const after = await known(client);
    expect(after.people[0]).toMatchObject({
      organization: "Shipyard",
      note: "Rows\n\nSails",
      saidAs: "noor",
    });
    expect(after.people[0]?.emails).toHaveLength(1);
    expect(after.days).toMatchObject([{ month: 11, day: 30, year: 1985 }]);
    expect(after.relations).toMatchObject([{ kind: "partner", otherName: "Tomas Lind" }]);
    expect(after.pictures[0]?.sum).not.toBe(before.pictures[0]?.sum);
    await takeBack(client, dry.id, at);
    const back = await known(client);
    expect(back.people[0]).toMatchObject({ organization: "Harbour", note: "Rows", saidAs: "" });
    expect(back.days).toMatchObject([{ month: 11, day: 28, year: 1986 }]);
    expect(back.relations).toEqual([]);
    expect(back.pictures[0]?.sum).toBe(before.pictures[0]?.sum);
  });

  test("a picture that is none, too large or at an address is left out, and the row says why", async () => {
    const { client } = await cast(at);
    const text =
      card("FN:Noor", `PHOTO;ENCODING=b;TYPE=JPEG:${Buffer.from("<svg onload=x>").toString("base64")}`) +
      card("FN:Tomas", "PHOTO;VALUE=uri:https://pictures.invalid/tomas.jpg") +
      card(
        "FN:Elin",
        `PHOTO;ENCODING=b:${Buffer.concat([Buffer.from("GIF89a"), Buffer.alloc(1_100_000)]).toString("base64")}`,
      );
    const done = await confirm(client, (await preview(client, [file("p.vcf", text)], at)).id, at);
    expect(done.rows.map((row) => row.why)).toEqual([
      "The picture is not a JPEG, PNG, WebP or GIF.",
      "The picture is at an address elsewhere, and is not fetched.",
      "The picture has 1.1 MB; at most 1 MB is kept.",
    ]);
    expect((await known(client)).pictures).toEqual([]);
  });
});

describe("Monica's export", () => {
  const contact = (uuid: string, first: string, more: object, data: object[] = []) => ({
    uuid,
    properties: { first_name: first, last_name: "Haddad", ...more },
    data,
  });
  const account = {
    version: "1.0-preview.1",
    account: {
      uuid: "a",
      data: [
        {
          count: 2,
          type: "contact",
          values: [
            contact(
              "u1",
              "Noor",
              {
                company: "Harbour",
                birthdate: { uuid: "d", is_age_based: false, is_year_unknown: true, date: "2020-11-28" },
                food_preferences: "No nuts",
              },
              [
                { count: 1, type: "note", values: [{ properties: { body: "Rows on Sundays" } }] },
                {
                  count: 1,
                  type: "call",
                  values: [
                    {
                      uuid: "c1",
                      properties: { called_at: "2024-05-01T10:00:00Z", content: "About the boat" },
                    },
                  ],
                },
                { count: 1, type: "gift", values: [{ properties: { name: "A lamp", status: "offered" } }] },
                { count: 1, type: "activity", values: ["act1"] },
                {
                  count: 1,
                  type: "contact_field",
                  values: [{ properties: { data: "noor@test.invalid", type: "t1" } }],
                },
                { count: 2, type: "debt", values: [{ properties: {} }, { properties: {} }] },
                {
                  count: 1,
                  type: "reminder",
                  values: [
                    { properties: { title: "Name day", initial_date: "2021-06-01", frequency_type: "year" } },
                  ],
                },
              ],
            ),
            contact("u2", "Leni", {
              is_dead: true,
              deceased_date: { date: "2019-02-03", is_year_unknown: false },
            }),
          ],
        },
        {
          count: 1,
          type: "relationship",
          values: [{ properties: { type: "child", contact_is: "u2", of_contact: "u1" } }],
        },
        {
          count: 1,
          type: "activity",
          values: [{ uuid: "act1", properties: { summary: "Dinner", happened_at: "2024-06-01" } }],
        },
      ],
      instance: { contact_field_types: [{ uuid: "t1", properties: { name: "Email", type: "email" } }] },
    },
  };

  test("people, days, relations, notes and contact come along; what has no place is told on the row; again, nothing changes", async () => {
    const { client } = await cast(at);
    const files = [file("monica.json", JSON.stringify(account))];
    const done = await confirm(client, (await preview(client, files, at)).id, at);
    const desk = await known(client);
    expect(desk.people.map(({ name, isDead }) => [name, isDead])).toEqual([
      ["Leni Haddad", true],
      ["Noor Haddad", false],
    ]);
    expect(desk.people[1]).toMatchObject({
      organization: "Harbour",
      note: "Rows on Sundays",
      emails: [{ value: "noor@test.invalid" }],
    });
    expect(desk.days.map(({ kind, label, month, day, year }) => [kind, label, year, month, day])).toEqual([
      ["other", "Name day", null, 6, 1],
      ["birthday", "", null, 11, 28],
    ]);
    expect(desk.relations).toMatchObject([{ kind: "child", otherId: desk.people[0]?.id }]);
    expect(desk.contacts.map(({ how, note }) => [how, note])).toEqual([
      ["call", "About the boat"],
      ["meeting", "Dinner"],
    ]);
    expect(desk.facts.map(({ kind, value }) => [kind, value])).toEqual([
      ["gift", "A lamp"],
      ["like", "No nuts"],
    ]);
    expect(done.rows[0]?.why).toContain("2 debts left out");
    const again = await preview(client, files, at);
    expect(again.rows.map((row) => row.outcome)).toEqual(["same", "same"]);
    await takeBack(client, done.id, at);
    const empty = await known(client);
    expect([empty.people, empty.relations, empty.contacts, empty.facts]).toEqual([[], [], [], []]);
  });
});
