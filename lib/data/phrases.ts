import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import type { PhraseSaid, PhraseView } from "@/lib/domain/draft/phrase";

/** A saved phrase as stored. */
export type StoredPhrase = PhraseView & { removedAt: Date | null };

/** A phrase of the desk, removed or not; null when there is none. */
export async function findPhrase(tx: Tx, workspaceId: string, id: string): Promise<StoredPhrase | null> {
  const found = await tx.phrase.findFirst({ where: { workspaceId, id }, omit: { workspaceId: true } });
  return found as StoredPhrase | null;
}

/** The saved phrases of a desk, by language and title. */
export async function listPhrases(tx: Tx, workspaceId: string): Promise<PhraseView[]> {
  const rows = await tx.phrase.findMany({
    where: { workspaceId, removedAt: null },
    omit: { workspaceId: true, removedAt: true },
    orderBy: [{ language: "asc" }, { title: "asc" }, { id: "asc" }],
    take: 1000,
  });
  return rows as PhraseView[];
}

/** Language and title of every phrase that a desk has or had: one that was removed does not come back by itself. */
export function listPhrasesEver(
  tx: Tx,
  workspaceId: string,
): Promise<{ language: string; title: string; removedAt: Date | null }[]> {
  return tx.phrase.findMany({
    where: { workspaceId },
    select: { language: true, title: true, removedAt: true },
  });
}

/** Saves new phrases, and gives their ids in the same order. */
export async function insertPhrases(tx: Tx, workspaceId: string, phrases: PhraseSaid[]): Promise<string[]> {
  const rows = phrases.map((phrase) => ({ ...phrase, workspaceId, id: randomUUID() }));
  if (rows.length > 0) await tx.phrase.createMany({ data: rows });
  return rows.map((row) => row.id);
}

/** Changes a phrase where it still is as it was seen. False: somebody was quicker. */
export async function savePhrase(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: Partial<PhraseSaid> & { removedAt?: Date | null },
): Promise<boolean> {
  const saved = await tx.phrase.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data: change,
  });
  return saved.count === 1;
}
