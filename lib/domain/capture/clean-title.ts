/** The longest title of a task, in UTF-16 units. */
export const LONGEST_TITLE = 500;
const LONGEST_LINE = 160;

/** What is no letter and has no place in a text of ours: controls, and marks that turn what stands behind them round. */
const unseen = /[\p{Cc}\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const services =
  "LinkedIn|Facebook|Instagram|Threads|Bluesky|Mastodon|Gmail|Outlook|WhatsApp|Messenger|Telegram|YouTube|Meetup|Eventbrite|X";
const atEnd = new RegExp(`\\s(?:[|·–—/-]|on)\\s(?:${services})$`, "i");
const mailAtEnd = /\s[–—-]\s[^\s@]{1,64}@[^\s@]{1,255}$/;
const unreadBefore = /^(?:\(\d{1,5}\+?\)|•)\s+/;
const generic =
  /^(?:messag(?:es|ing|e)|inbox|chats?|direct|mail|e-?mail|home|notifications?|invitations?|untitled|new tab)$/i;

/** Text without what is not seen; lines stay lines, and no more than two ends of a line follow each other. */
export function tidy(text: string): string {
  const lines = text.toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, "\n");
  return lines
    .replace(unseen, (sign) => (sign === "\n" || sign === "\t" ? sign : ""))
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A page's title as a task's: one line, without how much is unread, the name of the service and one's own address there. */
export function cleanTitle(title: string): string {
  const line = title.replace(/\s+/g, " ").trim().replace(unreadBefore, "");
  const bare = line.replace(atEnd, "").replace(mailAtEnd, "").trim();
  return cutLetters(bare || line, LONGEST_TITLE);
}

/** Whether a title names a part of a service and nothing that was to be done there. */
export function isGenericTitle(title: string): boolean {
  return generic.test(title) || new RegExp(`^(?:${services})$`, "i").test(title);
}

/** The first line of a text that says something, short enough for a title. */
export function firstLine(text: string): string {
  const line = text.split("\n").find((one) => one.trim() !== "") ?? "";
  return cutLetters(line.replace(/\s+/g, " ").trim(), LONGEST_LINE);
}

/** At most `most` UTF-16 units, cut between letters as people see them: a family of emoji stays whole or goes. */
export function cutLetters(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, most + 200))) {
    if (index + segment.length > most - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
