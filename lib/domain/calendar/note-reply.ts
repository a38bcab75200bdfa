/** What a guest answered, kept on the list of the entry they were asked to. */

/** A guest as an entry keeps them. `days`: what they said of single days of a series, by the day's RECURRENCE-ID. */
type Guest = {
  name?: string | null;
  email?: string | null;
  status?: string | null;
  repliedWith?: { sequence: number; stamp: string | null };
  days?: Record<string, string>;
};

/** An answer (RFC 5546 §3.2.3). `day` is "" for the whole entry; the address in small letters. */
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
    const said = reply.day === "" ? guest.status : guest.days?.[reply.day];
    if (said === reply.status && guest.repliedWith?.stamp === reply.stamp) {
      outcome = "same";
      return guest;
    }
    if (isBefore(reply, guest.repliedWith)) return guest;
    outcome = "noted";
    const repliedWith = { sequence: reply.sequence, stamp: reply.stamp };
    if (reply.day === "") return { ...guest, status: reply.status, repliedWith };
    return { ...guest, days: { ...guest.days, [reply.day]: reply.status }, repliedWith };
  });
  return { guests: list, outcome };
}

/** The addresses on a list, in small letters. */
export function guestAddresses(guests: readonly unknown[]): string[] {
  return (guests as readonly Guest[]).flatMap((guest) => addressOf(guest) || []);
}

function addressOf(guest: Guest): string {
  return guest.email?.toLowerCase() ?? "";
}

function isBefore(reply: GuestReply, known: Guest["repliedWith"]): boolean {
  if (!known || reply.stamp === null || known.stamp === null) return false;
  if (reply.sequence !== known.sequence) return reply.sequence < known.sequence;
  return Date.parse(reply.stamp) < Date.parse(known.stamp);
}
