import { type WrittenLetter, writeLetter } from "@/lib/adapters/mail/letter";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { isolate } from "@/lib/domain/weekly/words";

/** A meeting that begins soon and that nobody has confirmed. `startsAt` in milliseconds since 1970. */
export type UncheckedMeeting = {
  summary: string;
  place: string;
  link: string;
  startsAt: number;
  otherSide: string;
};

/** Where the mail goes, from which public origin its link is built, in which zone its reader is, and when it is written. */
export type UncheckedAddress = {
  to: string;
  workspaceId: string;
  slug: string;
  origin: string;
  taskId: string;
  zone: string;
  now: number;
};

/** "Not yet confirmed: 14:00 Lunch at the harbour", as the message that leaves. */
export function writeUncheckedLetter(meeting: UncheckedMeeting, address: UncheckedAddress): WrittenLetter {
  const { to, workspaceId, slug, origin, taskId } = address;
  const title = isolate(meeting.summary || "Untitled event");
  const missing = meeting.place === "" && meeting.link === "" ? "Its place is not known either." : "";
  const whom = meeting.otherSide ? ` with ${isolate(meeting.otherSide)}` : "";
  return writeLetter({
    to,
    workspaceId,
    origin,
    subject: `Not yet confirmed: ${shortTime(meeting.startsAt, address)} ${title}`,
    paragraphs: [
      `${title}: ${[longTime(meeting.startsAt, address), isolate(meeting.place)].filter(Boolean).join(" · ")}`,
      [
        `Nobody has confirmed this${whom} yet, and it begins ${beginsIn(meeting.startsAt, address.now)}.`,
        missing,
      ]
        .filter(Boolean)
        .join(" "),
    ],
    button: { label: "Open the double-check", href: `${origin}/w/${slug}/tasks/${taskId}` },
    below: ["Record there what was confirmed, with whom and how; or decline it, if nobody needs to."],
  });
}

/** "14:00"; "Thu 3 Dec, 14:00" where it is another day than the reader's today. */
function shortTime(startsAt: number, { zone, now }: UncheckedAddress): string {
  const time = said(startsAt, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (dayAt(startsAt, zone) === dayAt(now, zone)) return time;
  const day = said(startsAt, zone, { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
  return `${day}, ${time}`;
}

function longTime(startsAt: number, { zone }: UncheckedAddress): string {
  const day = said(startsAt, zone, { weekday: "long", day: "numeric", month: "long" }).replace(",", "");
  const time = said(startsAt, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return `${day}, ${time} (${zone.replaceAll("_", " ")})`;
}

function said(at: number, timeZone: string, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, ...how }).format(at);
}

function beginsIn(startsAt: number, now: number): string {
  const minutes = Math.max(0, Math.round((startsAt - now) / 60_000));
  if (minutes < 90) return `in ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  const hours = Math.round(minutes / 60);
  return `in ${hours} hours`;
}
