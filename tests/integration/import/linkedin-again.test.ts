import { expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import { readPeople } from "@/lib/queries/read-people";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { confirm, file, preview } from "./files";

const at = new Date("2026-11-22T10:00:00Z");

/** What LinkedIn writes of one connection: no address, no number, the profile's page. */
function connections(company: string, position: string) {
  const head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
  const row = `Noor,Haddad,https://www.linkedin.com/in/noor-haddad,,${company},${position},03 May 2021`;
  return file("Connections.csv", `${head}\r\n${row}\r\n`);
}

test("Somebody from LinkedIn is the same when they have changed their work since, and Mira has written their address down", async () => {
  const { client } = await cast(at);
  await confirm(client, (await preview(client, [connections("Harbour", "Captain")], at)).id, at);
  const [noor] = must(await readPeople(client, { q: "noor", circle: null, cursor: null }, at)).people;
  const emails = [{ value: "noor@test.invalid", label: "" }];
  must(await editPerson(client, { id: noor?.id ?? "", version: 1 }, { emails }, at));
  const again = await preview(client, [connections("Museum", "Director")], at);
  expect(again.counts.people).toMatchObject({ make: 0, same: 1 });
  expect(again.rows[0]?.why).toContain("Matched because Noor Haddad has the same name and link.");
  await confirm(client, again.id, at);
  expect(must(await readAs(client, (tx) => tx.person.count()))).toBe(1);
});
