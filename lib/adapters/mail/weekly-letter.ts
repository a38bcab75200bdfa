import type { WrittenLetter } from "@/lib/adapters/mail/letter";
import { weeklyHtml } from "@/lib/adapters/mail/weekly-html";
import { weeklyText } from "@/lib/adapters/mail/weekly-text";
import { lineVerbs, type WeeklyLine, type WeeklyList } from "@/lib/domain/weekly/view";
import { saySubject, verbWords } from "@/lib/domain/weekly/words";

/** Where the mail goes, and from which public origin its links are built. */
export type WeeklyAddress = { to: string; workspaceId: string; slug: string; origin: string };

/** The addresses that a list's mail leads to: all of them pages that change nothing by being opened. */
export type WeeklyLinks = {
  page: string;
  settings: string;
  person: (line: { person: { id: string } }) => string;
  verbs: (line: WeeklyLine) => { label: string; href: string }[];
};

/** The weekly list as the message that leaves: HTML and, as complete, plain text; nothing in it comes from elsewhere. */
export function writeWeeklyLetter(list: WeeklyList, address: WeeklyAddress): WrittenLetter {
  const { to, workspaceId, origin } = address;
  const subject = saySubject(list);
  const links = linksOf(list, address);
  return {
    to,
    workspaceId,
    subject,
    text: weeklyText(list, links),
    html: weeklyHtml(list, links, subject),
    messageId: `<${crypto.randomUUID()}@${new URL(origin).hostname}>`,
  };
}

function linksOf(list: WeeklyList, { slug, origin }: WeeklyAddress): WeeklyLinks {
  const desk = `${origin}/w/${slug}`;
  const words = verbWords(list.reader.role === "client", list.clientName);
  return {
    page: `${desk}/weekly?days=${list.horizon}`,
    settings: `${desk}/settings/mail`,
    person: (line) => `${desk}/people/${line.person.id}`,
    verbs: (line) =>
      lineVerbs.map((verb) => ({ label: words[verb], href: `${desk}/weekly/${verb}?line=${line.key}` })),
  };
}
