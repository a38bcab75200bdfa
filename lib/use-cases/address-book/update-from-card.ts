import { randomUUID } from "node:crypto";
import type { CardChange, StoredCard } from "@/lib/data/address-book-cards";
import type { Tx } from "@/lib/data/client";
import { findDeskDays } from "@/lib/data/day-tasks";
import { findPerson, type StoredPerson, savePerson } from "@/lib/data/people";
import { insertDates, listDates, type StoredDate, saveDate } from "@/lib/data/person-dates";
import type { Actor } from "@/lib/domain/actor";
import { asksForPrivacy } from "@/lib/domain/address-book/differing-fields";
import { type CardSaid, type MergedCard, mergeCard } from "@/lib/domain/address-book/merge-card";
import { saidMore } from "@/lib/domain/address-book/merge-more";
import { sayField } from "@/lib/domain/address-book/say-field";
import type { CardReading } from "@/lib/domain/import/payload";
import type { TakeStep } from "@/lib/use-cases/address-book/take-cards";
import { updateMore } from "@/lib/use-cases/address-book/update-more";
import { keepDayTasksIn } from "@/lib/use-cases/person/keep-day-tasks";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";

/** What is remembered of a card, to compare the next reading with. */
export function saidBy({ facts, days, isPrivate, more }: CardReading): CardSaid {
  return { facts, days, ...(isPrivate ? { isPrivate } : {}), more: saidMore(more) };
}

/**
 * Brings what changed on a card to the person it belongs to. Where both sides changed, the person stays as they are and the
 * card becomes a conflict; one that stood already and still differs stands on. A card that has become private is one before
 * anything else of it comes: until the client decides, the rest is as it was last read.
 */
export async function updateFromCard(
  step: TakeStep,
  card: StoredCard,
  personId: string,
  reading: CardReading,
): Promise<CardChange> {
  const { tx, actor, at } = step;
  const said = saidBy(reading);
  const changed: CardChange = {
    href: card.href,
    etag: card.etagThere,
    personId,
    said,
    state: "in-step",
    note: {},
  };
  const person = await findPerson(tx, actor.workspace.id, personId);
  if (person === null || card.said === null) return changed;
  const open = card.note.fields ?? [];
  if (asksForPrivacy(card.said, said, person, open)) {
    const fields = [...new Set(["private", ...open])];
    return { ...changed, said: { ...card.said, isPrivate: true }, state: "conflict", note: { fields } };
  }
  const days = await listDates(tx, actor.workspace.id, [personId]);
  const merged = mergeCard(card.said, said, person, days);
  await applyToPerson(tx, actor, person, days, merged, at);
  said.more = await updateMore(step, personId, card.said.more ?? saidMore(undefined), reading);
  const here = { facts: { ...person, ...merged.change }, days, isPrivate: person.isPrivate };
  const fields = [...new Set([...open, ...merged.conflicts])].filter(
    (field) => merged.conflicts.includes(field) || sayField(field, said) !== sayField(field, here),
  );
  return fields.length === 0 ? changed : { ...changed, state: "conflict", note: { fields } };
}

/** Writes the card's side into a person: facts, days, and the open tasks of those days. Circles and privacy are never touched. */
export async function applyToPerson(
  tx: Tx,
  actor: Actor,
  person: StoredPerson,
  before: StoredDate[],
  { change, days }: Pick<MergedCard, "change" | "days">,
  at: Date,
): Promise<void> {
  const workspaceId = actor.workspace.id;
  if (Object.keys(change).length === 0 && days.length === 0) return;
  // Also where only days change: a form that is open, saved as it was opened, would take them back.
  await savePerson(tx, workspaceId, person, change);
  for (const one of days) {
    if (one.what === "add")
      await insertDates(tx, workspaceId, [{ ...one.day, id: randomUUID(), personId: person.id }]);
    else if (one.what === "remove") await saveDate(tx, workspaceId, one.id, { removedAt: at });
    else {
      const { month, day, year } = one.day;
      await saveDate(tx, workspaceId, one.id, { month, day, year });
    }
  }
  const after = { ...person, ...change, dates: await listDates(tx, workspaceId, [person.id]) };
  const desk = await findDeskDays(tx, workspaceId);
  await keepDayTasksIn(tx, actor, desk, { ...person, dates: before }, after, at);
  await makeDayTasksIn(tx, workspaceId, desk, [person.id], at);
}
