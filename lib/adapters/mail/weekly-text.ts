import type { WeeklyLinks } from "@/lib/adapters/mail/weekly-letter";
import { whoDoes } from "@/lib/domain/person/named";
import type { WeeklyLine, WeeklyList } from "@/lib/domain/weekly/view";
import {
  isolate,
  sayDay,
  sayFacts,
  sayOccasion,
  sayProposed,
  sayRemembered,
  saySpan,
} from "@/lib/domain/weekly/words";

/** The list as plain text: everything that the HTML says, links included. Names that run from right to left are isolated. */
export function weeklyText(list: WeeklyList, links: WeeklyLinks): string {
  const parts = [`Coming up, ${saySpan(list)}`];
  for (const note of list.notes)
    parts.push(`${isolate(whoDoes(note.by, note.role))} writes:\n${isolate(note.text)}`);
  if (list.days.length > 0) parts.push("DAYS");
  let day = "";
  for (const line of list.days) {
    if (line.day !== day) parts.push(sayDay(line.day));
    day = line.day;
    parts.push(sayLine(`${isolate(line.person.name)}: ${isolate(sayOccasion(line))}`, line, list, links));
  }
  if (list.daysInAll > list.days.length)
    parts.push(`And ${list.daysInAll - list.days.length} more days:\n${links.page}`);
  if (list.touch.length > 0) parts.push("LOSING TOUCH");
  for (const line of list.touch) parts.push(sayLine(isolate(line.person.name), line, list, links));
  if (list.touchInAll > list.touch.length)
    parts.push(`And ${list.touchInAll - list.touch.length} more people:\n${links.page}`);
  if (list.remembered.length > 0) parts.push("REMEMBERED");
  for (const one of list.remembered)
    parts.push(`- ${sayDay(one.day)}: ${isolate(sayRemembered(one))}\n  Page: ${links.person(one)}`);
  if (list.rememberedInAll > list.remembered.length)
    parts.push(`And ${list.rememberedInAll - list.remembered.length} more days to remember:\n${links.page}`);
  parts.push(
    `The same as a page:\n${links.page}`,
    `You get this because you asked for it. Another day, or none:\n${links.settings}`,
    "Firsthand",
  );
  return parts.join("\n\n");
}

function sayLine(head: string, line: WeeklyLine, list: WeeklyList, links: WeeklyLinks): string {
  const { phones, emails, addresses } = line.reach;
  const rows = [
    ...(line.person.saidAs ? [`Said: ${isolate(line.person.saidAs)}`] : []),
    ...sayFacts(line, list),
    ...[...phones, ...emails, ...addresses].map(isolate),
    sayProposed(line, list),
    `Page: ${links.person(line)}`,
    ...links.verbs(line).map(({ label, href }) => `${label}: ${href}`),
  ];
  return [`- ${head}`, ...rows.map((row) => `  ${row}`)].join("\n");
}
