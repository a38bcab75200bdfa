import type { CardChange, StoredCard } from "@/lib/data/address-book-cards";
import { listCircles } from "@/lib/data/circles";
import { findDeskDays } from "@/lib/data/day-tasks";
import { findPerson } from "@/lib/data/people";
import { listDates } from "@/lib/data/person-dates";
import { differingFields } from "@/lib/domain/address-book/differing-fields";
import type { CardField } from "@/lib/domain/address-book/merge-card";
import type { CardReading } from "@/lib/domain/import/payload";
import { WIDER } from "@/lib/domain/policy/circles";
import { leaveCard } from "@/lib/use-cases/address-book/leave-card";
import type { TakeStep } from "@/lib/use-cases/address-book/take-cards";
import { saidBy } from "@/lib/use-cases/address-book/update-from-card";
import { writeCards } from "@/lib/use-cases/import/write-cards";

/**
 * Makes people of cards that are read for the first time, by the rules of every import. A card that means somebody who is known
 * fills in what was blank; where it says something else, that is a conflict.
 */
export async function makeFromCards(
  step: TakeStep,
  fresh: { card: StoredCard; reading: CardReading }[],
): Promise<CardChange[]> {
  if (fresh.length === 0) return [];
  const { tx, actor, book, at } = step;
  const workspaceId = actor.workspace.id;
  const isThere = (await listCircles(tx, workspaceId)).some((circle) => circle.key === book.circle);
  const choices = { circle: isThere ? book.circle : WIDER, circles: {}, leaveOut: [] };
  const desk = await findDeskDays(tx, workspaceId);
  const readings = fresh.map(({ reading }) => reading);
  const rows = await writeCards(
    { tx, actor, importId: null, choices, leaveOut: new Set(), desk, at },
    readings,
    0,
  );
  const changes: CardChange[] = [];
  for (const [n, { card, reading }] of fresh.entries()) {
    const { personId, outcome, why = "" } = rows[n] ?? {};
    if (!personId) {
      changes.push(leaveCard(card, "left-out", { label: reading.facts.name, why }));
      continue;
    }
    const fields = outcome === "make" ? [] : await whatDiffers(step, personId, reading);
    const state = fields.length > 0 ? ("conflict" as const) : ("in-step" as const);
    const note = fields.length > 0 ? { fields } : {};
    changes.push({ href: card.href, etag: card.etagThere, personId, said: saidBy(reading), state, note });
  }
  return changes;
}

async function whatDiffers(
  { tx, actor }: TakeStep,
  personId: string,
  reading: CardReading,
): Promise<CardField[]> {
  const person = await findPerson(tx, actor.workspace.id, personId);
  if (person === null) return [];
  const days = await listDates(tx, actor.workspace.id, [personId]);
  return differingFields(saidBy(reading), person, days);
}
