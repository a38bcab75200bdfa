import { describe, expect, test } from "vitest";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readEvent } from "@/lib/queries/read-event";
import { readHistory } from "@/lib/queries/read-history";
import { readInvitation } from "@/lib/queries/read-invitation";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { editEvent } from "@/lib/use-cases/calendar/edit-event";
import { recordCheck } from "@/lib/use-cases/check/record-check";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { makePerson } from "@/prisma/seed/make/make-person";
import { booking, noWord, targetOf } from "../../support/book";
import { cast } from "../../support/cast";
import { googleMail } from "../../support/invitations/google";
import {
  answer,
  at,
  asked as invitation,
  invitedDesk,
  receiveOne,
  taskOf,
} from "../../support/invitations/scene";
import { coming } from "../../support/meet";
import { must } from "../../support/must";
import { alter, ask, checkOf, confirmed, enter, hours } from "../check/scene";

const december = async (actor: Actor) =>
  must(await readCalendar(actor, "2026-12-01", "2026-12-31", at)).entries.map(
    ({ title, firstDay, time }) => `${firstDay} ${time} ${title}`,
  );
const toldOf = async (actor: Actor) =>
  JSON.stringify(
    must(await readHistory(actor, { who: null, refused: false, subject: null, rows: true }, null)),
  );

describe("One time of a series that is Mira’s own", () => {
  test("stays left out for Ana, whatever she changes of the rest", async () => {
    const { client, assistant } = await cast(at);
    const said = { start: "2026-12-07T09:00", end: "2026-12-07T09:15", rule: "FREQ=WEEKLY;COUNT=3" };
    const { id } = must(
      await createEvent(assistant, { event: booking({ summary: "Standup", ...said }), ...noWord }, at),
    );
    const second = await readEvent(client, id, "2026-12-14T08:00:00Z", at);
    if (second === null) throw new Error("it is not there");
    const event = booking({ summary: "Surgery", start: "2026-12-14T15:00", end: "2026-12-14T16:00" });
    must(await editEvent(client, { ...targetOf(second, "one"), event, ...noWord }, at));
    must(
      await writeAs(client, "edit-event", { kind: "event", id }, async (tx) => {
        const theirs = { workspaceId: client.workspace.id, summary: "Surgery" };
        await tx.event.updateMany({ where: theirs, data: { isPrivate: true } });
        return granted(null);
      }),
    );
    const shown = ["2026-12-07 09:00 Standup", "2026-12-14 15:00 Busy", "2026-12-21 09:00 Standup"];
    expect(await december(assistant)).toEqual(shown);

    const first = await readEvent(assistant, id, null, at);
    if (first === null) throw new Error("it is not there");
    const renamed = { ...targetOf(first), event: booking({ ...first, summary: "Round" }), ...noWord };
    must(await editEvent(assistant, renamed, at));
    expect(await december(assistant)).toEqual(shown.map((line) => line.replace("Standup", "Round")));
    expect(await december(client)).toEqual(
      shown.map((line) => line.replace("Standup", "Round").replace("Busy", "Surgery")),
    );
  });
});

describe("A meeting of Mira’s own that was confirmed", () => {
  test("loses its check when a calendar kept elsewhere says that it moved", async () => {
    const { client, system } = await cast(at);
    const noon = hours(at, 30);
    const attendees = [coming("priya@raman.example", "Priya Raman")];
    const id = await enter(client, { startsAt: noon, attendees, isPrivate: true }, at);
    await ask(system, hours(noon, -20));
    const check = await checkOf(client);
    must(await recordCheck(client, { id: check.id, version: check.version, ...confirmed }, at));

    await alter(system, id, { startsAt: hours(noon, 2) }, at);
    expect((await readEvent(client, id, null, at))?.check).toBeNull();
  });
});

describe("Who asks, where they are Mira’s own", () => {
  test("is not named to Ana by the name that their calendar gives them, nor by their address", async () => {
    const { client, assistant, mira } = await invitedDesk();
    const organiser = { name: "Bo Q.", address: "bodil@quist.test" };
    const received = await receiveOne(client, googleMail(invitation(mira, { organiser })));
    const id = received.eventId ?? "";
    const task = taskOf(received);
    expect((await readEvent(assistant, id, null, at))?.organiser).toBe("Bo Q.");
    const bodil = await makePerson(client, {
      name: "Bodil Quist",
      emails: [{ label: "", value: organiser.address }],
    });
    must(await setPersonPrivacy(client, { id: bodil, version: 1 }, true));

    expect((await readEvent(client, id, null, at))?.organiser).toBe("Bo Q.");
    expect(JSON.stringify(await readEvent(assistant, id, null, at))).not.toMatch(/Bo Q|quist/i);
    const days = must(await readCalendar(assistant, "2026-12-01", "2026-12-31", at));
    expect(JSON.stringify(days.entries.filter(({ type }) => type === "event"))).not.toMatch(/Bo Q|quist/i);
    expect(await readInvitation(assistant, task, at)).toMatchObject({ refusal: { code: "not-found" } });
    expect(await answer(assistant, task)).toMatchObject({ refusal: { code: "not-found" } });
    expect(must(await readInvitation(client, task, at)).organiser).toEqual(organiser);
    expect(await toldOf(assistant)).not.toMatch(/organiser/i);
  });
});
