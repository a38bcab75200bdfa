import type { ActingRole, Actor } from "@/lib/domain/actor";
import { dayAt, weekdayOf } from "@/lib/domain/calendar/zone-day";
import { type ContactHow, sayContact } from "@/lib/domain/person/contact";
import { whoDoes } from "@/lib/domain/person/named";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * What an open task to keep in touch asks when contact was logged meanwhile: "Ana logged a call on Tuesday: was that it?"
 * Logging completes nothing; the client does. `zone` is where the client lives.
 */
export function askWasThatIt(
  logged: { at: Date; how: ContactHow; by: string; role: ActingRole; byUser: string | null },
  reader: Pick<Actor, "userId" | "role">,
  zone: string,
): string {
  const who =
    logged.byUser === reader.userId ? "You" : logged.by ? whoDoes(logged.by, logged.role) : "Somebody";
  const day = dayAt(logged.at.getTime(), zone);
  const weekday = weekdays[weekdayOf(day) - 1];
  const said = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long" });
  const what = `${who} logged ${sayContact(logged.how)} on ${weekday} ${said.format(Date.parse(`${day}T00:00:00Z`))}`;
  return reader.role === "client"
    ? `${what}: was that it?`
    : `${what}. Only the client can say that this was it.`;
}
