import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { readComingMeetings } from "@/lib/queries/read-coming-meetings";
import { readTask } from "@/lib/queries/read-task";
import { readWhisperCard } from "@/lib/queries/read-whisper-card";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { booking, noWord } from "../../support/book";
import { outlookReply } from "../../support/invitations/outlook";
import { at, invitedDesk, noor, receiveOne } from "../../support/invitations/scene";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";
import { ask, checksOf, hours } from "../check/scene";

const [third, tenth, seventeenth] = [3, 10, 17].map(
  (day) => new Date(`2026-12-${String(day).padStart(2, "0")}T18:00:00Z`),
) as [Date, Date, Date];

/** Mira's supper of every Thursday, to which Noor comes; but not on the tenth, as she says by mail. */
async function supperWithoutTheTenth(others: { name: string; email: string }[] = []) {
  const people = await invitedDesk();
  const { client } = people;
  const guests = [{ name: noor.name, email: noor.address }, ...others].map((guest) => ({
    ...guest,
    personId: null,
  }));
  const said = { summary: "Supper", start: "2026-12-03T19:00", end: "2026-12-03T22:00" };
  const event = booking({ ...said, rule: "FREQ=WEEKLY;COUNT=4", guests });
  const { id } = must(await createEvent(client, { event, ...noWord }, at));
  const [row] = await asSuperuser<{ uid: string }>("SELECT uid FROM events WHERE id = $1", [id]);
  const reply = outlookReply({
    uid: row?.uid ?? "",
    summary: "Supper",
    startsAt: tenth.toISOString(),
    endsAt: "2026-12-10T21:00:00Z",
    stamp: "2026-11-24T08:00:00Z",
    guest: noor,
    partstat: "DECLINED",
    recurrenceId: tenth.toISOString(),
  });
  expect((await receiveOne(client, reply)).what).toBe("reply-noted");
  return { ...people, id };
}

describe("A guest who does not come to one day of a series", () => {
  test("is not waited for on that day, and on the others they are", async () => {
    const { client, system } = await supperWithoutTheTenth();
    for (const day of [third, tenth, seventeenth]) await ask(system, hours(day, -10));
    expect((await checksOf(client)).map(({ fields }) => fields.startsAt)).toEqual([
      third.toISOString(),
      seventeenth.toISOString(),
    ]);
  });

  test("is not named on its double-check, where somebody else comes", async () => {
    const { client, system } = await supperWithoutTheTenth([{ name: "Tom Lind", email: "tom@lind.example" }]);
    for (const day of [third, tenth]) await ask(system, hours(day, -10));
    const who = async (id: string) => (await readTask(client, id))?.whoComes;
    expect(await Promise.all((await checksOf(client)).map(({ id }) => who(id)))).toEqual([
      "Noor Haddad and Tom Lind",
      "Tom Lind",
    ]);
  });

  test("has no card before that day, and it was no meeting with them", async () => {
    const { client, system } = await supperWithoutTheTenth();
    const eyes = { ...client, door: "job", proof: system.proof } as Actor;
    const cards = async (day: Date) =>
      (await readComingMeetings(eyes, 4, hours(day, -2))).flatMap((one) => one.cards.map(({ name }) => name));
    expect(await cards(tenth)).toEqual([]);
    expect(await cards(seventeenth)).toEqual(["Noor Haddad"]);

    const [person] = await asSuperuser<{ id: string }>(
      "SELECT id FROM persons WHERE workspace_id = $1 AND name = 'Noor Haddad'",
      [client.workspace.id],
    );
    const met = async (when: Date) =>
      (await readWhisperCard(client, person?.id ?? "", when))?.contacts.map((one) => one.at);
    expect(await met(hours(tenth, 10))).toEqual([third.toISOString()]);
    expect(await met(hours(seventeenth, 10))).toEqual([seventeenth.toISOString(), third.toISOString()]);
  });
});
