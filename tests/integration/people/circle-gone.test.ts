import { afterAll, describe, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readPerson } from "@/lib/queries/read-person";
import { addCircle } from "@/lib/use-cases/circle/add-circle";
import { editCircle } from "@/lib/use-cases/circle/edit-circle";
import { removeCircle } from "@/lib/use-cases/circle/remove-circle";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { removePerson } from "@/lib/use-cases/person/remove-person";
import { restorePerson } from "@/lib/use-cases/person/restore-person";
import { undoMerge } from "@/lib/use-cases/person/undo-merge";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-23T08:00:00Z");
const onlyClient = { ok: false, refusal: { code: "only-client", clientName: "Mira Holt" } };
afterAll(() => closeAppDatabase());

/** A circle of Mira's, at its second version; towards a strict one everything must be her. */
async function newCircle(client: Actor, name: string, defaultTag: "must-be-you" | null = null) {
  const { key } = must(await addCircle(client, name));
  const rules = {
    greetInPerson: false,
    cadenceDays: null,
    leadDays: null,
    replyWithinHours: null,
    checkHours: null,
  };
  must(await editCircle(client, { key, version: 1 }, { name, defaultTag, ...rules }));
  return { key, version: 2 };
}

/** Somebody whom Mira took off the desk, and then the circle they were in. */
async function goneWithCircle(client: Actor, circle: { key: string; version: number }, more: string[] = []) {
  const { id } = must(await addPerson(client, { name: "Noor", circles: [...more, circle.key] }, at));
  must(await removePerson(client, { id, version: 1 }, at));
  must(await removeCircle(client, circle, at));
  return { id, version: 2 };
}

async function circlesOf(actor: Actor, id: string) {
  return (await readPerson(actor, id, at))?.circles;
}

describe("Somebody comes back whose circle is gone", () => {
  test("and stands in those that are left, or in the wider one", async () => {
    const { client, assistant } = await cast(at);
    const choir = await goneWithCircle(client, await newCircle(client, "Choir"));
    must(await restorePerson(assistant, choir, at));
    expect(await circlesOf(client, choir.id)).toEqual(["wider"]);

    const band = await goneWithCircle(client, await newCircle(client, "Band"), ["friends"]);
    must(await restorePerson(assistant, band, at));
    expect(await circlesOf(client, band.id)).toEqual(["friends"]);
  });

  test("by Mira alone where everything towards them was to be her", async () => {
    const { client, assistant, agent } = await cast(at);
    const noor = await goneWithCircle(client, await newCircle(client, "Family", "must-be-you"), ["inner"]);
    for (const who of [assistant, agent]) expect(await restorePerson(who, noor, at)).toEqual(onlyClient);

    must(await restorePerson(client, noor, at));
    expect(await circlesOf(client, noor.id)).toEqual(["inner"]);
  });

  test("when a merge is taken back, too", async () => {
    const { client, assistant } = await cast(at);
    for (const [name, tag] of [
      ["Choir", null],
      ["Family", "must-be-you"],
    ] as const) {
      const circle = await newCircle(client, name, tag);
      const merged = must(await addPerson(client, { name: "Nor", circles: [circle.key] }, at));
      const kept = must(await addPerson(client, { name: "Noor", circles: ["friends"] }, at));
      const two = { kept: { id: kept.id, version: 1 }, merged: { id: merged.id, version: 1 }, choices: {} };
      const merge = must(await mergePeople(client, two, at));
      const seen = must(await readAs(client, (tx) => tx.person.findFirst({ where: { id: kept.id } })));
      const now = { id: kept.id, version: seen?.version ?? 0 };
      must(await editPerson(client, now, { circles: ["friends"] }, at));
      must(await removeCircle(client, circle, at));

      if (tag) expect(await undoMerge(assistant, merge.id, at)).toEqual(onlyClient);
      must(await undoMerge(tag ? client : assistant, merge.id, at));
      expect(await circlesOf(client, merged.id)).toEqual(["wider"]);
      expect(await circlesOf(client, kept.id)).toEqual(["friends"]);
    }
  });
});
