import { readDateWords } from "@/lib/adapters/words/read-date-words";
import { listCircles } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { findPeopleCalled } from "@/lib/data/people-called";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { cutText } from "@/lib/domain/cut-text";
import { foldName } from "@/lib/domain/person/sort-name";
import { WIDER, whatCirclesAsk } from "@/lib/domain/policy/circles";
import { tagByPolicy } from "@/lib/domain/policy/default-tags";
import type { Refusal } from "@/lib/domain/refusal";
import { whyNotTagNew } from "@/lib/domain/task/must-be-you";
import { QUICK_ADD_LIMIT, type QuickAddPreview, type QuickAddReading } from "@/lib/domain/task/quick-add";
import { chipsOf } from "@/lib/domain/task/quick-add-chips";
import { whoIsMeant } from "@/lib/domain/task/quick-add-meant";
import { restIsTitle, titleOf, whatIsMissing } from "@/lib/domain/task/quick-add-title";
import { namesToLookUp, readQuickAdd } from "@/lib/domain/task/read-quick-add";
import { dueOf } from "@/lib/use-cases/task/due-of-line";
import { type KnownDay, planDay } from "@/lib/use-cases/task/plan-day";

/** A line as understood: what the person typing sees, and what making it needs beyond that. */
export type Understood = {
  preview: QuickAddPreview;
  reading: QuickAddReading;
  day: KnownDay | null;
  /** The fence's answer to the tag that the line asks for; null means yes. */
  no: Refusal | null;
};

/**
 * Reads a line of quick add and looks up who is meant. Changes nothing. What keeps the line from being added stands in
 * the preview's `problems`.
 */
export async function understandLine(tx: Tx, actor: Actor, typed: string, at: Date): Promise<Understood> {
  const { zone } = actor.workspace;
  const isTooLong = typed.length > QUICK_ADD_LIMIT;
  const line = cleaned(cutText(typed, QUICK_ADD_LIMIT));
  const readDates = (text: string) => readDateWords(text, at, zone);
  const people = await findPeopleCalled(tx, actor.workspace.id, namesToLookUp(line, readDates));
  const whole = new Set(people.filter((person) => person.exact).map((person) => foldName(person.called)));
  const reading = readQuickAdd(line, readDates, (name) => whole.has(foldName(name)));
  const { person, isUnclear } = whoIsMeant(reading, people);
  const isNewPerson = reading.person?.use === "make" && person === null && isUnclear === null;
  const personName = person?.name ?? (isNewPerson ? (reading.person?.name ?? null) : null);
  const day = await planDay(tx, actor.workspace.id, reading, person, personName, dayAt(at.getTime(), zone));
  const keys = person?.circles ?? (isNewPerson ? [WIDER] : null);
  const circles = keys && whatCirclesAsk(await listCircles(tx, actor.workspace.id), keys);
  const policy = tagByPolicy({ kind: reading.kind, circles, voice: null });
  const no = reading.tag ? whyNotTagNew(actor, policy.tag, reading.tag) : null;
  const title = day?.title ?? titleOf(reading, personName ?? reading.person?.name ?? null);
  const isByHand = reading.tag !== null && reading.tag !== policy.tag;
  const missing = whatIsMissing(reading, title);
  const preview: QuickAddPreview = {
    kind: reading.kind,
    title,
    note: reading.kind === "birthday" ? reading.rest : "",
    personName,
    personId: person?.id ?? null,
    isNewPerson,
    date: day?.date ?? null,
    ...dueOf(reading, day, at, zone),
    leadDays: day?.leadDays ?? reading.leadDays,
    priority: reading.priority,
    tag: isByHand && reading.tag ? reading.tag : policy.tag,
    rule: isByHand ? null : policy.rule,
    repeat: reading.repeat,
    chips: chipsOf(reading, person, isNewPerson, day),
    unread: restIsTitle(reading) ? "" : reading.rest,
    problems: [
      ...(isTooLong
        ? [`Use at most ${QUICK_ADD_LIMIT} characters here; longer words have room in the note.`]
        : []),
      ...reading.problems,
      ...(isUnclear ? [isUnclear] : []),
      ...(day?.problem ? [day.problem] : []),
      ...(no ? [`Only ${actor.clientName} can make this delegable.`] : []),
      ...(missing ? [missing] : []),
    ],
  };
  return { preview, reading, day, no };
}

/** Line breaks and other signs without a shape become spaces, so that places in the line stay the same. */
function cleaned(typed: string): string {
  return typed.toWellFormed().replace(/[\p{Cc}\u2028\u2029]/gu, " ");
}
