import { findAccountAt, listInvitationTasks } from "@/lib/data/event-invitations";
import type { StoredEvent } from "@/lib/data/events";
import { awake, findTask, saveTask } from "@/lib/data/tasks";
import { invitationKey, invitationKeyAgain } from "@/lib/domain/calendar/invitation-key";
import type { ToldOf } from "@/lib/domain/calendar/say-change";
import { cutText } from "@/lib/domain/cut-text";
import { isOpen } from "@/lib/domain/task/task";
import { sayWhen } from "@/lib/use-cases/import/details";
import { invitationTitle, makeInvitations } from "@/lib/use-cases/import/make-invitations";
import { organiserEmailOf } from "@/lib/use-cases/import/read-invitations";
import type { Arrived, ItipStep } from "@/lib/use-cases/invitation/itip-step";
import { refreshAnswer } from "@/lib/use-cases/invitation/refresh-answer";
import type { SeenTask } from "@/lib/use-cases/task/change-task";

/** An invitation is asked about as often as it moves, and no oftener than that. */
const mostAsked = 50;
const mostSentences = 10;

type Named = { uid: string; recurrenceId: string };

/** What is said of an invitation on its task: what it is now, and what changed, in sentences. */
export type Telling = {
  now: ToldOf;
  changed: string[];
  isCancelled: boolean;
};

/**
 * The tasks that ask about an entry, the first first; `open` are those that nobody has closed, `wasStrict` whether somebody's hand
 * said of one that it must be the client, or of the series of which it is a day.
 */
export async function tasksOf(step: ItipStep, entry: Named) {
  const tasks = await everAsked(step, entry);
  const ofSeries = entry.recurrenceId === "" ? [] : await everAsked(step, { ...entry, recurrenceId: "" });
  const wasStrict = [...tasks, ...ofSeries].some(
    ({ tag, tagReason }) => tag === "must-be-you" && !isOfKind(tagReason),
  );
  return { asked: tasks.length, open: tasks.filter(isOpen), wasStrict };
}

async function everAsked({ tx, actor }: ItipStep, entry: Named): Promise<SeenTask[]> {
  const keys = Array.from({ length: mostAsked }, (_, n) => invitationKeyAgain(entry, n + 1));
  const tasks: SeenTask[] = [];
  for (const { id } of await listInvitationTasks(tx, actor.workspace.id, keys)) {
    const task = await findTask(tx, actor.workspace.id, id);
    if (task !== null) tasks.push(task);
  }
  return tasks;
}

/** Whether a rule gave the tag by what the task is, which the rules are asked about anew; a hand's word, or one kept from before, stays. */
function isOfKind(reason: SeenTask["tagReason"]): boolean {
  return reason.by === "rule" && reason.rule !== "as-before";
}

/**
 * Writes what changed on the open tasks of an entry, and renews an answer that waits. One that sleeps until they answer wakes with it, and
 * so does one that would sleep past its new time. Nobody's task is closed by it.
 */
export async function tellTasks(
  step: ItipStep,
  event: StoredEvent,
  open: readonly SeenTask[],
  { now, changed, isCancelled }: Telling,
): Promise<void> {
  const { tx, actor, desk } = step;
  for (const task of open) {
    await refreshAnswer(step, event, task.id, isCancelled);
    const seen = await findTask(tx, actor.workspace.id, task.id);
    if (seen === null) continue;
    const said = [...(seen.raw.fields.changed ?? []), ...changed].slice(-mostSentences);
    const title = invitationTitle(
      isCancelled ? "Cancelled" : "Invitation",
      now.summary,
      sayWhen(now.startsAt, now.allDay, desk.zone),
    );
    await saveTask(tx, actor.workspace.id, seen, {
      // A title that somebody gave it stays.
      ...(/^(Invitation|Cancelled) · /.test(seen.raw.title) ? { title } : {}),
      fields: {
        ...seen.raw.fields,
        startsAt: now.startsAt,
        endsAt: now.endsAt,
        zone: event.zone ?? desk.zone,
        place: cutText(now.place, 500),
        link: now.link || undefined,
        organiser: event.organiser,
        changed: said,
      },
      dueAt: new Date(now.startsAt),
      dueAllDay: now.allDay,
      ...(changed.length > 0 && isSleptThrough(seen, now) ? awake : {}),
    });
  }
}

function isSleptThrough({ raw }: SeenTask, { startsAt }: ToldOf): boolean {
  const isMoved = raw.fields.startsAt !== startsAt;
  return raw.snoozed_until_answer || (isMoved && (raw.snoozed_until?.getTime() ?? 0) >= Date.parse(startsAt));
}

/**
 * Asks about an entry, as if it had just come; again, where it was asked before, and then by the client where a hand had said so. Gives
 * the task, or null for what is over.
 */
export async function ask(
  step: ItipStep,
  arrived: Pick<Arrived, "entry">,
  now: ToldOf | null,
  { asked, wasStrict }: { asked: number; wasStrict: boolean },
  changed: string[] = [],
  note = "",
): Promise<string | null> {
  const { tx, actor, desk, mail, at } = step;
  if (now === null || asked >= mostAsked || Date.parse(now.endsAt) <= at.getTime()) return null;
  const { entry } = arrived;
  const invitation = {
    startsAt: now.startsAt,
    endsAt: now.endsAt,
    allDay: now.allDay,
    organiserEmail: organiserEmailOf(entry),
  };
  // Each time of asking has a name of its own, as a task that was closed stays so.
  const recurrenceId = asked === 0 ? entry.recurrenceId : `${entry.recurrenceId}#${asked + 1}`;
  const named = { ...entry, recurrenceId, invitation };
  const message = mail?.message;
  const came = {
    note,
    accountId: await findAccountAt(tx, actor.workspace.id, mail?.to ?? []),
    message: message ? { ...message, service: "mail", url: null, mail: message.mail ?? undefined } : null,
  };
  const made = await makeInvitations(
    { tx, actor, importId: null, at, desk, came, wasStrict, ...(changed.length > 0 ? { changed } : {}) },
    [named],
    "standing",
  );
  return made.get(invitationKey(named)) ?? null;
}
