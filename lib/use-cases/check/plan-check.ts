import { randomUUID } from "node:crypto";
import type { RawMeetingToCheck } from "@/lib/data/event-checks";
import type { NewTask } from "@/lib/data/tasks";
import type { ComingGuest } from "@/lib/data/who-comes";
import { checkKey, checkTitle, confirmBy, hoursBefore } from "@/lib/domain/calendar/needs-check";
import { cutText } from "@/lib/domain/cut-text";
import { type CircleRules, whatCirclesAsk } from "@/lib/domain/policy/circles";
import { tagByPolicy } from "@/lib/domain/policy/default-tags";
import type { KindFields } from "@/lib/domain/task/view";

/** A meeting with whoever comes to it beside the client, known people where they are known. */
export type MeetingWithGuests = RawMeetingToCheck & {
  coming: ComingGuest[];
};

/** What the desk and its circles ask of checks, and the desk's zone. */
export type CheckPolicy = {
  circles: readonly CircleRules[];
  checkHours: number;
  escalateHours: number;
  zone: string;
};

/** When the check of a meeting is asked for: milliseconds since 1970. */
export function checkFrom(meeting: MeetingWithGuests, policy: CheckPolicy): number {
  const keys = new Set(meeting.coming.flatMap(({ person }) => person?.circles ?? []));
  const said = policy.circles.filter(({ key }) => keys.has(key)).map(({ checkHours }) => checkHours);
  return meeting.startsAt.getTime() - hoursBefore(said, policy.checkHours) * 3_600_000;
}

/** What a check's task says of its meeting. */
export function fieldsOfCheck(
  meeting: Pick<RawMeetingToCheck, "eventId" | "uid" | "startsAt" | "endsAt" | "zone" | "place" | "link">,
  zone: string,
): KindFields {
  const { eventId, uid, startsAt, endsAt, place, link } = meeting;
  return {
    eventId,
    eventUid: uid,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    zone: meeting.zone ?? zone,
    place: cutText(place, 500),
    ...(link ? { link } : {}),
  };
}

/**
 * The task that has a meeting checked, as strict as the strictest circle of whoever comes. It names nobody: who comes is looked up with
 * each reader's eyes. With nobody to ask but who is private to the client, the whole task is the client's own.
 */
export function planCheck(
  meeting: MeetingWithGuests,
  policy: CheckPolicy,
  at: number,
): NewTask & { tagRule: string } {
  const open = meeting.coming.filter(({ person }) => !person?.isPrivate);
  const isPrivate = meeting.isPrivate || (meeting.coming.length > 0 && open.length === 0);
  const named = isPrivate ? meeting.coming : open;
  const keys = new Set(meeting.coming.flatMap(({ person }) => person?.circles ?? []));
  const circles = keys.size === 0 ? null : whatCirclesAsk(policy.circles, [...keys]);
  const policyTag = tagByPolicy({ kind: "meeting-check", circles, voice: null });
  return {
    id: randomUUID(),
    kind: "meeting-check",
    title: checkTitle(meeting.summary),
    state: policyTag.tag === "must-be-you" ? "client" : "assistant",
    tag: policyTag.tag,
    tagRule: policyTag.rule,
    personId: named.length === 1 ? (named[0]?.person?.id ?? null) : null,
    fields: fieldsOfCheck(meeting, policy.zone),
    dueAt: new Date(confirmBy(meeting.startsAt.getTime(), policy.escalateHours, at)),
    dueAllDay: false,
    isPrivate,
    sourceKey: checkKey(meeting.eventId, meeting.startsAt.toISOString(), meeting.lost),
  };
}
