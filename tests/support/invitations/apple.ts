import { type Asked, crlf, utc, wall } from "./asked";

/**
 * An invitation in the shape in which Apple's Calendar sends one: an IANA zone with TZNAMEs, EMAIL beside the mailto of the
 * organiser, X-APPLE-… properties, and a structured location.
 */
export function appleInvite(asked: Asked): string {
  const {
    uid,
    summary,
    startsAt,
    endsAt,
    organiser,
    invitee,
    sequence = 0,
    stamp,
    method = "REQUEST",
  } = asked;
  return crlf(
    "BEGIN:VCALENDAR",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    "PRODID:-//Apple Inc.//macOS 14.5//EN",
    "VERSION:2.0",
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    `CREATED:20261120T091500Z`,
    `UID:${uid}`,
    ...(asked.recurrenceId ? [`RECURRENCE-ID;TZID=Europe/Berlin:${wall(asked.recurrenceId)}`] : []),
    `DTEND;TZID=Europe/Berlin:${wall(endsAt)}`,
    `ATTENDEE;CN="${organiser.name}";CUTYPE=INDIVIDUAL;EMAIL="${organiser.address}";PARTSTAT=ACCEPTED;ROLE=CHAIR:/aMjMyNTE/principal/`,
    `ATTENDEE;CN="${invitee}";CUTYPE=INDIVIDUAL;EMAIL="${invitee}";PARTSTAT=${asked.partstat ?? "NEEDS-ACTION"};RSVP=TRUE:mailto:${invitee}`,
    ...(asked.rule ? [`RRULE:${asked.rule}`] : []),
    `SUMMARY:${summary}`,
    `LAST-MODIFIED:${utc(stamp)}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART;TZID=Europe/Berlin:${wall(startsAt)}`,
    `SEQUENCE:${sequence}`,
    "TRANSP:OPAQUE",
    "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
    `LOCATION:${asked.place ?? ""}`,
    `X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=70;X-TITLE="${asked.place ?? ""}":geo:52.52,13.40`,
    ...(method === "CANCEL" ? ["STATUS:CANCELLED"] : []),
    `ORGANIZER;CN="${organiser.name}";EMAIL="${organiser.address}":mailto:${organiser.address}`,
    "END:VEVENT",
    "END:VCALENDAR",
  );
}
