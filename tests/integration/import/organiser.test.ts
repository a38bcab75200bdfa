import { describe, expect, test } from "vitest";
import { listClientAddresses } from "@/lib/data/event-invitations";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readEventCards } from "@/lib/queries/read-event-cards";
import { readWhisperCard } from "@/lib/queries/read-whisper-card";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { calendar, confirm, file, preview } from "./files";

const at = new Date("2026-11-22T10:00:00Z");
const later = new Date("2026-11-25T10:00:00Z");

function supper(uid: string, organiser: string, ...more: string[]): string[] {
  const times = ["DTSTART:20261124T180000Z", "DTEND:20261124T210000Z"];
  return [`UID:${uid}`, "SUMMARY:Supper", ...times, `ORGANIZER;CN=Host:mailto:${organiser}`, ...more];
}

async function guests(actor: Actor) {
  const { entries } = must(await readCalendar(actor, "2026-11-24", "2026-11-25", at));
  return entries.flatMap((one) => (one.type === "event" ? [{ id: one.eventId, has: one.hasGuests }] : []));
}

describe("Whoever invites to a meeting", () => {
  test("comes to it: Mira gets Noor’s card before, and has met her afterwards", async () => {
    const { client } = await cast(at);
    const emails = [{ value: "noor@haddad.example", label: "" }];
    const noor = must(await addPerson(client, { name: "Noor Haddad", emails }, at));
    const text = calendar(null, supper("one", "Noor@Haddad.example"));
    await confirm(client, (await preview(client, [file("a.ics", text)], at)).id, at);

    const [event] = await guests(client);
    expect(event?.has).toBe(true);
    expect((await readEventCards(client, event?.id ?? "", at))?.cards.map((card) => card.name)).toEqual([
      "Noor Haddad",
    ]);
    const card = await readWhisperCard(client, noor.id, later);
    expect(card?.contacts.map(({ what, note }) => [what, note])).toEqual([["Met", "Supper"]]);
    expect((await preview(client, [file("a.ics", text)], at)).counts).toMatchObject({
      events: { make: 0, add: 0 },
    });
  });

  test("is asked once when they are on the list as well, with the answer that stands there", async () => {
    const { client } = await cast(at);
    const declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:NOOR@haddad.example";
    const text = calendar(null, supper("two", "noor@haddad.example", declined));
    await confirm(client, (await preview(client, [file("b.ics", text)], at)).id, at);
    const [event] = await guests(client);
    expect(await readEventCards(client, event?.id ?? "", at)).toMatchObject({ cards: [], others: [] });
  });

  test("is no guest when it is Mira herself", async () => {
    const { client } = await cast(at);
    const [mira = ""] = must(await readAs(client, (tx) => listClientAddresses(tx, client.workspace.id)));
    const text = calendar(null, supper("three", mira.toUpperCase()));
    await confirm(client, (await preview(client, [file("c.ics", text)], at)).id, at);
    expect((await guests(client)).map(({ has }) => has)).toEqual([false]);
  });
});
