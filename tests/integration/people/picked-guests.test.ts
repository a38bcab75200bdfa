import { describe, expect, test } from "vitest";
import { realContacts } from "@/lib/data/real-contacts";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readComingMeetings } from "@/lib/queries/read-coming-meetings";
import { readEventCards } from "@/lib/queries/read-event-cards";
import { readStory } from "@/lib/queries/read-story";
import { readWhisperCard } from "@/lib/queries/read-whisper-card";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { booking, noWord } from "../../support/book";
import { type Cast, cast } from "../../support/cast";
import { coming, meet } from "../../support/meet";
import { must } from "../../support/must";
import { hours } from "../check/scene";

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

/** What the story of somebody tells of meetings, the latest first. */
async function meetingsOf(actor: Actor, id: string): Promise<string[]> {
  const asked = { kind: "meeting", cursor: null } as const;
  const story = await readStory(actor, id, asked, at);
  return (story?.entries ?? []).flatMap((entry) => (entry.kind === "meeting" ? [entry.title] : []));
}

/** With whom there was contact two days later, where everybody is asked for at once. */
async function inTouchWith(actor: Actor): Promise<string[]> {
  const contacts = realContacts(actor.workspace.id, null, hours(at, 48));
  const read = readAs(actor, (tx) => tx.$queryRaw<{ personId: string }[]>`SELECT r.* FROM (${contacts}) r`);
  return must(await read).map(({ personId }) => personId);
}

function mailedTo(actor: Actor, { system }: Cast) {
  return readComingMeetings({ ...actor, door: "job", proof: system.proof } as Actor, 48, at);
}

describe("Whoever was picked from the list of people", () => {
  test("has their card at the lunch, and the lunch in their story; it was contact once it is over", async () => {
    const everyone = await cast(at);
    const { client, assistant } = everyone;
    const tomas = await know(client, "Tomas Lind");
    const event = await lunch(client, [picked("Tomas L.", tomas), picked("Ida", null)]);

    for (const actor of [client, assistant]) {
      expect(await readEventCards(actor, event, at)).toMatchObject({
        cards: [{ id: tomas, name: "Tomas Lind" }],
        others: ["Ida"],
      });
    }
    expect(await mailedTo(assistant, everyone)).toMatchObject([{ cards: [{ id: tomas }] }]);
    expect(await meetingsOf(assistant, tomas)).toEqual(["Lunch"]);
    expect((await readWhisperCard(assistant, tomas, at))?.contacts).toEqual([]);
    expect((await readWhisperCard(assistant, tomas, hours(at, 48)))?.contacts).toHaveLength(1);
    expect(await inTouchWith(client)).toEqual([tomas]);
  });

  test("is who they are after two cards of theirs became one", async () => {
    const { client } = await cast(at);
    const merged = await know(client, "Tom Lind");
    const kept = await know(client, "Tomas Lind");
    const event = await lunch(client, [picked("Tom Lind", merged), picked("Tomas Lind", kept)]);
    must(await mergePeople(client, { kept: first(kept), merged: first(merged), choices: {} }, at));

    expect(await readEventCards(client, event, at)).toMatchObject({ cards: [{ id: kept }], others: [] });
    expect(await meetingsOf(client, kept)).toEqual(["Lunch"]);
  });
});

describe("Ida and Tomas, who share an address", () => {
  test("both have their card, but for the lunch to which one of them is asked by name", async () => {
    const { client } = await cast(at);
    const emails = [{ value: "Lind@example.com", label: "" }];
    const ida = must(await addPerson(client, { name: "Ida Lind", emails }, at)).id;
    const tomas = must(await addPerson(client, { name: "Tomas Lind", emails }, at)).id;
    const both = await meet(client, [coming("lind@example.com", "The Linds")], hours(at, 24), {
      summary: "Both",
    });
    const hers = await meet(client, [coming("lind@example.com", "ida lind")], hours(at, 26), {
      summary: "Hers",
    });

    expect((await readEventCards(client, both, at))?.cards.map(({ id }) => id)).toEqual([ida, tomas]);
    expect((await readEventCards(client, hers, at))?.cards.map(({ id }) => id)).toEqual([ida]);
    expect(await meetingsOf(client, ida)).toEqual(["Hers", "Both"]);
    expect(await meetingsOf(client, tomas)).toEqual(["Both"]);
  });
});
