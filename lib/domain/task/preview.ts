import type { TaskKind } from "@/lib/domain/task/task";
import type { KindFields } from "@/lib/domain/task/view";

/** The one muted line under a task's title, at most about 160 characters: what was said, or what the kind has to say. */
export function previewOf(task: {
  kind: TaskKind;
  message: { text: string; from: string } | null;
  fields: KindFields;
  note: string;
  clientName: string;
  /** With whom a checked meeting is, as far as the reader may know. */
  whoComes: string;
}): string {
  if (task.message?.text) return `“${shorten(task.message.text, 150)}”`;
  const said = sayFields(task);
  return said || shorten(task.note, 160);
}

type Said = { kind: TaskKind; fields: KindFields; clientName: string; whoComes: string };

function sayFields({ kind, fields, clientName, whoComes }: Said): string {
  if (kind === "follow-request")
    return [fields.service, sayCriteria(fields, clientName)].filter(Boolean).join(" · ");
  if (kind === "event-invite" || kind === "meeting-check") {
    const otherSide = fields.otherSide || whoComes;
    const who = fields.organiser ? `organiser ${fields.organiser}` : otherSide ? `with ${otherSide}` : "";
    const place = fields.place || (kind === "meeting-check" ? "place unconfirmed" : "");
    return [place, who].filter(Boolean).join(" · ");
  }
  if (kind === "keep-in-touch" && fields.everyDays) return `every ${sayDays(fields.everyDays)}`;
  if (kind === "scheduled-post") return shorten(fields.postText ?? "", 150);
  if (kind === "introduction") return fields.between ?? "";
  if (kind === "account-care" && fields.checklist?.length) {
    return `${fields.checklist.filter((line) => line.done).length} of ${fields.checklist.length} done`;
  }
  return "";
}

function sayCriteria(fields: KindFields, clientName: string): string {
  const criteria = fields.criteria ?? [];
  if (criteria.length === 0) return "";
  const met = criteria.filter((line) => line.met === "met").length;
  const unknown = criteria.filter((line) => line.met === "unknown").length;
  const first = clientName.split(" ")[0];
  return `${met} of ${criteria.length} of ${first}’s criteria met${unknown > 0 ? `, ${unknown} unknown` : ""}`;
}

function sayDays(days: number): string {
  if (days % 7 === 0) return days === 7 ? "week" : `${days / 7} weeks`;
  return days === 1 ? "day" : `${days} days`;
}

function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length <= length
    ? line
    : `${letters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}
