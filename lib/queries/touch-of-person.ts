import type { StoredCircle } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { listLastContacts } from "@/lib/data/contacts";
import { listDaysOff } from "@/lib/data/days-off";
import { findTouchRow } from "@/lib/data/touch-of-person";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { sayContact } from "@/lib/domain/person/contact";
import { cadenceOf, type TouchOfPerson, touchDay } from "@/lib/domain/person/touch";

/** How it stands with one person, as far as the reader may know: how often, since when, and when it is time again. */
export async function touchOfPersonIn(
  tx: Tx,
  workspaceId: string,
  personId: string,
  { zone, circles }: { zone: string; circles: readonly StoredCircle[] },
  at: Date,
): Promise<TouchOfPerson> {
  const row = await findTouchRow(tx, workspaceId, personId);
  if (row === null)
    return { cadence: null, own: null, neverDue: false, pausedUntil: null, dueOn: null, last: null };
  const [contact] = await listLastContacts(tx, workspaceId, [personId], 1, at);
  const last = contact ? { day: dayAt(Date.parse(contact.at), zone), says: sayContact(contact.how) } : null;
  const cadence = cadenceOf(row, circles);
  const from = last?.day ?? dayAt(row.createdAt.getTime(), zone);
  const daysOff = cadence ? await listDaysOff(tx, workspaceId) : [];
  const { cadenceDays: own, neverDue, pausedUntil } = row;
  const dueOn = cadence ? touchDay(from, cadence.days, pausedUntil, daysOff) : null;
  return { cadence, own, neverDue, pausedUntil, dueOn, last };
}
