import { describe, expect, test } from "vitest";
import { readHistory } from "@/lib/queries/read-history";
import { readPerson } from "@/lib/queries/read-person";
import { addFact } from "@/lib/use-cases/person/add-fact";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { checkFact } from "@/lib/use-cases/person/check-fact";
import { checkField } from "@/lib/use-cases/person/check-field";
import { editFact } from "@/lib/use-cases/person/edit-fact";
import { removeFact } from "@/lib/use-cases/person/remove-fact";
import { restoreFact } from "@/lib/use-cases/person/restore-fact";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const now = new Date();
const later = new Date(Date.UTC(now.getUTCFullYear() + 3, now.getUTCMonth() + 1, 1));

describe("What is known about somebody says who said it", () => {
  test("Ana writes down what Noor enjoys, Mira corrects it: the fact is Mira's then", async () => {
    const { client, assistant } = await cast();
    const { id } = must(await addPerson(client, { name: "Noor Haddad" }, now));
    const fact = must(await addFact(assistant, id, { kind: "like", value: "Tea", fromWhere: "her letter" }));

    const before = must2(await readPerson(client, id, now)).facts;
    expect(before).toMatchObject([
      { value: "Tea", source: { by: "Ana Duarte", how: "hand", from: "her letter", isOld: false } },
    ]);

    must(await editFact(client, { id: fact.id, version: 1 }, { value: "Green tea" }));
    const after = must2(await readPerson(client, id, now)).facts;
    expect(after).toMatchObject([{ value: "Green tea", version: 2, source: { by: "Mira Holt", from: "" } }]);
    expect(await editFact(assistant, { id: fact.id, version: 1 }, { value: "Coffee" })).toMatchObject({
      ok: false,
      refusal: { code: "stale", version: 2, changed: expect.arrayContaining(["value"]), by: "Mira Holt" },
    });
  });

  test("What somebody enjoys is worth a look after three years, and is not once Ana found it right", async () => {
    const { client, assistant } = await cast();
    const { id } = must(await addPerson(client, { name: "Noor Haddad" }, now));
    const fact = must(await addFact(client, id, { kind: "like", value: "Tea" }));

    expect(must2(await readPerson(client, id, later)).facts[0]?.source.isOld).toBe(true);
    const checked = must(await checkFact(assistant, { id: fact.id, version: 1 }, true, later));
    const seen = must2(await readPerson(client, id, now)).facts[0];
    expect(seen?.source).toMatchObject({ isOld: false, by: "Mira Holt", checkedBy: "Ana Duarte" });
    must(await checkFact(assistant, { id: fact.id, version: checked.version }, false, later));
    expect(must2(await readPerson(client, id, later)).facts[0]?.source).toMatchObject({
      isOld: true,
      checkedBy: null,
    });
  });

  test("A phone number on the card is old after two years; whoever finds it right stands in the history", async () => {
    const { client, assistant } = await cast();
    const phones = [{ value: "+49 30 1234", label: "home" }];
    const { id } = must(await addPerson(assistant, { name: "Noor Haddad", phones }, now));
    const field = "phones:+49 30 1234";

    const sources = must2(await readPerson(client, id, later)).sources;
    expect(sources[field]).toMatchObject({ by: "Ana Duarte", how: "hand", isOld: true });
    expect(sources.name).toMatchObject({ by: "Ana Duarte", isOld: false });
    must(await checkField(client, { id, version: 1 }, { field, isRight: true }, now));
    expect(must2(await readPerson(client, id, now)).sources[field]).toMatchObject({ checkedBy: "Mira Holt" });
    const filter = { who: null, refused: false, subject: id, rows: false };
    const [line] = must(await readHistory(client, filter, null)).lines;
    expect(line?.sentence).toBe("Mira found a phone number of “Noor Haddad” still right.");
    expect(
      await checkField(client, { id, version: 1 }, { field: "phones:0", isRight: true }, now),
    ).toMatchObject({ ok: false, refusal: { code: "not-found" } });
  });

  test("A removed fact comes back as it was; the same is not written down twice", async () => {
    const { client, assistant } = await cast();
    const { id } = must(await addPerson(client, { name: "Noor Haddad" }, now));
    const fact = must(await addFact(client, id, { kind: "topic", value: "Sailing" }));

    expect(await addFact(assistant, id, { kind: "topic", value: "  sailing " })).toMatchObject({
      ok: false,
      refusal: { code: "invalid", fields: { value: "This is written down already." } },
    });
    const removed = must(await removeFact(assistant, { id: fact.id, version: 1 }, now));
    expect(must2(await readPerson(client, id, now)).facts).toEqual([]);
    expect(await restoreFact(assistant, { id: fact.id, version: 1 })).toMatchObject({
      refusal: { code: "stale" },
    });
    must(await restoreFact(assistant, { id: fact.id, version: removed.version }));
    expect(must2(await readPerson(client, id, now)).facts).toMatchObject([
      { value: "Sailing", source: { by: "Mira Holt" } },
    ]);
  });
});

/** Somebody who has to be there. */
function must2<T>(value: T | null): T {
  if (value === null) throw new Error("nobody there");
  return value;
}
