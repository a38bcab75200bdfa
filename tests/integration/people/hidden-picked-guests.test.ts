import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readComingMeetings } from "@/lib/queries/read-coming-meetings";
import { readEvent } from "@/lib/queries/read-event";
import { readEventCards } from "@/lib/queries/read-event-cards";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { removePerson } from "@/lib/use-cases/person/remove-person";
import { booking, noWord } from "../../support/book";
import { type Cast, cast } from "../../support/cast";
import { must } from "../../support/must";
import { ask, checksOf, hours } from "../check/scene";

const at = new Date("2026-12-01T09:00:00Z");
const noon = { start: "2026-12-02T12:00", end: "2026-12-02T13:00" };
const first = (id: string) => ({ id, version: 1 });
const picked = (name: string, personId: string | null) => ({ name, email: "", personId });

async function know(client: Actor, name: string, more: { isPrivate?: boolean } = {}): Promise<string> {
  return must(await addPerson(client, { name, ...more }, at)).id;
}

async function lunch(actor: Actor, guests: ReturnType<typeof picked>[]): Promise<string> {
  const event = booking({ summary: "Lunch", ...noon, guests });
  return must(await createEvent(actor, { event, ...noWord }, at)).id;
}

function mailedTo(actor: Actor, { system }: Cast) {
  return readComingMeetings({ ...actor, door: "job", proof: system.proof } as Actor, 48, at);
}

describe("Somebody private who was picked as a guest of an open lunch", () => {
  test("stays unknown to Ana when Mira writes their name in another way", async () => {
    const everyone = await cast(at);
    const { client, assistant, agent } = everyone;
    const secret = await know(client, "Privata Auditsen", { isPrivate: true });
    const tomas = await know(client, "Tomas Lind");
    const event = await lunch(client, [picked("Privata Auditsen", secret), picked("Tomas Lind", tomas)]);
    const alone = await lunch(client, [picked("Privata Auditsen", secret)]);
    must(await editPerson(client, first(secret), { name: "Privata Holm" }, at));

    for (const helper of [assistant, agent]) {
      const cards = await readEventCards(helper, event, at);
      expect(JSON.stringify(cards)).not.toContain("Privata");
      expect(await readEventCards(helper, alone, at)).toMatchObject({ cards: [], others: [] });
    }
    expect((await readEvent(assistant, event, null, at))?.guests).toHaveLength(1);
    const { entries } = must(await readCalendar(assistant, "2026-12-02", "2026-12-03", at));
    expect(entries.map((one) => one.type === "event" && [one.eventId, one.hasGuests])).toEqual(
      expect.arrayContaining([
        [event, true],
        [alone, false],
      ]),
    );
    expect(JSON.stringify(await mailedTo(assistant, everyone))).not.toContain("Privata");
  });

  test("is named by no double-check that Ana sees, though their card was merged into another or taken off the desk", async () => {
    const { client, assistant, system } = await cast(at);
    const merged = await know(client, "Privata Auditsen", { isPrivate: true });
    const kept = await know(client, "Privata Holm", { isPrivate: true });
    const gone = await know(client, "Segreta Auditsen", { isPrivate: true });
    await lunch(client, [picked("Privata A.", merged)]);
    await lunch(client, [picked("Segreta A.", gone)]);
    must(await mergePeople(client, { kept: first(kept), merged: first(merged), choices: {} }, at));
    must(await removePerson(client, first(gone), at));

    await ask(system, hours(at, 4));
    expect(await checksOf(assistant)).toEqual([]);
    expect(await checksOf(client)).toHaveLength(2);
  });
});
