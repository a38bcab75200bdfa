import { escapeHtml, type WrittenLetter } from "@/lib/adapters/mail/letter";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { stop } from "@/lib/domain/full-stop";
import type { EventCards, WhisperCard } from "@/lib/domain/person/whisper";
import { type WhisperReader, whisperHead, whisperLines, whisperNow } from "@/lib/domain/person/whisper-lines";
import { isolate, sayDay } from "@/lib/domain/weekly/words";

/** Where the mail goes, from which public origin its links are built, for whose eyes and at what time it is written. */
export type WhisperAddress = {
  to: string;
  workspaceId: string;
  slug: string;
  origin: string;
  reader: WhisperReader;
  now: number;
};

/** The cards of a meeting as the message that leaves: plain text, and the same as modest HTML. Nothing in it comes from elsewhere. */
export function writeWhisperLetter(view: EventCards, address: WhisperAddress): WrittenLetter {
  const { to, workspaceId, origin } = address;
  const subject = subjectOf(view, address);
  const messageId = `<${crypto.randomUUID()}@${new URL(origin).hostname}>`;
  return {
    to,
    workspaceId,
    subject,
    text: textOf(view, address),
    html: htmlOf(view, address, subject),
    messageId,
  };
}

/** "14:00 Lunch at the harbour: Tomas Lind and 2 more"; "Thu 26 Nov, 14:00 …" where it is another day than the reader's today. */
function subjectOf({ event, cards }: EventCards, { reader, now }: WhisperAddress): string {
  const [first, ...more] = cards;
  const who = `${isolate(first?.name ?? "")}${more.length > 0 ? ` and ${more.length} more` : ""}`;
  const time = event.allDay ? "" : `${timeOf(event.startsAt, reader)} `;
  const day = dayOf(event, reader);
  const on = day === dayAt(now, reader.zone) ? "" : `${weekdayOf(day)} ${sayDay(day, "short")}, `;
  return `${on}${time}${isolate(shortened(event.title))}: ${who}`;
}

function textOf(view: EventCards, address: WhisperAddress): string {
  const { reader, now } = address;
  const cards = view.cards.map((card) => {
    const lines = whisperLines(card, reader).map(
      ({ label, lines }) => `${label}:\n${lines.map((line) => `  - ${isolate(line)}`).join("\n")}`,
    );
    return [underlined(isolate(card.name)), ...head(card, reader, now).map(isolate), ...lines].join("\n");
  });
  return [
    `${isolate(view.event.title)}\n${whenAndWhere(view, reader)}`,
    ...cards,
    ...(view.others.length > 0 ? [stop(`Also invited: ${view.others.map(isolate).join(", ")}`)] : []),
    `As a page, to print:\n${pageOf(view, address)}`,
    `You get this because you asked for it. Another time, or none:\n${settingsOf(address)}`,
    "Firsthand",
  ].join("\n\n");
}

function htmlOf(view: EventCards, address: WhisperAddress, subject: string): string {
  const { reader, now } = address;
  const small = "font-family:sans-serif;font-size:14px;line-height:1.5;color:#6b6559";
  const cards = view.cards.map((card) => {
    const about = head(card, reader, now).map(
      (line) => `<p dir="auto" style="margin:0;${small}">${escapeHtml(line)}</p>`,
    );
    const rows = whisperLines(card, reader).map(
      ({ label, isWarning, lines }) =>
        `<tr><td style="padding:3px 12px 3px 0;vertical-align:top;white-space:nowrap;${small}${isWarning ? ";color:#b3391f;font-weight:bold" : ""}">${escapeHtml(label)}</td><td style="padding:3px 0;font-family:sans-serif;font-size:15px;line-height:1.45;color:#23211c">${lines.map((line) => `<div dir="auto">${escapeHtml(line)}</div>`).join("")}</td></tr>`,
    );
    return `<div style="margin:0 0 20px;padding:18px 0 0;border-top:1px solid #e7e2d8"><h2 dir="auto" style="margin:0 0 2px;font-family:Georgia,serif;font-size:20px;font-weight:normal;color:#23211c">${escapeHtml(card.name)}</h2>${about.join("")}<table role="presentation" style="margin-top:8px;border-collapse:collapse">${rows.join("")}</table></div>`;
  });
  const others =
    view.others.length > 0
      ? `<p dir="auto" style="margin:0 0 14px;${small}">${escapeHtml(stop(`Also invited: ${view.others.join(", ")}`))}</p>`
      : "";
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#faf8f4"><div style="max-width:560px;margin:0 auto;padding:24px;border:1px solid #e7e2d8;border-radius:12px;background:#ffffff">
<h1 dir="auto" style="margin:0 0 4px;font-family:Georgia,serif;font-size:24px;font-weight:normal;color:#23211c">${escapeHtml(view.event.title)}</h1>
<p dir="auto" style="margin:0 0 18px;${small}">${escapeHtml(whenAndWhere(view, reader))}</p>
${cards.join("\n")}
${others}<p style="margin:0 0 6px;${small}"><a href="${escapeHtml(pageOf(view, address))}" style="color:#24408e">As a page, to print</a></p>
<p style="margin:0;${small}">You get this because you asked for it. <a href="${escapeHtml(settingsOf(address))}" style="color:#24408e">Another time, or none</a>.</p>
</div></body></html>
`;
}

function head(card: WhisperCard, reader: WhisperReader, now: number): string[] {
  const say = card.saidAs ? `say “${card.saidAs}”` : "";
  return [say, whisperHead(card), whisperNow(card, reader, now)].filter(Boolean);
}

function whenAndWhere({ event }: EventCards, reader: WhisperReader): string {
  const day = new Intl.DateTimeFormat(reader.locale, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
  });
  const time = event.allDay ? "" : `, ${timeOf(event.startsAt, reader)}`;
  const zone = event.allDay ? "" : ` (${reader.zone.replaceAll("_", " ")})`;
  const on = day.format(Date.parse(`${dayOf(event, reader)}T00:00:00Z`));
  const state = event.isUnconfirmed ? "not yet confirmed" : "";
  return [`${on}${time}${zone}`, isolate(event.place), state].filter(Boolean).join(" · ");
}

/** The plain day of a meeting: a whole-day one is on its day in every zone, any other on the reader's own. */
function dayOf({ allDay, startDate, startsAt }: EventCards["event"], { zone }: WhisperReader): string {
  return allDay && startDate ? startDate : dayAt(Date.parse(startsAt), zone);
}

function weekdayOf(day: string): string {
  const words = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "short" });
  return words.format(Date.parse(`${day}T00:00:00Z`));
}

function timeOf(iso: string, { zone }: WhisperReader): string {
  const words = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return words.format(Date.parse(iso));
}

function pageOf({ event }: EventCards, { origin, slug }: WhisperAddress): string {
  return `${origin}/w/${slug}/calendar/${event.id}/whisper`;
}

function settingsOf({ origin, slug }: WhisperAddress): string {
  return `${origin}/w/${slug}/settings/mail`;
}

function underlined(line: string): string {
  return `${line}\n${"-".repeat(Math.min(60, [...line].length))}`;
}

function shortened(title: string): string {
  const letters = [...title];
  return letters.length > 80 ? `${letters.slice(0, 79).join("")}…` : title;
}
