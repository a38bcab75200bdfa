import {
  cleanTitle,
  cutLetters,
  firstLine,
  isGenericTitle,
  LONGEST_TITLE,
  tidy,
} from "@/lib/domain/capture/clean-title";
import { bareAddress, findAddress, isAddress, leadsNowhereElse } from "@/lib/domain/capture/find-address";
import { type Place, placeOf } from "@/lib/domain/capture/place";
import { findKind } from "@/lib/domain/task/quick-add-kinds";
import type { Tag, TaskKind } from "@/lib/domain/task/task";
import type { TaskRow } from "@/lib/domain/task/view";

/** What somebody shares: a page, a piece of it, or a message. As it came, from anywhere. */
export type Shared = { title?: string; text?: string; url?: string };

/** The same, read: its title cleaned, its words without the address that phones put behind them. */
export type Captured = { title: string; text: string; url: string | null; place: Place };

/** The longest words that are kept with a task. */
export const LONGEST_CAPTURE = 50_000;

/** What capturing would make. While `problems` has a sentence, it makes nothing. Instants ISO 8601 in UTC. */
export type CapturePreview = {
  kind: TaskKind;
  title: string;
  person: { id: string; name: string } | null;
  /** The words that were chosen or shared, as somebody else's; null where there were none. */
  message: { text: string; from: string; service: string | null; url: string | null } | null;
  /** Where it is from; kept with the message, as the link of an invitation, or in the note. */
  url: string | null;
  dueAt: string | null;
  dueAllDay: boolean;
  tag: Tag;
  rule: string;
  /** The open task that the same page made within the last day. */
  twin: { id: string; title: string } | null;
  problems: string[];
};

/** What capturing made; with `made` false the task is the first one of that page, and nothing was added. */
export type CaptureMade = { made: boolean; task: TaskRow; seq: number };

/** Reads what was shared. A phone often puts the address into the text, and the title in front of it. */
export function readShared({ title = "", text = "", url = "" }: Shared): Captured {
  const named = tidy(title);
  const words = tidy(text);
  const given = isAddress(url) ? url.trim() : null;
  const inTitle = isAddress(named) ? named : null;
  const found = given ?? findAddress(words) ?? inTitle;
  const left = found !== null && leadsNowhereElse(words, found) ? bareAddress(words, found) : words;
  const cleaned = inTitle === null ? cleanTitle(named) : "";
  const isSaidTwice = left === named || left === cleaned;
  return { title: cleaned, text: isSaidTwice && found ? "" : left, url: found, place: placeOf(found) };
}

/**
 * The kind that it is probably about. A page's own words decide nothing: only where it is does, and what somebody typed
 * themselves, which has neither a page nor another's words beside it.
 */
export function guessKind({ title, text, url, place }: Captured, isAboutSomebody: boolean): TaskKind {
  if (url === null) return text === "" ? (findKind(title, 0)?.kind ?? "other") : "personal-reply";
  if (place.is === "messages") return "personal-reply";
  if (place.is === "requests") return "follow-request";
  if (place.is === "event") return "event-invite";
  return isAboutSomebody && text === "" ? "keep-in-touch" : "other";
}

/** What the task is called: as the page is, or after the person where the page's name says nothing; never empty. */
export function titleOfCapture(
  { title, text, url, place }: Captured,
  kind: TaskKind,
  person: string | null,
): string {
  const isGeneric = title === "" || isGenericTitle(title) || title === person;
  if (isGeneric && person !== null) return cutLetters(`${leads[kind] ?? ""}${person}`, LONGEST_TITLE);
  if (!isGeneric) return title;
  const line = firstLine(text);
  if (line !== "") return line;
  return title || cutLetters(place.service ?? url ?? "", LONGEST_TITLE);
}

const leads: Partial<Record<TaskKind, string>> = {
  "personal-reply": "Reply to ",
  "keep-in-touch": "Keep in touch · ",
  "follow-request": "Follow request · ",
  "event-invite": "Invitation · ",
};
