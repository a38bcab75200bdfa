import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { confirmImport } from "@/lib/use-cases/import/confirm-import";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { keepPicture } from "@/lib/use-cases/person/keep-picture";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { card, confirm, file, preview, takeBack } from "./files";

const at = new Date("2026-11-22T10:00:00Z");
const DOTS = ["R0lGODlhAQABAAAAACwAAAAAAQABAAA=", "R0lGODlhAQABAIAAAP///////ywAAAAAAQABAAACAkQBADs="];
const mail = { value: "noor@test.invalid", label: "" };
const day = { id: null, kind: "birthday" as const, label: "", month: 11, day: 28, year: null, leadDays: 7 };

const first = card(
  "FN:Noor Haddad",
  "EMAIL:noor@test.invalid",
  "TEL:+49 30 1",
  "BDAY:1986-11-28",
  "NOTE:Rows",
);
const second = card(
  "FN:Noor Haddad",
  "EMAIL:noor@test.invalid",
  "TEL:+49 30 2",
  "ORG:Harbour",
  "X-ABDATE:--0630",
);
const guests = (n: number) => Array.from({ length: n }, (_, one) => card(`FN:Guest ${one}`)).join("");

async function noor(actor: Actor) {
  const row = must(
    await readAs(actor, (tx) =>
      tx.person.findFirst({
        where: { name: "Noor Haddad", removedAt: null },
        include: { dates: { where: { removedAt: null }, select: { kind: true, year: true, month: true } } },
      }),
    ),
  );
  const { id = "", version = 0, phones, organization, note, dates } = row ?? {};
  return { id, version, is: { phones, organization, note, dates } };
}

describe("Two cards of one file that spoke of somebody who was there", () => {
  test.each([
    ["one after the other", 0],
    ["in two steps of the import", 600],
  ])("%s: taking the import back leaves them as they were before both", async (_, between) => {
    const { client } = await cast(at);
    must(await addPerson(client, { name: "Noor Haddad", emails: [mail], dates: [day] }, at));
    const before = await noor(client);
    const dry = await preview(client, [file("a.vcf", first + guests(between) + second)], at);
    await confirm(client, dry.id, at);
    expect((await noor(client)).is).toMatchObject({
      phones: [{}, {}],
      organization: "Harbour",
      note: "Rows",
    });

    expect(await takeBack(client, dry.id, at)).toMatchObject({ state: "undone", counts: { stayed: 0 } });
    expect((await noor(client)).is).toEqual(before.is);
  });

  test("what Mira wrote between the two stays, with what the first had added before her", async () => {
    const { client } = await cast(at);
    must(await addPerson(client, { name: "Noor Haddad", emails: [mail] }, at));
    const dry = await preview(client, [file("a.vcf", first + guests(600) + second)], at);
    must(await confirmImport(client, dry.id, { circle: "wider", circles: {}, leaveOut: [] }, at));
    must(await editPerson(client, await noor(client), { note: "Rows on Sundays" }, at));
    await confirm(client, dry.id, at);

    await takeBack(client, dry.id, at);
    expect((await noor(client)).is).toMatchObject({
      note: "Rows on Sundays",
      organization: "",
      phones: [{ value: "+49 30 1" }],
    });
  });

  test("the picture that both wrote over is the first one again", async () => {
    const { client } = await cast(at);
    const made = must(await addPerson(client, { name: "Noor Haddad", emails: [mail] }, at));
    must(await keepPicture(client, made.id, { base64: DOTS[0] ?? "", version: null }));
    const sum = async () => must(await readAs(client, (tx) => tx.personPicture.findFirst()))?.sum;
    const before = await sum();
    const pictured = (text: string, dot = "") =>
      text.replace("END:VCARD", `PHOTO;ENCODING=b:${dot}\r\nEND:VCARD`);
    const other = Buffer.from(DOTS[1] ?? "", "base64");
    other[10] = 1;
    const files = pictured(first, DOTS[1]) + guests(600) + pictured(second, other.toString("base64"));
    const dry = await preview(client, [file("a.vcf", files)], at);
    const theirs = { picture: "theirs" as const };
    await confirm(client, dry.id, at, { fields: { "0": theirs, "601": theirs } });
    expect(await sum()).not.toBe(before);

    await takeBack(client, dry.id, at);
    expect(await sum()).toBe(before);
  });
});
