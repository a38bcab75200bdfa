import type { FetchedCard } from "@/lib/adapters/contacts/carddav/fetch-cards";
import {
  type CardChange,
  type CardNote,
  forgetCard,
  listCards,
  type StoredCard,
  saveCards,
} from "@/lib/data/address-book-cards";
import type { StoredBook } from "@/lib/data/address-books";
import type { Tx } from "@/lib/data/client";
import { nameSource } from "@/lib/data/fact-sources";
import type { Actor } from "@/lib/domain/actor";
import type { CardReading } from "@/lib/domain/import/payload";
import { leaveCard } from "@/lib/use-cases/address-book/leave-card";
import { makeFromCards } from "@/lib/use-cases/address-book/make-from-cards";
import { updateFromCard } from "@/lib/use-cases/address-book/update-from-card";
import { personFromCard } from "@/lib/use-cases/import/person-from-card";

/** What taking cards works with. */
export type TakeStep = { tx: Tx; actor: Actor; book: Pick<StoredBook, "id" | "name" | "circle">; at: Date };

const OFF_DESK = "They were taken off the desk, so the card changes nothing.";
const PRIVATE =
  "The card is marked private. It comes when you read the address book yourself: “Read it now”.";

/** Makes people of the cards that are new, by the rules of every import, and brings those that changed to whom they belong to. */
export async function takeCards(step: TakeStep, fetched: FetchedCard[]): Promise<void> {
  const { tx, actor, book } = step;
  const workspaceId = actor.workspace.id;
  await nameSource(tx, { fromWhere: `the address book ${book.name}` });
  const hrefs = fetched.map((one) => one.href);
  const stored = new Map(
    (await listCards(tx, workspaceId, book.id, { hrefs })).map((card) => [card.href, card]),
  );
  const changes: CardChange[] = [];
  const fresh: { card: StoredCard; reading: CardReading }[] = [];
  for (const one of fetched) {
    const card = stored.get(one.href);
    // Somebody else has read it meanwhile.
    if (!card || card.etagThere === card.etag) continue;
    if (one.isGone && card.personId === null) await forgetCard(tx, workspaceId, book.id, card.href);
    else if (one.isGone) changes.push({ ...card, etag: card.etagThere, state: "gone", note: {} });
    else if (one.person === null) changes.push(leaveCard(card, "unreadable", whyUnread(card, one)));
    else {
      const reading = personFromCard(one.person);
      const why = whyLeftOut(card, reading, actor);
      if (why !== null) changes.push(leaveCard(card, "left-out", { label: reading.facts.name, ...why }));
      else if (card.personId === null) fresh.push({ card, reading });
      else changes.push(await updateFromCard(step, card, card.personId, reading));
    }
  }
  await saveCards(tx, workspaceId, book.id, [...changes, ...(await makeFromCards(step, fresh))]);
}

/** A card that its server did not give, and may give another time, is asked for again: it is counted how often. */
function whyUnread(card: StoredCard, { why, isPassing }: FetchedCard): CardNote {
  return { why: why ?? "", ...(isPassing ? { tries: (card.note.tries ?? 0) + 1 } : {}) };
}

function whyLeftOut(
  card: StoredCard,
  reading: CardReading,
  actor: Actor,
): { why: string; isPrivate?: true } | null {
  if (reading.problem !== null) return { why: reading.problem };
  if (card.personId !== null) return card.isHere ? null : { why: OFF_DESK };
  // Only the client makes anybody private; a background job reads no private card.
  return reading.isPrivate && actor.role !== "client" ? { why: PRIVATE, isPrivate: true } : null;
}
