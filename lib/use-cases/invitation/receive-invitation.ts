import type { ReadItip } from "@/lib/adapters/calendar/itip/read-itip";
import { readFileSafely } from "@/lib/adapters/reader-worker/read-file-safely";
import { findDeskDays } from "@/lib/data/day-tasks";
import { listClientAddresses } from "@/lib/data/event-invitations";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { ReceivedOutcome } from "@/lib/domain/calendar/answer";
import { cutText } from "@/lib/domain/cut-text";
import { granted, type Result, refused } from "@/lib/domain/result";
import { calendarWindow } from "@/lib/use-cases/calendar/spread-series";
import { arrivedFrom } from "@/lib/use-cases/invitation/arrived-from";
import type { ItipStep } from "@/lib/use-cases/invitation/itip-step";
import { takeSeries } from "@/lib/use-cases/invitation/take-series";

/**
 * Takes in an .ics file or a saved e-mail with messages about events (RFC 5546): invitations, their changes and cancellations, answers
 * and proposals. One outcome for each; the same file twice does nothing twice. Refuses `invalid` where there is nothing of that kind.
 */
export async function receiveInvitation(
  actor: Actor,
  bytes: Uint8Array,
  at: Date,
): Promise<Result<{ outcomes: ReceivedOutcome[]; seq: number }>> {
  const { id: workspaceId, zone } = actor.workspace;
  const read = await readFileSafely({ kind: "itip", window: calendarWindow(at, zone) }, bytes);
  if (!read.ok) return nothingIn(read.refusal.sentence);
  const why = whyNothing(read.value);
  if (why !== null) return nothingIn(why);
  const known = await readAs(actor, (tx) => listClientAddresses(tx, workspaceId));
  if (!known.ok) return known;
  const arrived = arrivedFrom(read.value, { addresses: known.value, zone, at });
  const about = { kind: "event", id: null } as const;
  const written = await writeAs(actor, "receive-invitation", about, async (tx) => {
    const desk = await findDeskDays(tx, workspaceId);
    const step: ItipStep = { tx, actor, desk, clients: new Set(known.value), mail: read.value.mail, at };
    const outcomes: ReceivedOutcome[] = [];
    for (const series of arrived.values()) outcomes.push(...(await takeSeries(step, series)));
    return granted([...outcomes, ...unreadable(read.value)]);
  });
  return written.ok ? granted({ outcomes: written.value.value, seq: written.value.seq }) : written;
}

function whyNothing({ events, skipped, isWrapped }: ReadItip): string | null {
  if (events.length + skipped.length > 0) return null;
  return isWrapped
    ? "It came as winmail.dat, which only Outlook opens. Ask for it as a plain invitation."
    : "There is no invitation in it.";
}

function unreadable({ skipped }: ReadItip): ReceivedOutcome[] {
  return skipped.map(({ summary, why }) => ({
    what: "unreadable",
    summary: summary ?? "",
    says: summary ? `“${cutText(summary, 200)}” cannot be read. ${why}` : `An entry cannot be read. ${why}`,
    eventId: null,
    taskId: null,
  }));
}

function nothingIn(sentence: string) {
  return refused({ code: "invalid", fields: { base64: sentence } });
}
