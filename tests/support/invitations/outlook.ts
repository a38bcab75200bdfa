import { type Asked, crlf, type Replied, utc, wall } from "./asked";

/**
 * An invitation in the shape in which Exchange sends one: a zone with a name of Windows' own, ORGANIZER before all else, DESCRIPTION
 * with a language, and a tail of X-MICROSOFT-… properties.
 */
export function outlookInvite(asked: Asked): string {
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
  const zone = "W. Europe Standard Time";
  return crlf(
    "BEGIN:VCALENDAR",
    `METHOD:${method}`,
    "PRODID:Microsoft Exchange Server 2010",
    "VERSION:2.0",
    ...windowsZone(zone),
    "BEGIN:VEVENT",
    `ORGANIZER;CN=${organiser.name}:mailto:${organiser.address.toUpperCase()}`,
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=${invitee}`,
    ` :mailto:${invitee}`,
    `DESCRIPTION;LANGUAGE=en-GB:${asked.description ?? "\\n"}`,
    ...(asked.rule ? [`RRULE:${asked.rule}`] : []),
    `UID:${uid}`,
    ...(asked.recurrenceId ? [`RECURRENCE-ID;TZID=${zone}:${wall(asked.recurrenceId)}`] : []),
    `SUMMARY;LANGUAGE=en-GB:${summary}`,
    `DTSTART;TZID=${zone}:${wall(startsAt)}`,
    `DTEND;TZID=${zone}:${wall(endsAt)}`,
    "CLASS:PUBLIC",
    "PRIORITY:5",
    `DTSTAMP:${utc(stamp)}`,
    "TRANSP:OPAQUE",
    `STATUS:${method === "CANCEL" ? "CANCELLED" : "CONFIRMED"}`,
    `SEQUENCE:${sequence}`,
    `LOCATION;LANGUAGE=en-GB:${asked.place ?? ""}`,
    "X-MICROSOFT-CDO-APPT-SEQUENCE:0",
    "X-MICROSOFT-CDO-OWNERAPPTID:2121783415",
    "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",
    "X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY",
    "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE",
    "X-MICROSOFT-CDO-IMPORTANCE:1",
    "X-MICROSOFT-CDO-INSTTYPE:0",
    "X-MICROSOFT-DONOTFORWARDMEETING:FALSE",
    "X-MICROSOFT-DISALLOW-COUNTER:FALSE",
    "BEGIN:VALARM",
    "DESCRIPTION:REMINDER",
    "TRIGGER;RELATED=START:-PT15M",
    "ACTION:DISPLAY",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  );
}

/** An answer as Outlook sends it: without ORGANIZER, so that only the UID says what it answers. */
export function outlookReply({
  uid,
  summary,
  startsAt,
  endsAt,
  guest,
  partstat,
  sequence = 0,
  stamp,
  method = "REPLY",
  ...more
}: Replied): string {
  const zone = "W. Europe Standard Time";
  return crlf(
    "BEGIN:VCALENDAR",
    `METHOD:${method}`,
    "PRODID:Microsoft Exchange Server 2010",
    "VERSION:2.0",
    ...windowsZone(zone),
    "BEGIN:VEVENT",
    `ATTENDEE;PARTSTAT=${partstat};CN=${guest.name}:mailto:${guest.address}`,
    `COMMENT;LANGUAGE=en-GB:${more.comment ?? "\\n"}`,
    `UID:${uid}`,
    ...(more.recurrenceId ? [`RECURRENCE-ID;TZID=${zone}:${wall(more.recurrenceId)}`] : []),
    `SUMMARY;LANGUAGE=en-GB:${partstat === "ACCEPTED" ? "Accepted" : "Declined"}: ${summary}`,
    `DTSTART;TZID=${zone}:${wall(startsAt)}`,
    `DTEND;TZID=${zone}:${wall(endsAt)}`,
    "CLASS:PUBLIC",
    "PRIORITY:5",
    `DTSTAMP:${utc(stamp)}`,
    "TRANSP:OPAQUE",
    "STATUS:CONFIRMED",
    `SEQUENCE:${sequence}`,
    "LOCATION;LANGUAGE=en-GB:",
    "X-MICROSOFT-CDO-APPT-SEQUENCE:0",
    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    "END:VEVENT",
    "END:VCALENDAR",
  );
}

function windowsZone(name: string): string[] {
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${name}`,
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
  ];
}
