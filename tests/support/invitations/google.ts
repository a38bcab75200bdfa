import { type Asked, base64, crlf, utc } from "./asked";

/**
 * An invitation in the shape in which Google Calendar sends one: UTC times of a single event, X-NUM-GUESTS, the organiser among the
 * attendees, and the same text twice in the mail, once beside the words and once as invite.ics.
 */
export function googleInvite(asked: Asked): string {
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
  const isCancelled = method === "CANCEL";
  return crlf(
    "BEGIN:VCALENDAR",
    "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `DTSTAMP:${utc(stamp)}`,
    ...(asked.recurrenceId ? [`RECURRENCE-ID:${utc(asked.recurrenceId)}`] : []),
    ...(asked.rule ? [`RRULE:${asked.rule}`] : []),
    `ORGANIZER;CN=${organiser.name}:mailto:${organiser.address}`,
    `UID:${uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE`,
    ` ;CN=${organiser.name};X-NUM-GUESTS=0:mailto:${organiser.address}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${asked.partstat ?? "NEEDS-ACTION"};RSVP=`,
    ` TRUE;CN=${invitee};X-NUM-GUESTS=0:mailto:${invitee}`,
    "X-MICROSOFT-CDO-OWNERAPPTID:1382930412",
    "CREATED:20261120T091500Z",
    `DESCRIPTION:${asked.description ?? ""}`,
    `LAST-MODIFIED:${utc(stamp)}`,
    `LOCATION:${asked.place ?? ""}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    `SUMMARY:${summary}`,
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "END:VCALENDAR",
  );
}

/** The mail that carries it: words, HTML and the calendar beside each other, and invite.ics as a file. */
export function googleMail(asked: Asked, calendar = googleInvite(asked)): string {
  const { organiser, invitee, method = "REQUEST", from = organiser } = asked;
  return crlf(
    "MIME-Version: 1.0",
    `Reply-To: ${organiser.name} <${organiser.address}>`,
    "Sender: Google Calendar <calendar-notification@google.test>",
    `Message-ID: <calendar-${asked.uid.split("@")[0]}-${asked.sequence ?? 0}@google.test>`,
    "Date: Tue, 24 Nov 2026 09:00:00 +0000",
    `Subject: Invitation: ${asked.summary}`,
    `From: ${from.name} <${from.address}>`,
    `To: ${invitee}`,
    'Content-Type: multipart/mixed; boundary="000000000000abc"',
    "",
    "--000000000000abc",
    'Content-Type: multipart/alternative; boundary="000000000000def"',
    "",
    "--000000000000def",
    'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
    "",
    `${asked.summary}`,
    "",
    "--000000000000def",
    'Content-Type: text/html; charset="UTF-8"',
    "",
    `<p>${asked.summary}</p>`,
    "",
    "--000000000000def",
    `Content-Type: text/calendar; charset="UTF-8"; method=${method}`,
    "Content-Transfer-Encoding: 7bit",
    "",
    calendar.trimEnd(),
    "",
    "--000000000000def--",
    "--000000000000abc",
    'Content-Type: application/ics; name="invite.ics"',
    'Content-Disposition: attachment; filename="invite.ics"',
    "Content-Transfer-Encoding: base64",
    "",
    base64(calendar),
    "--000000000000abc--",
  );
}
