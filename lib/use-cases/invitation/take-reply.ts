import { type StoredEvent, saveEvent } from "@/lib/data/events";
import { findGuestIds } from "@/lib/data/guest-people";
import { wakeAnswered } from "@/lib/data/tasks";
import type { ReceivedOutcome } from "@/lib/domain/calendar/answer";
import { type GuestReply, noteReply } from "@/lib/domain/calendar/note-reply";
import { type Arrived, type ItipStep, outcomeOf } from "@/lib/use-cases/invitation/itip-step";

const known: readonly string[] = ["accepted", "declined", "tentative"];

/** Notes what a guest answered to an entry of ours, on its list: of the whole, or of one day of it. What slept until their answer wakes. */
export async function takeReply(step: ItipStep, one: Arrived, event: StoredEvent): Promise<ReceivedOutcome> {
  const { tx, actor } = step;
  const said = one.event.attendees[0]?.status ?? "";
  const { guests, outcome } = noteReply(event.attendees, {
    address: one.facts.attendee,
    status: (known.includes(said) ? said : "needs-action") as GuestReply["status"],
    sequence: one.facts.sequence,
    stamp: one.facts.stamp,
    day: event.recurrenceId === one.entry.recurrenceId ? "" : dayOf(one),
  });
  const about = { eventId: event.id, summary: event.summary };
  if (outcome !== "noted") return outcomeOf(step, one, outcome, about);
  await saveEvent(tx, actor.workspace.id, event, { attendees: guests });
  // An answer to an entry that is the client's own wakes nothing that others see.
  if (!event.isPrivate) {
    const [people = []] = await findGuestIds(tx, actor.workspace.id, [{ email: one.facts.attendee }]);
    await wakeAnswered(tx, actor.workspace.id, people);
  }
  return outcomeOf(step, one, "note-reply", about);
}

/** The day that is meant, by its instant: guests write it in their own zone, or in none. */
function dayOf({ event, entry }: Arrived): string {
  return event.recurrenceId?.utc ?? entry.recurrenceId;
}
