import { writeUncheckedLetter } from "@/lib/adapters/mail/unchecked-letter";
import { findWishes } from "@/lib/data/calendar-wishes";
import { listCircles } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { listCheckTasks, wasEscalated } from "@/lib/data/event-checks";
import { noteSent } from "@/lib/data/member-settings";
import { listMailReaders, type MailReader } from "@/lib/data/members";
import { putInOutbox } from "@/lib/data/outbox";
import { awake, findTask, isAsleep, saveTask, type TaskChange } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { confirmBy, sayOtherSide, uncheckedKey } from "@/lib/domain/calendar/needs-check";
import { granted, type Result } from "@/lib/domain/result";
import { listCheckedMeetings } from "@/lib/use-cases/check/list-meetings";
import { type CheckPolicy, type MeetingWithGuests, planCheck } from "@/lib/use-cases/check/plan-check";
import type { SeenTask } from "@/lib/use-cases/task/change-task";

/**
 * Meetings that begin soon and that nobody has confirmed become urgent: their checks rise to the top, and the client and whoever assists
 * are mailed, once for every time a meeting has. Nobody is told of what they may not see; where nobody else may do it, or nobody is there,
 * it lies before the client. Gives how many are urgent. Refuses `signed-out`.
 * @param origin the public origin, which mailed links are built from alone
 */
export async function escalateChecks(
  actor: Actor,
  origin: string,
  at: Date,
): Promise<Result<{ urgent: number }>> {
  const { id } = actor.workspace;
  const written = await writeAs(actor, "escalate-checks", { kind: "desk", id }, async (tx) => {
    const { wishes, zone } = await findWishes(tx, id);
    const to = new Date(at.getTime() + wishes.escalateHours * 3_600_000);
    const meetings = (await listCheckedMeetings(tx, id, at, to)).filter((meeting) => !meeting.isChecked);
    if (meetings.length === 0) return granted({ urgent: 0 });
    const policy = { ...wishes, zone, circles: await listCircles(tx, id) };
    const asked = await listCheckTasks(tx, id, [...new Set(meetings.map(({ uid }) => uid))]);
    const readers = await listMailReaders(tx, id);
    let urgent = 0;
    for (const meeting of meetings) {
      const found = asked.find(
        (task) =>
          task.eventId === meeting.eventId && Date.parse(task.startsAt) === meeting.startsAt.getTime(),
      );
      const task = found ? await findTask(tx, id, found.id) : null;
      if (task === null || isTooSoon(task, meeting, policy, at)) continue;
      urgent += 1;
      const theirs = whoSees(task, meeting, policy, readers);
      await raise(tx, id, task, theirs);
      for (const reader of theirs) await mail(tx, actor, { meeting, task, reader, origin, zone, at });
    }
    return granted({ urgent });
  });
  return written.ok ? granted(written.value.value) : written;
}

/** Whoever was asked late has an hour before anybody is called. */
function isTooSoon(
  { raw }: SeenTask,
  { startsAt }: MeetingWithGuests,
  policy: CheckPolicy,
  at: Date,
): boolean {
  const by = confirmBy(startsAt.getTime(), policy.escalateHours, raw.created_at.getTime());
  return at.getTime() < by;
}

function whoSees(
  task: SeenTask,
  meeting: MeetingWithGuests,
  policy: CheckPolicy,
  readers: MailReader[],
): MailReader[] {
  const whose = meeting.coming.find(({ person }) => person?.id === task.raw.person_id)?.person;
  const isHidden = task.isPrivate || whose?.isPrivate === true || planCheck(meeting, policy, 0).isPrivate;
  return readers.filter(({ role }) => role === "client" || !isHidden);
}

/** Once for a time. What somebody does with it then stays so: that they put it to sleep, or wait; but that it lies with nobody who may do it. */
async function raise(tx: Tx, workspaceId: string, task: SeenTask, readers: MailReader[]): Promise<void> {
  const isClients = task.tag === "must-be-you" || readers.every(({ role }) => role === "client");
  const { raw } = task;
  const wasRaised = await wasEscalated(tx, workspaceId, task.id);
  const isElsewhere = wasRaised ? ["inbox", "assistant"].includes(raw.state) : raw.state !== "client";
  const change: TaskChange = {
    ...(wasRaised || raw.priority === 1 ? {} : { priority: 1 }),
    ...(!wasRaised && isAsleep(raw) ? awake : {}),
    ...(isClients && isElsewhere ? { state: "client" as const } : {}),
  };
  if (Object.keys(change).length > 0) await saveTask(tx, workspaceId, task, change);
}

type Mailed = {
  meeting: MeetingWithGuests;
  task: SeenTask;
  reader: MailReader;
  origin: string;
  zone: string;
  at: Date;
};

/** With whom it is, as far as whoever is mailed may know. */
function otherSideFor({ role }: MailReader, { raw }: SeenTask, { coming }: MeetingWithGuests): string {
  const known = coming.filter(({ person }) => role === "client" || !person?.isPrivate);
  return raw.fields.otherSide ?? sayOtherSide(known.map(({ name }) => name));
}

function toldOf(task: SeenTask, { eventId, coming }: MeetingWithGuests): string[] {
  return [
    task.id,
    eventId,
    ...coming.flatMap(({ person }) => (person?.id && !person.isPrivate ? person.id : [])),
  ];
}

async function mail(
  tx: Tx,
  actor: Actor,
  { meeting, task, reader, origin, zone, at }: Mailed,
): Promise<void> {
  const { id: workspaceId, slug } = actor.workspace;
  const key = uncheckedKey(meeting.eventId, meeting.startsAt.toISOString());
  if (!(await noteSent(tx, workspaceId, reader.userId, key))) return;
  const { summary, place, link, startsAt } = meeting;
  const letter = writeUncheckedLetter(
    { summary, place, link, startsAt: startsAt.getTime(), otherSide: otherSideFor(reader, task, meeting) },
    {
      to: reader.email,
      workspaceId,
      slug,
      origin,
      taskId: task.id,
      zone: reader.zone ?? zone,
      now: at.getTime(),
    },
  );
  await putInOutbox(tx, letter, { reader: reader.userId, about: toldOf(task, meeting) });
}
