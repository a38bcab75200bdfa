/** What a guest answered, kept on the list of the entry they were asked to. */

/** With which version of the entry somebody answered, and when. */
type RepliedWith = { sequence: number; stamp: string | null };

/**
 * What a guest answered, and with which message: of the whole, and of single days of a series by the day's RECURRENCE-ID: its instant
 * ("2026-12-10T18:00:00Z"), in whichever zone it was written, or the day itself. A message about one day says nothing of another, so each
 * has its own.
 */
export type GuestReplies = {
  repliedWith?: RepliedWith;
  days?: Record<string, string>;
  daysRepliedWith?: Record<string, RepliedWith>;
};

/** A guest as an entry keeps them. */
type Guest = GuestReplies & { name?: string | null; email?: string | null; status?: string | null };

/** An answer (RFC 5546 §3.2.3). `day` as {@link GuestReplies} has it, "" for the whole entry; the address in small letters. */
export type GuestReply = {
  address: string;
  status: "accepted" | "declined" | "tentative" | "needs-action";
  sequence: number;
  stamp: string | null;
  day: string;
};

/** The list with the answer on it; "same" for one that is there already, "older" where a later one came before it. */
export function noteReply(
  guests: readonly unknown[],
  reply: GuestReply,
): { guests: unknown[]; outcome: "noted" | "same" | "older" } {
  let outcome: "noted" | "same" | "older" = "older";
  const list = (guests as readonly Guest[]).map((guest) => {
    if (addressOf(guest) !== reply.address) return guest;
    const { day, status, sequence, stamp } = reply;
    const said = day === "" ? guest.status : guest.days?.[day];
    const known = day === "" ? guest.repliedWith : guest.daysRepliedWith?.[day];
    if (said === status && known?.stamp === stamp) {
      outcome = "same";
      return guest;
    }
    if (isBefore(reply, known)) return guest;
    outcome = "noted";
    const repliedWith = { sequence, stamp };
    if (day === "") return { ...guest, status, repliedWith };
    return {
      ...guest,
      days: { ...guest.days, [day]: status },
      daysRepliedWith: { ...guest.daysRepliedWith, [day]: repliedWith },
    };
  });
  return { guests: list, outcome };
}

/** What a guest answered of one time of an entry: of this day by itself, or else of the whole. `startDate`: the day of a whole-day one. */
export function answerFor(
  { status, days }: Pick<Guest, "status" | "days">,
  { startsAt, startDate = null }: { startsAt: Date; startDate?: string | null },
): string | null {
  const day = startDate ?? `${startsAt.toISOString().slice(0, 19)}Z`;
  return days?.[day] ?? status ?? null;
}

/** The addresses on a list, in small letters. */
export function guestAddresses(guests: readonly unknown[]): string[] {
  return (guests as readonly Guest[]).flatMap((guest) => addressOf(guest) || []);
}

function addressOf(guest: Guest): string {
  return guest.email?.toLowerCase() ?? "";
}

function isBefore(reply: GuestReply, known: RepliedWith | undefined): boolean {
  if (!known || reply.stamp === null || known.stamp === null) return false;
  if (reply.sequence !== known.sequence) return reply.sequence < known.sequence;
  return Date.parse(reply.stamp) < Date.parse(known.stamp);
}
