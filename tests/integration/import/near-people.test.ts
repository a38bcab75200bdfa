import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readPerson } from "@/lib/queries/read-person";
import { confirmImport } from "@/lib/use-cases/import/confirm-import";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { removePerson } from "@/lib/use-cases/person/remove-person";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { card, confirm, file, preview, takeBack } from "./files";

const at = new Date("2026-11-22T10:00:00Z");
const onlyClient = { ok: false, refusal: { code: "only-client", clientName: "Mira Holt" } };
const inner = { circle: "inner", circles: {}, leaveOut: [] };
const noor = card("FN:Noor Haddad", "UID:noor-1", "EMAIL:noor@test.invalid");
const again = card("FN:Noor Haddad", "EMAIL:noor@test.invalid", "TEL:+49 30 1234567");

/** Noor first, then more people than one step writes, then Noor once more with her number. */
const long = () =>
  file("long.vcf", noor + Array.from({ length: 500 }, (_, n) => card(`FN:Guest ${n}`)).join("") + again);

async function findNoor(actor: Actor) {
  const row = must(await readAs(actor, (tx) => tx.person.findFirst({ where: { name: "Noor Haddad" } })));
  return { id: row?.id ?? "", version: row?.version ?? 0, isGone: row?.removedAt !== null };
}

describe("Somebody of the inner circle who came with a file", () => {
  test("whom Mira has imported is Mira's to take off the desk, untouched as they are", async () => {
    const { client, assistant, agent } = await cast(at);
    await confirm(client, (await preview(client, [file("m.vcf", noor)], at)).id, at, inner);
    const { id, version } = await findNoor(client);

    for (const who of [assistant, agent]) {
      expect(await removePerson(who, { id, version }, at)).toEqual(onlyClient);
      expect((await readPerson(who, id, at))?.can.remove).toBe(false);
    }
    must(await removePerson(client, { id, version }, at));
  });

  test("goes with Ana's import when Ana takes it back, even where two of its cards spoke of them", async () => {
    const { assistant } = await cast(at);
    const dry = await preview(assistant, [long()], at);
    await confirm(assistant, dry.id, at, inner);
    expect(await findNoor(assistant)).toMatchObject({ version: 2, isGone: false });

    expect(await takeBack(assistant, dry.id, at)).toMatchObject({ state: "undone", counts: { stayed: 0 } });
    expect(await findNoor(assistant)).toMatchObject({ isGone: true });
  });

  test("stays when Mira has written something about them between two steps of Ana's import", async () => {
    const { client, assistant } = await cast(at);
    const dry = await preview(assistant, [long()], at);
    must(await confirmImport(assistant, dry.id, inner, at));
    must(await editPerson(client, await findNoor(client), { note: "Likes tea" }, at));
    await confirm(assistant, dry.id, at, inner);

    expect(await takeBack(assistant, dry.id, at)).toMatchObject({ state: "undone", counts: { stayed: 1 } });
    expect(await findNoor(assistant)).toMatchObject({ isGone: false });
  });
});
