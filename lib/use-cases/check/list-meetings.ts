import type { Tx } from "@/lib/data/client";
import { listMeetingsToCheck } from "@/lib/data/event-checks";
import { listOwnEmails } from "@/lib/data/whisper-cards";
import { nameComing, thoseWhoCome } from "@/lib/data/who-comes";
import { needsCheck } from "@/lib/domain/calendar/needs-check";
import type { MeetingWithGuests } from "@/lib/use-cases/check/plan-check";

/** The meetings between two instants that are double-checked, each with whoever comes beside those who sit at this desk. */
export async function listCheckedMeetings(
  tx: Tx,
  workspaceId: string,
  from: Date,
  to: Date,
): Promise<MeetingWithGuests[]> {
  const own = new Set(await listOwnEmails(tx, workspaceId));
  const meetings = (await listMeetingsToCheck(tx, workspaceId, from, to)).map((meeting) => ({
    meeting,
    guests: thoseWhoCome(meeting.attendees, own, meeting),
  }));
  const checked = meetings.filter(({ meeting, guests }) =>
    needsCheck({ ...meeting, isAwaited: guests.length > 0 }),
  );
  const coming = await nameComing(
    tx,
    workspaceId,
    checked.map(({ guests }) => guests),
  );
  return checked.map(({ meeting }, n) => ({ ...meeting, coming: coming[n] ?? [] }));
}
