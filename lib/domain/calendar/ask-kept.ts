import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import { type KeptSpan, keptWords } from "@/lib/domain/calendar/kept";
import { wallAt } from "@/lib/domain/calendar/zone-day";
import type { Refusal } from "@/lib/domain/refusal";
import type { TaskKind } from "@/lib/domain/task/task";
import type { KindFields } from "@/lib/domain/task/view";

/**
 * What the client is asked about an entry of an assistant's that stands over time they keep: “May “Supper” be in your protected time, Fri 11 Dec
 * 19:00?” The time is the first that is kept, on the wall of the desk; `startsAt` ISO UTC.
 */
export function askKept(
  summary: string,
  startsAt: string,
  span: Pick<KeptSpan, "source" | "title"> | undefined,
  zone: string,
): string {
  const name = summary.length > 120 ? `${[...summary].slice(0, 119).join("")}…` : summary;
  return `May “${name || "Untitled event"}” be ${whereOf(span)}, ${sayWall(startsAt, zone)}?`;
}

/** The entry about which a task asks whether it may be in kept time; null for a task that asks no such thing. */
export function entryAskedAbout({ kind, fields }: { kind: TaskKind; fields: KindFields }): string | null {
  return kind === "other" ? (fields.eventId ?? null) : null;
}

/**
 * Which entry the client's answer is about is nobody's to write: their yes to something else would give away time they keep. And which
 * entry any task is about is the client's alone to write, also by making another kind of a task that is about one: an invitation that must
 * be the client would be answered by a second task about it, and one about a private entry would tell that there is one.
 * `before` null: a task that is being made. Null means yes.
 */
export function whyNotAskAbout(
  who: Pick<Actor, "role" | "door">,
  before: { kind: TaskKind; fields: KindFields } | null,
  after: { kind: TaskKind; fields: KindFields },
): Refusal | null {
  const was = before === null ? null : entryAskedAbout(before);
  if (entryAskedAbout(after) !== was)
    return {
      code: "invalid",
      fields: { fields: "What this asks about an entry of the calendar stays as it is." },
    };
  const isNamed = (key: "eventId" | "eventUid") =>
    after.fields[key] !== undefined &&
    !(after.kind === before?.kind && after.fields[key] === before.fields[key]);
  if (isClientInPerson(who) || !(isNamed("eventId") || isNamed("eventUid"))) return null;
  return {
    code: "invalid",
    fields: { fields: "Which entry of the calendar a task is about is not written by hand." },
  };
}

function whereOf(span: Pick<KeptSpan, "source" | "title"> | undefined): string {
  if (span === undefined) return "in your protected time";
  if (span.title !== "") return `over “${span.title}”`;
  if (span.source === "away") return `on ${keptWords.away}`;
  return `in your ${keptWords[span.source]}`;
}

function sayWall(startsAt: string, zone: string): string {
  const wall = wallAt(Date.parse(startsAt), zone);
  const day = new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
  });
  return `${day.format(Date.parse(`${wall}Z`)).replace(",", "")} ${wall.slice(11, 16)}`;
}
