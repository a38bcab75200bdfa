import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { escalateChecks } from "@/lib/use-cases/check/escalate-checks";
import { recordCheck } from "@/lib/use-cases/check/record-check";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { snoozeTask } from "@/lib/use-cases/task/snooze-task";
import { cast } from "../../support/cast";
import { coming } from "../../support/meet";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";
import { alter, ask, checkOf, confirmed, enter, hours } from "./scene";

/** Tasks are as old as the clock of the database says: these meetings are tomorrow's, and the day after's. */
const at = new Date();
const noon = hours(at, 30);
const priya = coming("priya@raman.example", "Priya Raman");
const origin = "https://desk.example";

async function asked(more: Partial<Parameters<typeof enter>[1]> = {}) {
  const people = await cast(at);
  const event = await enter(people.client, { startsAt: noon, attendees: [priya], ...more }, at);
  await ask(people.system, hours(noon, -20));
  return { ...people, event };
}

const escalate = async (system: Actor, when: Date) => must(await escalateChecks(system, origin, when)).urgent;

function mailed(actor: Actor): Promise<{ to: string; subject: string; text: string }[]> {
  return asSuperuser(
    `SELECT to_address AS "to", subject, text_body AS text FROM outbox WHERE workspace_id = $1 AND subject LIKE 'Not yet confirmed%' ORDER BY to_address DESC`,
    [actor.workspace.id],
  );
}

describe("Four hours before it begins, a meeting that nobody has confirmed", () => {
  test("is urgent, and Mira and Ana are mailed, once", async () => {
    const { client, assistant, system } = await asked();
    expect(await escalate(system, hours(noon, -4.1))).toBe(0);
    const times = await Promise.all([1, 2, 3].map(() => escalate(system, hours(noon, -4))));
    expect(times).toEqual([1, 1, 1]);

    const check = await checkOf(assistant);
    expect(check).toMatchObject({ priority: 1, state: "assistant" });
    const mails = await mailed(client);
    expect(mails.map(({ to }) => to.split("-")[0])).toEqual(["mira", "ana"]);
    expect(mails[0]?.subject).toMatch(/^Not yet confirmed: .*Lunch at the harbour/);
    expect(mails[0]?.text).toContain("with Priya Raman yet, and it begins in 4 hours.");
    expect(mails[0]?.text).toContain(`${origin}/w/${client.workspace.slug}/tasks/${check.id}`);
  });

  test("is left alone once it is confirmed, or where nobody needs to", async () => {
    const { client, assistant, system } = await asked();
    const { id, version } = await checkOf(client);
    must(await recordCheck(assistant, { id, version, ...confirmed }, at));
    expect(await escalate(system, hours(noon, -3))).toBe(0);

    const other = await asked();
    const check = await checkOf(other.client);
    must(await declineTask(other.assistant, { id: check.id, version: check.version, note: "" }, at));
    expect(await escalate(other.system, hours(noon, -3))).toBe(0);
    expect(await mailed(client)).toEqual([]);
  });

  test("is told anew when it has moved to another time", async () => {
    const { client, system, event } = await asked();
    await escalate(system, hours(noon, -3));
    const later = hours(noon, 24);
    await alter(client, event, { startsAt: later }, hours(noon, -2));
    expect(await checkOf(client)).toMatchObject({ priority: 0 });
    expect(await escalate(system, hours(noon, -1))).toBe(0);
    expect(await escalate(system, hours(later, -3))).toBe(1);
    expect(await mailed(client)).toHaveLength(4);
  });

  test("stays as Mira leaves it then: put to sleep for an hour, or waiting for Priya", async () => {
    const { client, system, event } = await asked();
    const { id, version } = await checkOf(client);
    must(await retagTask(client, { id, version, tag: "must-be-you" }));
    await escalate(system, hours(noon, -4));
    const until = hours(noon, -2);
    const target = { id, version: (await checkOf(client)).version };
    must(await moveTask(client, { ...target, to: "waiting" }));
    must(await snoozeTask(client, { ...target, version: target.version + 1, until, untilAnswer: false }, at));
    await escalate(system, hours(noon, -3.9));
    expect(await checkOf(client)).toMatchObject({ state: "waiting", snoozedUntil: until });

    await alter(client, event, { startsAt: hours(noon, 2) }, hours(noon, -3));
    await escalate(system, hours(noon, -1.5));
    expect(await checkOf(client)).toMatchObject({ state: "client", snoozedUntil: null, priority: 1 });
  });

  test("has an hour when it was put on the calendar at short notice", async () => {
    const { client, system } = await cast(at);
    const soon = hours(at, 3);
    await enter(client, { startsAt: soon, attendees: [priya] }, at);
    await ask(system, at);
    expect(await escalate(system, hours(at, 0.5))).toBe(0);
    expect(await escalate(system, hours(at, 1.1))).toBe(1);
  });
});

describe("Nobody is told of what they may not see", () => {
  test("of a private meeting, Mira alone is mailed, and it lies before her", async () => {
    const { client, system } = await asked({ isPrivate: true });
    expect(await escalate(system, hours(noon, -3))).toBe(1);
    expect((await mailed(client)).map(({ to }) => to.split("-")[0])).toEqual(["mira"]);
    expect(await checkOf(client)).toMatchObject({ priority: 1, state: "client" });
  });

  test("what must be Mira lies before her, and is nobody else's to do", async () => {
    const { client, system } = await asked();
    const { id, version } = await checkOf(client);
    must(await retagTask(client, { id, version, tag: "must-be-you" }));
    expect(await escalate(system, hours(noon, -3))).toBe(1);
    expect(await checkOf(client)).toMatchObject({ priority: 1, state: "client", tag: "must-be-you" });
  });

  test("nothing is told on a stranger’s desk", async () => {
    const { system, stranger } = await asked();
    await escalate(system, hours(noon, -3));
    expect(await mailed(stranger)).toEqual([]);
  });
});
