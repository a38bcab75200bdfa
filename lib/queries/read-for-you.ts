import { listBeforeClient, type RawCard } from "@/lib/data/for-you-lists";
import { listLoggedSince } from "@/lib/data/logged-since";
import { iso, toTaskRow } from "@/lib/data/task-rows";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { addDays, dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { askWasThatIt } from "@/lib/domain/person/was-that-it";
import type { Result } from "@/lib/domain/result";
import {
  type ForYouCard,
  type ForYouView,
  inPileOrder,
  liesBeforeClient,
  pileLimit,
} from "@/lib/domain/task/for-you";

/**
 * What lies before the client today, first things first. An assistant reads the same pile, without what is private and
 * with `can` answered for them. Refuses `signed-out`.
 */
export function readForYou(actor: Actor, at: Date): Promise<Result<ForYouView>> {
  const { id, zone } = actor.workspace;
  const endOfToday = new Date(startOfDay(addDays(dayAt(at.getTime(), zone), 1), zone));
  return readAs(actor, async (tx, seq) => {
    const rows = await listBeforeClient(tx, id, at, endOfToday, pileLimit + 1);
    const touch = rows.filter((row) => row.kind === "keep-in-touch").map((row) => row.id);
    const logged = await listLoggedSince(tx, id, touch);
    const cards = rows
      .map((row) => {
        const since = logged.get(row.id);
        return { ...toCard(row, actor), wasThatIt: since ? askWasThatIt(since, actor, zone) : null };
      })
      .filter((card) => liesBeforeClient(card, at.toISOString(), endOfToday.toISOString()));
    return { seq, cards: inPileOrder(cards).slice(0, pileLimit), hasMore: cards.length > pileLimit };
  });
}

function toCard(row: RawCard, actor: Actor): Omit<ForYouCard, "wasThatIt"> {
  const task = toTaskRow(row, actor);
  const { message, note, fields } = row;
  const last =
    row.last_title && row.last_outcome && row.last_at
      ? { title: row.last_title, outcome: row.last_outcome, at: iso(row.last_at) ?? "" }
      : null;
  const about = task.person ? { howMet: row.how_met ?? "", careful: row.careful ?? "", last } : null;
  return { ...task, message, note, fields, about };
}
