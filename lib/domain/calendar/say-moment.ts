/** When an entry is, in the short words of a sentence. */

/** "Thu 3 Dec, 10:00–10:30" on the wall of `zone`; over midnight "Thu 3 Dec, 23:00 – Fri 4 Dec, 01:00"; a whole day without its hours. */
export function saySpan(startsAt: string, endsAt: string, allDay: boolean, zone: string): string {
  const [from, to] = [sayMoment(startsAt, allDay, zone), sayMoment(lastOf(endsAt, allDay), allDay, zone)];
  if (from === to) return from;
  const day = sayMoment(startsAt, true, zone);
  if (!allDay && to.startsWith(`${day}, `)) return `${from}–${to.slice(day.length + 2)}`;
  return `${from} – ${to}`;
}

/** "Thu 3 Dec, 10:00", or "Thu 3 Dec" for a whole day. */
export function sayMoment(at: string, allDay: boolean, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(Date.parse(at));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const day = `${of("weekday")} ${of("day")} ${of("month")}`;
  return allDay ? day : `${day}, ${of("hour")}:${of("minute")}`;
}

/** The end of whole days is the midnight after the last (RFC 5545 §3.6.1). */
function lastOf(endsAt: string, allDay: boolean): string {
  return allDay ? new Date(Date.parse(endsAt) - 60 * 60 * 1000).toISOString() : endsAt;
}
