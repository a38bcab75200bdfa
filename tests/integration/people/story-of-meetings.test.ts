import { expect, test } from "vitest";
import { listClientAddresses } from "@/lib/data/event-invitations";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readStory } from "@/lib/queries/read-story";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { cast } from "../../support/cast";
import { coming, meet } from "../../support/meet";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

const at = new Date("2026-11-24T10:00:00Z");
const inHours = (hours: number) => new Date(at.getTime() + hours * 3_600_000);

/** The titles of somebody's meetings, the latest first, each with why it was none. */
async function meetingsOf(actor: Actor, id: string) {
  const story = await readStory(actor, id, { kind: "meeting", cursor: null }, at);
  return (story?.entries ?? []).flatMap((entry) =>
    entry.kind === "meeting" ? [[entry.title, entry.notAgreed, entry.isCancelled, entry.isComing]] : [],
  );
}

test("The story says of a meeting that it was called off, declined by whom, or never settled", async () => {
  const { client } = await cast(at);
  const emails = [{ value: "noor@haddad.example", label: "" }];
  const noor = must(await addPerson(client, { name: "Noor Haddad", emails }, at)).id;
  const guest = coming("noor@haddad.example");
  const [miras = ""] = must(await readAs(client, (tx) => listClientAddresses(tx, client.workspace.id)));
  const mirasNo = { name: "Mira Holt", email: miras, status: "declined" };
  await meet(client, [guest], inHours(-6), { summary: "Held in full" });
  await meet(client, [guest, mirasNo], inHours(-5), { summary: "Without Mira" });
  await meet(client, [{ ...guest, status: "declined" }], inHours(-4), { summary: "Without Noor" });
  const off = await meet(client, [guest], inHours(-3), { summary: "Called off" });
  const held = await meet(client, [guest], inHours(-2), { summary: "In pencil" });
  const asked = await meet(client, [guest], inHours(3), { summary: "Never answered" });
  await asSuperuser("UPDATE events SET status = 'CANCELLED', version = version + 1 WHERE id = $1", [off]);
  await asSuperuser("UPDATE events SET held = true, own = true, version = version + 1 WHERE id = $1", [held]);
  await asSuperuser("UPDATE events SET answer = 'needs-action', version = version + 1 WHERE id = $1", [
    asked,
  ]);

  expect(await meetingsOf(client, noor)).toEqual([
    ["Never answered", "open", false, true],
    ["In pencil", "open", false, false],
    ["Called off", null, true, false],
    ["Without Noor", "they-declined", false, false],
    ["Without Mira", "client-declined", false, false],
    ["Held in full", null, false, false],
  ]);
});
