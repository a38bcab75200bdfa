import type { Daily, DailyItem } from "@/lib/adapters/mail/daily-letter";
import { isolate } from "@/lib/domain/weekly/words";

/** The pile as plain text: everything that the HTML says, links included. Words that run from right to left are isolated. */
export function dailyText(daily: Daily): string {
  const parts = [`${daily.heading}\n${daily.lead}`, ...daily.items.map(itemText)];
  if (daily.hasMore) parts.push(`More follows after these:\n${daily.page}`);
  parts.push(
    `The same, one at a time:\n${daily.page}`,
    `You get this because you asked for it. Another hour, or none:\n${daily.settings}`,
    "Firsthand",
  );
  return parts.join("\n\n");
}

function itemText(item: DailyItem): string {
  const { message, question, draft } = item;
  const parts = [
    `${item.place} · ${isolate(item.title)}`,
    [isolate(item.who), item.due ?? ""].filter(Boolean).join("\n"),
    message
      ? [...(message.from ? [`${isolate(message.from)} wrote:`] : []), quote(message.text)].join("\n")
      : "",
    item.known.map(keepLines).join("\n"),
    item.step ?? "",
    question ? `${question.by}\n${keepLines(question.text)}` : "",
    draft ? draftText(draft) : "",
    item.links.map(({ label, href }) => `${isolate(label)}: ${href}`).join("\n"),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function draftText(draft: NonNullable<DailyItem["draft"]>): string {
  const head = [
    draft.way,
    ...(draft.subject ? [`Subject: ${isolate(draft.subject)}`] : []),
    ...(draft.files.length > 0 ? [`With: ${draft.files.join(", ")}`] : []),
    draft.whose,
  ];
  return `${head.join("\n")}\n\n${indent(draft.text)}`;
}

/** Somebody's own lines, none of which can pass for ours: each begins behind a mark. */
function quote(text: string): string {
  return lines(text)
    .map((line) => `> ${isolate(line)}`)
    .join("\n");
}

function indent(text: string): string {
  return lines(text)
    .map((line) => (line === "" ? "" : `    ${isolate(line)}`))
    .join("\n");
}

function keepLines(text: string): string {
  return lines(text).map(isolate).join("\n  ");
}

function lines(text: string): string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/);
}
