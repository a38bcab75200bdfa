import type { Tx } from "@/lib/data/client";
import { listMeetingsToCheck } from "@/lib/data/event-checks";
import { findGuestPeople, type GuestNamed } from "@/lib/data/guest-people";
import { listOwnEmails } from "@/lib/data/whisper-cards";
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
    guests: meeting.attendees.filter((guest) => comes(guest) && !own.has(small(guest.email))),
  }));
  const checked = meetings.filter(({ meeting, guests }) =>
    needsCheck({ ...meeting, isAwaited: guests.length > 0 }),
  );
  const people = await findGuestPeople(
    tx,
    workspaceId,
    checked.flatMap(({ guests }) => guests),
  );
  let next = 0;
  return checked.map(({ meeting, guests }) => ({
    ...meeting,
    coming: guests.flatMap((guest): MeetingWithGuests["coming"] => {
      const known = people[next++] ?? [];
      if (known.length > 0) return known.map((person) => ({ name: person.name, person }));
      return [{ name: (guest.name || guest.email || "").slice(0, 200), person: null }];
    }),
  }));
}

function comes({ status, name, email, personId }: GuestNamed & { status?: string | null }): boolean {
  return status?.toLowerCase() !== "declined" && Boolean(name || email || personId);
}

function small(text: string | null | undefined): string {
  return (text ?? "").trim().toLowerCase();
}
