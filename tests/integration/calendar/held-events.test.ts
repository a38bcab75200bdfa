import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { EventDetail } from "@/lib/domain/calendar/event";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readEvent } from "@/lib/queries/read-event";
import { readForYou } from "@/lib/queries/read-for-you";
import { allowEvent } from "@/lib/use-cases/calendar/allow-event";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { moveEvent } from "@/lib/use-cases/calendar/move-event";
import { protectTime } from "@/lib/use-cases/calendar/protect-time";
import { removeEvent } from "@/lib/use-cases/calendar/remove-event";
import { undoEvent } from "@/lib/use-cases/calendar/undo-event";
import { answerDecision } from "@/lib/use-cases/decision/answer-decision";
import { askClient } from "@/lib/use-cases/decision/ask-client";
import { unanswerDecision } from "@/lib/use-cases/decision/unanswer-decision";
import { withdrawDecision } from "@/lib/use-cases/decision/withdraw-decision";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { withdrawTask } from "@/lib/use-cases/task/withdraw-task";
import { booking, noWord, targetOf } from "../../support/book";
import { type Cast, cast } from "../../support/cast";
import { evening } from "../../support/keep";
import { must } from "../../support/must";

const at = new Date("2026-12-01T10:00:00Z");
const hold = { overProtected: false, hold: true };
const supper = booking({ summary: "Supper", start: "2026-12-11T19:00", end: "2026-12-11T21:00" });

async function onAFriday(): Promise<Cast> {
  const people = await cast(at);
  must(await protectTime(people.client, evening(), at));
  return people;
}
async function see(actor: Actor, id: string): Promise<EventDetail> {
  const event = await readEvent(actor, id, null, at);
  if (event === null) throw new Error("it is not there");
  return event;
}
/** Where it stands, how, and what became of the tasks and questions about it. */
async function standing({ client }: Cast, id: string) {
  const { entries } = must(await readCalendar(client, "2026-12-01", "2026-12-31", at));
  const entry = entries.find((one) => one.type === "event" && one.eventId === id);
  const asked = await readAs(client, async (tx) => ({
    tasks: await tx.task.findMany({
      where: { fields: { path: ["eventId"], equals: id } },
      select: { id: true, title: true, state: true, tag: true, tagRule: true, closedRole: true, note: true },
      orderBy: { createdAt: "asc" },
    }),
    questions: await tx.decision.findMany({
      orderBy: { askedAt: "asc" },
      select: { id: true, version: true, answer: true, withdrawnAt: true, question: true },
    }),
  }));
  const on =
    entry?.type === "event"
      ? `${entry.firstDay} ${entry.time}${entry.held ? " held" : ""}${entry.clash ? " clash" : ""}`
      : null;
  return { on, ...must(asked) };
}
const asksHeld = async (people: Cast, event = supper) =>
  must(await createEvent(people.assistant, { event, ...hold }, at));

describe("Ana plans a supper on Mira’s protected evening", () => {
  test("and is told whose it is; nothing is there, and that she tried is remembered", async () => {
    const { assistant, client } = await onAFriday();

    const no = await createEvent(assistant, { event: supper, ...noWord }, at);
    expect(no).toEqual({
      ok: false,
      refusal: { code: "protected", clientName: "Mira Holt", kept: ["Evenings"] },
    });
    expect(await createEvent(assistant, { event: supper, overProtected: true, hold: false }, at)).toEqual(no);
    expect(await createEvent(client, { event: supper, ...hold }, at)).toEqual(no);
    expect(
      must(await readCalendar(client, "2026-12-11", "2026-12-12", at)).entries.filter(
        ({ type }) => type === "event",
      ),
    ).toEqual([]);
  });

  test("in pencil: a task that must be Mira asks her, and her yes lets it stand", async () => {
    const people = await onAFriday();
    const { client } = people;
    const { id, held } = await asksHeld(people);
    expect(held).toBe(true);
    const title = "May “Supper” be over “Evenings”, Fri 11 Dec 19:00?";
    const before = await standing(people, id);
    expect(before).toMatchObject({
      on: "2026-12-11 19:00 held clash",
      tasks: [{ title, state: "client", tag: "must-be-you", tagRule: "kept-time" }],
      questions: [{ answer: null, question: title }],
    });
    const cards = must(await readForYou(client, at));
    expect(JSON.stringify(cards)).toContain(title);

    const [question] = before.questions;
    must(await answerDecision(client, { id: question?.id ?? "", version: 1, answer: "yes", note: "" }, at));
    expect(await standing(people, id)).toMatchObject({
      on: "2026-12-11 19:00",
      tasks: [{ state: "done", closedRole: "client" }],
      questions: [{ answer: "yes" }],
    });
    expect(await see(people.assistant, id)).toMatchObject({ held: false, overProtected: true });

    must(await unanswerDecision(client, { id: question?.id ?? "", version: 2 }, at));
    expect(await standing(people, id)).toMatchObject({
      on: "2026-12-11 19:00 held clash",
      tasks: [{ state: "client" }],
    });
  });

  test("and Mira’s no takes it off the calendar; taken back, it waits again", async () => {
    const people = await onAFriday();
    const { id } = await asksHeld(people);
    const [question] = (await standing(people, id)).questions;
    const seen = { id: question?.id ?? "", version: 1 };
    must(await answerDecision(people.client, { ...seen, answer: "no", note: "Not this week." }, at));
    expect(await standing(people, id)).toMatchObject({
      on: null,
      tasks: [{ state: "declined", closedRole: "client" }],
    });

    must(await unanswerDecision(people.client, { ...seen, version: 2 }, at));
    expect(await standing(people, id)).toMatchObject({
      on: "2026-12-11 19:00 held clash",
      tasks: [{ state: "client" }],
    });
  });

  test("from the calendar Mira’s word is the same, and undone the question lies before her again", async () => {
    const people = await onAFriday();
    const { id, version } = await asksHeld(people);
    expect(await allowEvent(people.assistant, { id, version, allow: true }, at)).toMatchObject({
      refusal: { code: "only-client" },
    });

    const { undo } = must(await allowEvent(people.client, { id, version, allow: true }, at));
    expect(await standing(people, id)).toMatchObject({
      on: "2026-12-11 19:00",
      tasks: [{ state: "done" }],
      questions: [{ answer: "yes" }],
    });
    must(await undoEvent(people.client, undo, at));
    expect(await standing(people, id)).toMatchObject({
      on: "2026-12-11 19:00 held clash",
      tasks: [{ state: "client" }],
      questions: [{ answer: null }],
    });

    const now = await see(people.client, id);
    must(await allowEvent(people.client, { id, version: now.version, allow: false }, at));
    expect(await standing(people, id)).toMatchObject({
      on: null,
      tasks: [{ state: "declined" }],
      questions: [{ answer: "no" }],
    });
  });

  test("the task is not closed past its question: the entry would wait, and nobody would be asked any more", async () => {
    const people = await onAFriday();
    const { client } = people;
    const { id } = await asksHeld(people);
    const [task] = (await standing(people, id)).tasks;
    const target = { id: task?.id ?? "", version: 1, note: "" };
    const no = { refusal: { code: "invalid", fields: { answer: expect.stringContaining("yes or no") } } };
    expect(await completeTask(client, target, at)).toMatchObject(no);
    expect(await declineTask(client, target, at)).toMatchObject(no);
    expect(await withdrawTask(people.assistant, target)).toMatchObject(no);
    const into = must(await createTask(client, { kind: "other", title: "Supper", tag: "must-be-you" }, at))
      .task.id;
    expect(await mergeTask(people.assistant, { ...target, into })).toMatchObject(no);
    expect(await standing(people, id)).toMatchObject({
      on: "2026-12-11 19:00 held clash",
      tasks: [{ state: "client" }],
    });

    must(await removeEvent(client, targetOf(await see(client, id)), at));
    const [left] = (await standing(people, id)).tasks;
    expect(left?.state).toBe("withdrawn");
  });

  test("her yes to something else lets nothing stand: which entry a question is about is nobody’s to write", async () => {
    const people = await onAFriday();
    const { assistant } = people;
    const { id } = await asksHeld(people);
    const no = {
      refusal: { code: "invalid", fields: { fields: expect.stringContaining("stays as it is") } },
    };
    const plants = { kind: "other", title: "Shall I water the plants?" } as const;
    expect(await createTask(assistant, { ...plants, fields: { eventId: id } }, at)).toMatchObject(no);
    const made = must(await createTask(assistant, plants, at)).task;
    const target = { id: made.id, version: made.version };
    expect(await editTask(assistant, { ...target, fields: { eventId: id } })).toMatchObject(no);
    const check = { kind: "meeting-check", title: "Plants", fields: { eventId: id } } as const;
    const other = must(await createTask(people.client, check, at)).task;
    expect(await editTask(assistant, { id: other.id, version: other.version, kind: "other" })).toMatchObject(
      no,
    );

    const [asked] = (await standing(people, id)).tasks;
    const worded = { id: asked?.id ?? "", version: 1, note: "It is her birthday.", fields: {} };
    must(await editTask(assistant, worded));
    expect((await standing(people, id)).tasks).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: asked?.id, note: "It is her birthday." })]),
    );
  });

  test("her yes to another question that Ana puts in its place lets nothing stand either", async () => {
    const people = await onAFriday();
    const { id } = await asksHeld(people);
    const before = await standing(people, id);
    const [question, task] = [before.questions[0], before.tasks[0]];
    if (!question || !task) throw new Error("nobody is asked");
    const { assistant, client } = people;
    must(await withdrawDecision(assistant, { id: question.id, version: question.version }, at));
    const other = { taskId: task.id, question: "Shall I order the flowers?", choices: [] };
    const asked = must(await askClient(assistant, other));

    must(await answerDecision(client, { id: asked.id, version: 1, answer: "yes", note: "" }, at));

    expect((await standing(people, id)).on).toBe("2026-12-11 19:00 held clash");
  });

  test("moved to a free evening it waits no more, and what it asked is folded away by whoever made it", async () => {
    const people = await onAFriday();
    const { id } = await asksHeld(people);
    const free = { start: "2026-12-10T19:00", end: "2026-12-10T21:00", allDay: false };
    const moved = must(
      await moveEvent(
        people.assistant,
        { ...targetOf(await see(people.assistant, id)), ...free, ...noWord },
        at,
      ),
    );

    expect(moved.held).toBe(false);
    expect(await standing(people, id)).toMatchObject({
      on: "2026-12-10 19:00",
      tasks: [{ state: "withdrawn" }],
    });
  });

  test("moved to another protected evening it is asked anew, and a yes to the old one says nothing", async () => {
    const people = await onAFriday();
    const { id } = await asksHeld(people);
    const [old] = (await standing(people, id)).questions;
    const later = { start: "2026-12-18T19:00", end: "2026-12-18T21:00", allDay: false };
    must(
      await moveEvent(
        people.assistant,
        { ...targetOf(await see(people.assistant, id)), ...later, ...noWord },
        at,
      ),
    );

    const answered = await answerDecision(
      people.client,
      { id: old?.id ?? "", version: 1, answer: "yes", note: "" },
      at,
    );
    expect(answered).toMatchObject({ refusal: { code: "already-answered" } });
    expect(await standing(people, id)).toMatchObject({
      on: "2026-12-18 19:00 held clash",
      tasks: [{ title: "May “Supper” be over “Evenings”, Fri 18 Dec 19:00?", state: "client" }],
      questions: [{ answer: null }, { answer: null, withdrawnAt: null }],
    });
  });

  test("that Mira touched the task, Ana taking it away leaves her a note and closes nothing", async () => {
    const people = await onAFriday();
    const { id } = await asksHeld(people);
    const later = { start: "2026-12-18T19:00", end: "2026-12-18T21:00", allDay: false };
    must(
      await moveEvent(
        people.assistant,
        { ...targetOf(await see(people.assistant, id)), ...later, ...noWord },
        at,
      ),
    );
    must(await removeEvent(people.assistant, targetOf(await see(people.assistant, id)), at));

    const { on, tasks, questions } = await standing(people, id);
    expect([
      on,
      questions.filter(({ withdrawnAt, answer }) => withdrawnAt === null && answer === null),
    ]).toEqual([null, []]);
    expect(tasks).toMatchObject([
      { state: "client", note: "It was moved or taken away: nothing is asked any more." },
    ]);
  });
});

describe("A lunch that stood on a Thursday", () => {
  const thursday = booking({ summary: "Lunch", start: "2026-12-10T12:00", end: "2026-12-10T13:00" });
  const friday = { start: "2026-12-11T19:00", end: "2026-12-11T20:00", allDay: false };

  test("that Ana asks to move over a protected evening is back on its Thursday with Mira’s no", async () => {
    const people = await onAFriday();
    const { id } = must(await createEvent(people.client, { event: thursday, ...noWord }, at));
    const target = targetOf(await see(people.assistant, id));
    expect(await moveEvent(people.assistant, { ...target, ...friday, ...noWord }, at)).toMatchObject({
      refusal: { code: "protected" },
    });
    const { version } = must(await moveEvent(people.assistant, { ...target, ...friday, ...hold }, at));
    expect((await standing(people, id)).on).toBe("2026-12-11 19:00 held clash");

    must(await allowEvent(people.client, { id, version, allow: false }, at));
    expect((await standing(people, id)).on).toBe("2026-12-10 12:00");
  });

  test("that Mira moves there herself stands once she has said that she knows, until Ana moves it again", async () => {
    const people = await onAFriday();
    const { id } = must(await createEvent(people.client, { event: thursday, ...noWord }, at));
    const target = targetOf(await see(people.client, id));
    expect(await moveEvent(people.client, { ...target, ...friday, ...noWord }, at)).toMatchObject({
      refusal: { code: "protected", kept: ["Evenings"] },
    });
    must(await moveEvent(people.client, { ...target, ...friday, overProtected: true, hold: false }, at));
    expect(await standing(people, id)).toMatchObject({ on: "2026-12-11 19:00", tasks: [] });

    const later = { start: "2026-12-11T20:00", end: "2026-12-11T21:00", allDay: false };
    const again = { ...targetOf(await see(people.assistant, id)), ...later };
    expect(await moveEvent(people.assistant, { ...again, ...noWord }, at)).toMatchObject({
      refusal: { code: "protected" },
    });
  });

  test("that was there before the evening was protected may still be reworded by Ana, and lose one of its times", async () => {
    const people = await cast(at);
    const weekly = booking({
      summary: "Choir",
      start: "2026-12-04T19:00",
      end: "2026-12-04T20:00",
      rule: "FREQ=WEEKLY;COUNT=3",
    });
    const { id } = must(await createEvent(people.assistant, { event: weekly, ...noWord }, at));
    must(await protectTime(people.client, evening(), at));
    const event = await readEvent(people.assistant, id, "2026-12-11T18:00:00.000Z", at);
    must(await removeEvent(people.assistant, { ...targetOf(event as EventDetail, "one") }, at));

    const { entries } = must(await readCalendar(people.client, "2026-12-01", "2026-12-31", at));
    const left = entries.filter(({ type }) => type === "event");
    expect(left.map(({ firstDay }) => firstDay)).toEqual(["2026-12-04", "2026-12-18"]);
  });
});
