import type { Tx } from "@/lib/data/client";
import { listLastContacts } from "@/lib/data/contacts";
import type { RawCard } from "@/lib/data/for-you-lists";
import { listLoggedSince } from "@/lib/data/logged-since";
import { iso, toTaskRow } from "@/lib/data/task-rows";
import { listWhoComes } from "@/lib/data/who-comes";
import type { Actor } from "@/lib/domain/actor";
import { sayLastContact } from "@/lib/domain/person/touch-note";
import { askWasThatIt } from "@/lib/domain/person/was-that-it";
import type { ForYouCard } from "@/lib/domain/task/for-you";
import { viewDecisions } from "@/lib/queries/decision-views";
import { readNoLonger } from "@/lib/queries/no-longer";
import { putOnCard, type ReadDraft, readWordsOf } from "@/lib/queries/words-on-cards";

/** A card as it was read, with its draft beside it. */
export type ReadCard = { card: Omit<ForYouCard, "draft">; words: ReadDraft | null };

/** Rows as cards: with the words that were prepared, what the client is asked, and contact that was logged meanwhile. */
export async function readCards(
  tx: Tx,
  actor: Actor,
  rows: readonly RawCard[],
  at: Date,
): Promise<ReadCard[]> {
  const { id, zone } = actor.workspace;
  const ids = rows.map((row) => row.id);
  const touch = rows.filter((row) => row.kind === "keep-in-touch");
  const contacts = await listLastContacts(
    tx,
    id,
    [...new Set(touch.flatMap((row) => row.person_id ?? []))],
    1,
    at,
  );
  const logged = await listLoggedSince(
    tx,
    id,
    touch.map((row) => row.id),
  );
  const noLonger = await readNoLonger(tx, actor, rows);
  const whoComes = await listWhoComes(tx, id, rows);
  const words = await readWordsOf(tx, id, ids);
  const open = (await viewDecisions(tx, actor, ids)).filter((one) => one.answer === null);
  return rows.map((row) => {
    const since = logged.get(row.id);
    const last = touch.includes(row) ? contacts.find((one) => one.personId === row.person_id) : undefined;
    // What a task did stands in "about" already.
    const told = last && last.source !== "gesture" ? sayLastContact(last, zone) : null;
    const card = {
      ...toCard(row, actor, whoComes.get(row.id) ?? ""),
      lastContact: told,
      wasThatIt: since ? askWasThatIt(since, actor, zone) : null,
      noLonger: noLonger.get(row.id) ?? null,
      decision: open.find((one) => one.taskId === row.id) ?? null,
    };
    return { card, words: words.get(row.id) ?? null };
  });
}

/** The whole card; to be called when the transaction is over. */
export function withWords(
  card: ReadCard["card"],
  words: ReadDraft | null,
  actor: Actor,
  at: Date,
): ForYouCard {
  return { ...card, draft: words === null ? null : putOnCard(words, actor, at) };
}

function toCard(
  row: RawCard,
  actor: Actor,
  whoComes: string,
): Omit<ForYouCard, "lastContact" | "wasThatIt" | "noLonger" | "draft" | "decision"> {
  const task = toTaskRow(row, actor, whoComes);
  const { message, note, fields } = row;
  const last =
    row.last_title && row.last_outcome && row.last_at
      ? { title: row.last_title, outcome: row.last_outcome, at: iso(row.last_at) ?? "" }
      : null;
  const about = task.person ? { howMet: row.how_met ?? "", careful: row.careful ?? "", last } : null;
  return { ...task, message, note, whoComes, fields, about };
}
