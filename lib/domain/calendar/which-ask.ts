/** E2. WHICH ENTRIES ASK THE CLIENT FOR AN ANSWER, wherever they come from: a calendar that is read, or a file. */

export type Answer = "" | "needs-action" | "accepted" | "tentative" | "declined";

/** What a guest has said (PARTSTAT, RFC 5545 §3.2.12; STATUS of vCalendar 1.0). Who sends somebody else in their place does not come. */
export function answerSaid(partstat: string | null): Exclude<Answer, ""> {
  if (partstat === "accepted" || partstat === "confirmed") return "accepted";
  if (partstat === "declined" || partstat === "delegated") return "declined";
  return partstat === "tentative" ? "tentative" : "needs-action";
}

type Organised = {
  /** Upper case (RFC 5546); null or "" for a plain entry. */
  method?: string | null;
  /** By name or address; "" where nobody is named. */
  organiser: string;
  isCancelled: boolean;
};

/** Whether an entry asks its guests at all. An answer, a proposal or a cancellation is no question, nor is what nobody organises. */
export function asksGuests({ method, organiser, isCancelled }: Organised): boolean {
  return ["", "PUBLISH", "REQUEST"].includes(method ?? "") && organiser !== "" && !isCancelled;
}

/** An entry as it was read. Addresses in small letters; `nextEnd`, ISO UTC, is when its next happening is over: null for never again. */
export type AskedEntry = Organised & {
  recurrenceId: string;
  answer: Answer;
  organiserAddress: string;
  nextEnd: string | null;
};

/**
 * Which entries of a series ask the client, at whichever of their addresses: somebody else's, not over, and not answered. Where the
 * whole series asks, its moved happenings do not ask again one by one.
 */
export function whichAsk<Entry extends AskedEntry>(
  entries: readonly Entry[],
  clients: ReadonlySet<string>,
  at: Date,
): Entry[] {
  const asking = entries.filter(
    (entry) =>
      asksGuests(entry) &&
      entry.answer === "needs-action" &&
      !clients.has(entry.organiserAddress) &&
      entry.nextEnd !== null &&
      Date.parse(entry.nextEnd) > at.getTime(),
  );
  const series = asking.filter((entry) => entry.recurrenceId === "");
  return series.length > 0 ? series : asking;
}
