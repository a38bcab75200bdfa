import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settleSending } from "@/lib/use-cases/draft/settle-sending";
import { carry, later, sendingOf, taskRow } from "../../support/draft/carry-scene";
import { approve } from "../../support/draft/scene";
import { appleInvite } from "../../support/invitations/apple";
import { googleMail } from "../../support/invitations/google";
import { eventOf, invited } from "../../support/invitations/leaving";
import { answer, at, invitedDesk, receiveOne, taskOf, view } from "../../support/invitations/scene";
import { rowsOf } from "../../support/invitations/series";
import { accountAt, stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
});
afterAll(stopServers);
const { ca } = accountAt(1);

const friday = { startsAt: "2026-12-04T14:00:00Z", endsAt: "2026-12-04T14:30:00Z" };
const newer = { sequence: 1, stamp: "2026-11-24T08:30:00Z" };
type Asked = Parameters<typeof invited>[1];

/** Mira's yes, which a server took without ever saying so; it is handed over, or nobody can know. */
async function onItsWay(state: "handed-over" | "unsure", more: Asked = {}) {
  const made = await invited(people, more);
  const { draft } = must(await answer(people.client, made.taskId));
  const { id } = await sendingOf(draft.id);
  await asSuperuser(
    "UPDATE sendings SET state = 'handed-over', doubts = 1, attempts = 2, claimed_at = now() WHERE id = $1",
    [id],
  );
  if (state === "unsure") {
    await later(draft.id, 3);
    expect(await carry(people.system, id, { ca })).toBe("unsure");
  }
  return { ...made, id, draftId: draft.id };
}

const change = (made: { first: Parameters<typeof googleMail>[0] }, more: object) =>
  receiveOne(people.assistant, googleMail({ ...made.first, ...newer, ...more }));

describe("An invitation that moves while Mira’s yes is on its way is not answered by it", () => {
  test("where she says that it went out: the task asks again, and so does the calendar", async () => {
    const made = await onItsWay("unsure");
    await change(made, friday);
    must(await settleSending(people.client, { id: made.id, went: true }, at));

    expect((await eventOf(made.first.uid))?.answer).toBe("needs-action");
    expect(await taskRow(made.taskId)).toMatchObject({ state: "inbox", closed_by: null });
    expect(await view(people.client, made.taskId)).toMatchObject({
      answer: "needs-action",
      startsAt: "2026-12-04T14:00:00.000Z",
      draft: null,
      can: { send: true },
      changed: [
        expect.stringContaining("Moved from Thu 3 Dec, 10:00"),
        "The answer that went out is to what was asked before. It asks for an answer again.",
      ],
    });
    expect(must(await answer(people.client, made.taskId)).draft.state).toBe("approved");
  });

  test("where it is sent once more, and the server takes it", async () => {
    const made = await onItsWay("handed-over");
    await change(made, friday);
    await asSuperuser("UPDATE sendings SET doubts = 0 WHERE id = $1", [made.id]);
    await later(made.draftId, 30);
    expect(await carry(people.system, made.id, { ca })).toBe("sent");

    expect((await eventOf(made.first.uid))?.answer).toBe("needs-action");
    expect(await taskRow(made.taskId)).toMatchObject({ state: "inbox", closed_by: null });
  });

  test("where it did not go: what lies before her is an answer to the time that is asked now", async () => {
    const made = await onItsWay("unsure");
    await change(made, friday);
    must(await settleSending(people.client, { id: made.id, went: false }, at));
    expect(await taskRow(made.taskId)).toMatchObject({ state: "client" });

    must(await approve(people.client, made.draftId));
    await later(made.draftId);
    expect(await carry(people.system, (await sendingOf(made.draftId)).id, { ca })).toBe("sent");
    const raw = made.server.taken.at(-1)?.raw.toString() ?? "";
    expect(raw).toContain("Fri 4 Dec");
    expect((await eventOf(made.first.uid))?.answer).toBe("accepted");
    expect(await taskRow(made.taskId)).toMatchObject({ state: "done" });
  });

  test("nor is a series that does", async () => {
    const made = await onItsWay("unsure", { rule: "FREQ=WEEKLY;COUNT=4" });
    await change(made, { rule: "FREQ=DAILY;COUNT=4" });
    must(await settleSending(people.client, { id: made.id, went: true }, at));
    expect((await eventOf(made.first.uid))?.answer).toBe("needs-action");
    expect(await taskRow(made.taskId)).toMatchObject({ state: "inbox" });
  });
});

test("A day of a series that moves while Mira’s yes to all of it is on its way asks by itself; the others are answered", async () => {
  const made = await onItsWay("unsure", { rule: "FREQ=WEEKLY;COUNT=4" });
  const day = { ...made.first, ...newer, ...friday, rule: undefined, recurrenceId: "2026-12-10T09:00:00Z" };
  const taskId = taskOf(await receiveOne(people.assistant, appleInvite(day)));
  must(await settleSending(people.client, { id: made.id, went: true }, at));

  expect((await rowsOf(made.first.uid)).map((row) => row.answer)).toEqual(["accepted", "needs-action"]);
  expect(await taskRow(made.taskId)).toMatchObject({ state: "done" });
  expect(await taskRow(taskId)).toMatchObject({ state: "inbox" });
});

test("What changes its place alone while her yes is on its way is answered by it", async () => {
  const made = await onItsWay("unsure");
  await change(made, { place: "Room 5" });
  must(await settleSending(people.client, { id: made.id, went: true }, at));
  expect((await eventOf(made.first.uid))?.answer).toBe("accepted");
  expect(await taskRow(made.taskId)).toMatchObject({ state: "done" });
});
