import type { Tx } from "@/lib/data/client";
import { saveEvent } from "@/lib/data/events";
import { answeredWith } from "@/lib/domain/calendar/answer-of";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { listAnswered } from "@/lib/use-cases/invitation/give-away";

/**
 * Once an answer has gone out, the calendar says what was answered; before that it says nothing, and where the mail failed it never
 * does. What was declined leaves the time free from here on. An answer to a series is one to its moved days as well.
 */
export async function noteAnswered(
  tx: Tx,
  workspaceId: string,
  { answer }: Pick<DraftFacts, "answer">,
): Promise<void> {
  if (answer === null) return;
  const said = answeredWith(answer);
  const own = answer.attendee.address.toLowerCase();
  for (const event of await listAnswered(tx, workspaceId, answer)) {
    const attendees = (event.attendees as { email?: string | null }[]).map((guest) =>
      guest.email?.toLowerCase() === own ? { ...guest, status: said } : guest,
    );
    await saveEvent(tx, workspaceId, event, { answer: said, attendees });
  }
}
