import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { confirm, file, preview } from "./files";

const at = new Date("2026-11-22T10:00:00Z");
const ids = ["0f1e2d3c-4b5a-4968-8776-655443322110", "0f1e2d3c-4b5a-4968-8776-655443322111"];

/** Our own format with whatever somebody has put into it; on one line each as we write it, or set otherwise. */
function own(people: unknown[], isSet: boolean) {
  const head = '{"format":"firsthand-people","version":1,"people":[\n';
  if (!isSet) return file("p.json", `${head}${people.map((one) => JSON.stringify(one)).join(",\n")}\n]}`);
  return file("p.json", JSON.stringify({ format: "firsthand-people", version: 1, people }, null, 1));
}

const wrong = [null, 7, "x", [], {}, { kind: 3 }, { kind: "no such kind", how: "no such way" }];

const odd = {
  id: ids[0],
  name: "Noor Haddad",
  givenName: { toString: 1 },
  nicknames: [null, "Nono", 7],
  emails: [...wrong, { value: "noor@test.invalid", label: 7 }],
  phones: "many",
  addresses: wrong,
  links: { length: 2 },
  note: "a\u0000b",
  language: 7,
  zone: "No/Where",
  days: [
    ...wrong,
    { kind: "birthday", month: 2, day: 30, year: 1986 },
    { kind: "birthday", month: 1.5, day: 3, year: null },
    { kind: "other", month: 1, day: 3, year: 0 },
    { kind: "other", month: 1, day: 3, year: 10_000 },
    { kind: "birthday", month: 11, day: 28, year: 1986 },
  ],
  relations: [...wrong, { kind: "spouse", name: "Tomas" }, { kind: "partner", name: "Tomas" }],
  facts: [
    ...wrong,
    { kind: "secret", value: "x" },
    { kind: "like", value: "tea", label: null, fromWhere: 5 },
  ],
  contacts: [
    ...wrong,
    { key: "k", at: "-000005-01-01T00:00:00Z", how: "call", note: "" },
    { key: "k", at: "+012026-01-01T00:00:00Z", how: "call", note: "" },
    { key: "k", at: "2024-05-01T10:00:00Z", how: "fax", note: "" },
    { key: "k", at: "2024-05-01T10:00:00Z", how: "call", note: { a: 1 } },
    { key: "k", at: "2024-05-01T10:00:00Z", how: "call", note: "the same once more" },
    { key: 9, at: "2024-05-02T10:00:00Z", how: "letter", note: "kept" },
  ],
  picture: [1],
  circles: [null, "friends"],
  isDead: "yes",
  diedOn: "2020-02-31",
};

describe("Our own format, written by somebody else", () => {
  test.each([
    ["line by line", false],
    ["set otherwise", true],
  ])(
    "%s: what can be read comes in, the rest is named on the row, and nothing gets stuck",
    async (_, isSet) => {
      const { client } = await cast(at);
      const others = [...wrong, { id: ids[1], name: "Tomas Lind", diedOn: "0000-01-01", days: null }];
      const dry = await preview(client, [own([odd, ...others], isSet)], at);
      expect(dry.rows.filter((row) => row.what === "person").map((row) => row.label)).toEqual([
        "Noor Haddad",
        "Tomas Lind",
      ]);
      expect(dry.rows[0]?.why).toMatch(/Left out, because it cannot be read: \d+ × day/);
      for (const what of ["e-mail address", "address", "relation", "fact", "earlier contact"])
        expect(dry.rows[0]?.why).toContain(`× ${what}.`);
      await confirm(client, dry.id, at);
      const kept = must(
        await readAs(client, async (tx) => ({
          people: await tx.person.findMany({ orderBy: { name: "asc" } }),
          days: await tx.personDate.findMany(),
          relations: await tx.personRelation.findMany(),
          facts: await tx.personFact.findMany({ orderBy: { value: "asc" } }),
          contacts: await tx.contact.findMany({ orderBy: { at: "asc" } }),
        })),
      );
      expect(kept.people[0]).toMatchObject({
        nicknames: ["Nono"],
        note: "ab",
        zone: null,
        isDead: true,
        diedOn: null,
      });
      expect(kept.days).toMatchObject([{ kind: "birthday", year: 1986, month: 11, day: 28 }]);
      expect(kept.relations).toMatchObject([{ kind: "partner" }]);
      expect(kept.facts.map(({ value }) => value)).toEqual(["Died: 0000-01-01", "Died: 2020-02-31", "tea"]);
      expect(kept.contacts.map(({ how, note }) => [how, note])).toEqual([
        ["call", ""],
        ["letter", "kept"],
      ]);
    },
  );
});
