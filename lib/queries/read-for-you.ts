import { listBeforeClient } from "@/lib/data/for-you-lists";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";
import {
  endOfToday,
  type ForYouView,
  inPileOrder,
  liesBeforeClient,
  pileLimit,
} from "@/lib/domain/task/for-you";
import { readCards, withWords } from "@/lib/queries/cards";

/**
 * What lies before the client today, first things first, with the words that were prepared and what is asked. An assistant
 * reads the same pile, without what is private and with `can` answered for them. Refuses `signed-out`.
 * @param zone where today ends (an IANA name): at the desk, or where the reader of a mail is
 */
export async function readForYou(
  actor: Actor,
  at: Date,
  zone = actor.workspace.zone,
): Promise<Result<ForYouView>> {
  const { id, zone: deskZone } = actor.workspace;
  const tonight = endOfToday(at, zone, deskZone);
  const read = await readAs(actor, async (tx, seq) => {
    const rows = await listBeforeClient(tx, id, at, tonight, pileLimit + 1);
    return { seq, cards: await readCards(tx, actor, rows, at) };
  });
  if (!read.ok) return read;
  const now = at.toISOString();
  const lying = read.value.cards.filter(({ card, words }) =>
    liesBeforeClient(card, now, tonight, words?.facts.sending?.state ?? null),
  );
  const words = new Map(lying.map((one) => [one.card.id, one.words]));
  const cards = inPileOrder(lying.map((one) => one.card)).slice(0, pileLimit);
  return granted({
    seq: read.value.seq,
    cards: cards.map((card) => withWords(card, words.get(card.id) ?? null, actor, at)),
    hasMore: lying.length > pileLimit,
  });
}
