import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { editContact } from "@/lib/use-cases/contact/edit-contact";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { confirm, file, preview, takeBack } from "./files";

const at = new Date("2026-11-22T10:00:00Z");

const noorsCard = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Noor Haddad\r\nN:Haddad;Noor;;;\r\nEND:VCARD\r\n";

/** Monica's export of one person who was at one dinner. Whoever else was there has it under the same name. */
function guest(first: string, last: string) {
  const dinner = { uuid: "dinner", properties: { summary: "Dinner", happened_at: "2024-06-01" } };
  const person = {
    uuid: first,
    properties: { first_name: first, last_name: last },
    data: [{ count: 1, type: "activity", values: ["dinner"] }],
  };
  const data = [
    { count: 1, type: "contact", values: [person] },
    { count: 1, type: "activity", values: [dinner] },
  ];
  const account = { version: "1.0-preview.1", account: { uuid: "a", data, instance: {} } };
  return file(`${first}.json`, JSON.stringify(account));
}

/** Whose contact stands, by name. */
async function dinners(actor: Actor) {
  return must(
    await readAs(actor, async (tx) => {
      const people = new Map((await tx.person.findMany()).map((person) => [person.id, person.name]));
      const contacts = await tx.contact.findMany({ where: { removedAt: null } });
      return contacts.map(({ id, version, personId }) => ({ id, version, name: people.get(personId) }));
    }),
  );
}

describe("A dinner that two people have been to", () => {
  test("stays with the one when the other's import is taken back", async () => {
    const { client } = await cast(at);
    await confirm(client, (await preview(client, [guest("Tomas", "Lind")], at)).id, at);
    const noor = await confirm(client, (await preview(client, [guest("Noor", "Haddad")], at)).id, at);
    expect(await dinners(client)).toHaveLength(2);

    await takeBack(client, noor.id, at);
    expect(await dinners(client)).toMatchObject([{ name: "Tomas Lind" }]);
  });

  test("goes again when it was taken back, imported once more, and taken back", async () => {
    const { assistant } = await cast(at);
    await confirm(assistant, (await preview(assistant, [file("n.vcf", noorsCard)], at)).id, at);
    for (const _ of [1, 2]) {
      const done = await confirm(assistant, (await preview(assistant, [guest("Noor", "Haddad")], at)).id, at);
      expect(await dinners(assistant)).toMatchObject([{ name: "Noor Haddad" }]);
      await takeBack(assistant, done.id, at);
      expect(await dinners(assistant)).toEqual([]);
    }
  });

  test("stays with somebody known when Mira has written about it since it was imported", async () => {
    const { client, assistant } = await cast(at);
    await confirm(assistant, (await preview(assistant, [file("n.vcf", noorsCard)], at)).id, at);
    const done = await confirm(assistant, (await preview(assistant, [guest("Noor", "Haddad")], at)).id, at);
    const [dinner] = await dinners(assistant);
    must(await editContact(client, dinner ?? { id: "", version: 0 }, { note: "At the mill" }, at));

    await takeBack(assistant, done.id, at);
    expect(await dinners(assistant)).toMatchObject([{ name: "Noor Haddad", version: 2 }]);
  });
});
