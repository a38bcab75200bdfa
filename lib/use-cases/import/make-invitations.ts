import { randomUUID } from "node:crypto";
import { listCircles } from "@/lib/data/circles";
import { type DeskDays, findKnownKeys, insertTasks } from "@/lib/data/day-tasks";
import { listInvitationTasks } from "@/lib/data/event-invitations";
import { findByEmails } from "@/lib/data/people-matching";
import type { NewTask } from "@/lib/data/tasks";
import { invitationKey } from "@/lib/domain/calendar/invitation-key";
import { cutText } from "@/lib/domain/cut-text";
import type { EventReading } from "@/lib/domain/import/payload";
import { whatCirclesAsk } from "@/lib/domain/policy/circles";
import { type CirclesAsk, replyWithinHours, tagByPolicy } from "@/lib/domain/policy/default-tags";
import { sayWhen } from "@/lib/use-cases/import/details";
import type { CardStep } from "@/lib/use-cases/import/import-step";

/** What making the tasks of invitations works with, whether a file, a mail or a calendar brings them. */
export type InvitationStep = Pick<CardStep, "tx" | "actor" | "importId" | "at"> & {
  desk: DeskDays;
  /** The mail that they came by, and the account it came to. */
  came?: Pick<NewTask, "message" | "accountId" | "note">;
  /** What changed since they were first sent, in sentences. */
  changed?: string[];
  /** Somebody's hand said that it must be the client when it was asked before. */
  wasStrict?: boolean;
};

/**
 * Makes a task of each invitation that asks for an answer; of one that has a task already (`ever`: or had, and somebody took it
 * back by hand) nothing more. Gives the tasks that were made, by {@link invitationKey}.
 */
export async function makeInvitations(
  step: InvitationStep,
  entries: EventReading[],
  which: "ever" | "standing",
): Promise<Map<string, string>> {
  if (entries.length === 0) return new Map();
  const { tx, actor } = step;
  const emails = entries.flatMap((entry) => entry.invitation?.organiserEmail ?? []);
  const people = await findByEmails(tx, actor.workspace.id, [...new Set(emails)]);
  const circles = await listCircles(tx, actor.workspace.id);
  const keys = await findKnownKeys(tx, actor.workspace.id, entries.map(invitationKey), which);
  const tasks = entries
    .filter((entry) => !keys.has(invitationKey(entry)))
    .map((entry) => {
      const organiser = people.get(entry.invitation?.organiserEmail ?? "");
      const asks = whatCirclesAsk(circles, organiser?.circles ?? []);
      return toTask(step, entry, organiser ? { ...organiser, asks } : null);
    });
  const made = await insertTasks(tx, actor.workspace.id, tasks);
  const ids = new Map(tasks.map((task) => [task.sourceKey, task.id]));
  if (made === tasks.length) return ids;
  // One that the acting person may not see is in the way: to them it is as if nothing had come of it.
  const standing = await listInvitationTasks(tx, actor.workspace.id, [...ids.keys()]);
  return new Map(
    standing.flatMap(({ id, sourceKey }) => (ids.get(sourceKey) === id ? [[sourceKey, id]] : [])),
  );
}

/** What the task of an invitation is called: "Invitation · Budget review, Thu, 3 Dec 2026, 10:00". */
export function invitationTitle(what: "Invitation" | "Cancelled", summary: string, when: string): string {
  return `${what} · ${[...(summary || "(no title)")].slice(0, 300).join("")}, ${when}`;
}

function toTask(
  { desk, importId, at, came, changed, wasStrict }: InvitationStep,
  entry: EventReading,
  organiser: { id: string; isPrivate: boolean; asks: CirclesAsk } | null,
): NewTask & { tagRule: string; sourceKey: string } {
  const { startsAt = "", endsAt = "", allDay = false } = entry.invitation ?? {};
  const policy = tagByPolicy({
    kind: "event-invite",
    circles: organiser?.asks ?? null,
    voice: null,
    wasStrict,
  });
  return {
    ...came,
    id: randomUUID(),
    kind: "event-invite",
    title: invitationTitle("Invitation", entry.summary, sayWhen(startsAt, allDay, desk.zone)),
    tag: policy.tag,
    tagRule: policy.rule,
    personId: organiser?.id ?? null,
    fields: {
      startsAt,
      endsAt,
      zone: entry.zone ?? desk.zone,
      place: cutText(entry.location, 500),
      ...(entry.link ? { link: entry.link } : {}),
      organiser: entry.organiser,
      eventUid: entry.uid,
      ...(changed ? { changed } : {}),
    },
    dueAt: new Date(startsAt),
    dueAllDay: allDay,
    receivedAt: at,
    replyWithinHours: replyWithinHours("event-invite", null),
    isPrivate: entry.isPrivate || organiser?.isPrivate === true,
    sourceKey: invitationKey(entry),
    importId,
  };
}
