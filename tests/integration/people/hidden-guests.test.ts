import { describe, expect, test } from "vitest";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readEventCards } from "@/lib/queries/read-event-cards";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { cast } from "../../support/cast";
import { coming, meet } from "../../support/meet";
import { must } from "../../support/must";

const at = new Date("2026-11-24T10:00:00Z");
const inTwoHours = new Date("2026-11-24T12:00:00Z");

/** Somebody private, whose second address is a fact. */
async function hide(client: Actor): Promise<void> {
  const emails = [{ value: "Secret@Friend.example", label: "" }];
  const { id } = must(await addPerson(client, { name: "Secret Friend", isPrivate: true, emails }, at));
  const fact = { personId: id, kind: "email", value: "Other@Friend.example" };
  must(
    await writeAs(client, "note-facts", { kind: "person", id }, async (tx) => {
      const workspaceId = client.workspace.id;
      await tx.personFact.createMany({ data: [{ ...fact, workspaceId, id: crypto.randomUUID() }] });
      return granted(null);
    }),
  );
}

async function eventsOf(actor: Actor) {
  const { entries } = must(await readCalendar(actor, "2026-11-24", "2026-11-25", at));
  return entries.flatMap((entry) => (entry.type === "event" ? [entry] : []));
}

describe("Somebody private among the guests of an open meeting", () => {
  test("is known to Ana by no address of theirs, nor by their name; strangers stay", async () => {
    const { client, assistant, agent } = await cast(at);
    await hide(client);
    const guests = [
      coming("secret@friend.example", "S. F."),
      coming("other@friend.example", "An old friend"),
      coming(null, "secret friend"),
      coming("stranger@else.example", "Ida"),
    ];
    const event = await meet(client, guests, inTwoHours);

    for (const helper of [assistant, agent])
      expect((await readEventCards(helper, event, at))?.others).toEqual(["Ida"]);
    expect(await readEventCards(client, event, at)).toMatchObject({
      cards: [{ name: "Secret Friend" }],
      others: ["secret friend", "Ida"],
    });
  });

  test("is no organiser in Ana’s calendar, and nobody whose card she could open", async () => {
    const { client, assistant, agent } = await cast(at);
    await hide(client);
    const secret = coming("secret@friend.example", "S. F.");
    await meet(client, [secret], inTwoHours, { organiser: "S. F.", summary: "A walk" });
    await meet(client, [], inTwoHours, { organiser: "other@friend.example", summary: "Tea" });
    await meet(client, [secret, coming("ida@else.example")], inTwoHours, {
      organiser: "Ida",
      summary: "Wine",
    });

    const brief = async (actor: Actor) =>
      (await eventsOf(actor)).map((one) => [one.title, one.organiser, one.hasGuests]).sort();
    for (const helper of [assistant, agent])
      expect(await brief(helper)).toEqual([
        ["A walk", "", false],
        ["Tea", "", false],
        ["Wine", "Ida", true],
      ]);
    expect(await brief(client)).toEqual([
      ["A walk", "S. F.", true],
      ["Tea", "other@friend.example", false],
      ["Wine", "Ida", true],
    ]);
  });
});
