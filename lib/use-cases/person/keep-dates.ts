import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { insertDates, type StoredDate, saveDate } from "@/lib/data/person-dates";
import type { DateInput } from "@/lib/use-cases/person/write-person";

/** Makes somebody's yearly days what was typed: new ones added, known ones changed, missing ones taken away. */
export async function keepDatesIn(
  tx: Tx,
  workspaceId: string,
  personId: string,
  before: StoredDate[],
  wanted: DateInput[],
  at: Date,
): Promise<void> {
  const known = new Map(before.map((date) => [date.id, date]));
  const isKnown = (date: DateInput) => date.id != null && known.has(date.id);
  const kept = new Set(wanted.filter(isKnown).map((date) => date.id as string));
  for (const date of before) {
    if (!kept.has(date.id)) await saveDate(tx, workspaceId, date.id, { removedAt: at });
  }
  for (const { id, ...date } of wanted) {
    const old = known.get(id ?? "");
    if (old && !isSame(old, date)) await saveDate(tx, workspaceId, old.id, date);
  }
  const added = wanted.filter((date) => !isKnown(date));
  await insertDates(
    tx,
    workspaceId,
    added.map((date) => ({ ...date, id: randomUUID(), personId })),
  );
}

function isSame(old: StoredDate, date: Omit<DateInput, "id">): boolean {
  const keys = ["kind", "label", "month", "day", "year"] as const;
  return keys.every((key) => old[key] === date[key]) && old.leadDays === (date.leadDays ?? null);
}
