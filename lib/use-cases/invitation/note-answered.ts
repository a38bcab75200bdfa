import type { Tx } from "@/lib/data/client";
import { findDaysAskedSince, listHappenings } from "@/lib/data/event-invitations";
import { type StoredEvent, saveEvent } from "@/lib/data/events";
import { answeredWith } from "@/lib/domain/calendar/answer-of";
import { isAnswerTo } from "@/lib/domain/calendar/answered-rows";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { listAnswered } from "@/lib/use-cases/invitation/give-away";

type Answer = NonNullable<DraftFacts["answer"]>;

/**
 * Once an answer has gone out, the calendar says what was answered; before that it says nothing, and where the mail failed it never
 * does. What was declined leaves the time free from here on. An answer to a series is one to its moved days as well. What moved while the
 * answer was on its way is not answered by it, nor is any day of a series that did; a day that moved by itself is asked about by itself.
 */
export async function noteAnswered(
  tx: Tx,
  workspaceId: string,
  { id, answer }: Pick<DraftFacts, "id" | "answer">,
): Promise<void> {
  if (answer === null) return;
  const said = answeredWith(answer);
  const own = answer.attendee.address.toLowerCase();
  const events = await listAnswered(tx, workspaceId, answer);
  const named = events.find(({ recurrenceId }) => recurrenceId === "") ?? events[0];
  if (named === undefined || !(await isStillAnswered(tx, workspaceId, named, answer))) return;
  const asked = await findDaysAskedSince(tx, workspaceId, answer.uid, id);
  for (const event of events) {
    if (event !== named && asked.has(event.id)) continue;
    const attendees = (event.attendees as { email?: string | null }[]).map((guest) =>
      guest.email?.toLowerCase() === own ? { ...guest, status: said } : guest,
    );
    await saveEvent(tx, workspaceId, event, { answer: said, attendees });
  }
}

/** Whether an entry is still what was asked when an answer was given. */
export async function isStillAnswered(
  tx: Tx,
  workspaceId: string,
  event: StoredEvent,
  answer: Answer,
): Promise<boolean> {
  const rdates = (event.source as { rdates?: unknown[] } | null)?.rdates ?? [];
  const [time] = await listHappenings(tx, workspaceId, event.id, new Date(answer.startsAt), 1);
  return isAnswerTo(answer, {
    sequence: event.sequence,
    isRepeating: event.rule !== "" || rdates.length > 0,
    time: time ? { startsAt: time.startsAt.toISOString(), endsAt: time.endsAt.toISOString() } : null,
  });
}
