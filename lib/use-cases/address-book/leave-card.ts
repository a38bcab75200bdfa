import type { CardChange, CardNote, StoredCard } from "@/lib/data/address-book-cards";

/**
 * What becomes of a card of which nothing is taken: it says why. What was last read of it is kept, and so are the fields of an
 * open conflict, which one card that could not be read does not settle.
 */
export function leaveCard(card: StoredCard, state: "unreadable" | "left-out", why: CardNote): CardChange {
  const { href, etagThere, personId, said } = card;
  const { fields } = card.note;
  const stands = state === "unreadable" && card.state === "conflict";
  return {
    href,
    etag: etagThere,
    personId,
    said,
    state: stands ? "conflict" : state,
    note: fields ? { ...why, fields } : why,
  };
}
