import { randomUUID } from "node:crypto";
import { insertEvent, insertOccurrences } from "@/lib/data/events";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { must } from "./must";

export type Guest = { name: string | null; email: string | null; status: string | null };

/** Somebody who comes, as a calendar file tells it. */
export const coming = (email: string | null, name: string | null = null): Guest => ({
  name,
  email,
  status: "accepted",
});

type More = { isPrivate?: boolean; organiser?: string; summary?: string; days?: string[] };

/** A meeting of an hour at this desk with these guests, at each of these times; or on whole days, "YYYY-MM-DD". Gives its id. */
export async function meet(
  actor: Actor,
  attendees: Guest[],
  startsAt: Date | Date[],
  more: More = {},
): Promise<string> {
  const { isPrivate = false, organiser = "", summary = "Lunch at the harbour", days = [] } = more;
  const id = randomUUID();
  const facts = {
    uid: id,
    recurrenceId: "",
    sequence: 0,
    summary,
    description: "",
    location: "Quay 4",
    link: "",
    status: "CONFIRMED",
    organiser,
    organiserAddress: "",
    transparent: false,
    answer: "" as const,
    stamp: null,
    attendees,
    allDay: days.length > 0,
    zone: null,
    rule: "",
    source: {},
  };
  const times = [startsAt].flat().map((at, n) => ({
    eventId: id,
    startsAt: at.toISOString(),
    endsAt: new Date(at.getTime() + 3_600_000).toISOString(),
    startDate: days[n] ?? null,
    endDate: null,
  }));
  must(
    await writeAs(actor, "add-event", { kind: "event", id }, async (tx) => {
      const added = { ...facts, id, isPrivate, importId: null, expandedUntil: new Date("2027-01-01") };
      await insertEvent(tx, actor.workspace.id, added);
      await insertOccurrences(tx, actor.workspace.id, times);
      return granted(null);
    }),
  );
  return id;
}
