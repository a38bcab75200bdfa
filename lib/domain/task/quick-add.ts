import type { YearlyDate } from "@/lib/domain/person/yearly-date";
import type { Tag, TaskKind } from "@/lib/domain/task/task";
import type { Repeat } from "@/lib/domain/task/view";

/** The longest line that is read. */
export const QUICK_ADD_LIMIT = 500;

/** A piece of the typed line: UTF-16 indices, the end not included. */
export type Span = { start: number; end: number };

/** What one piece of the line was understood as. */
export type QuickAddChip = Span & { label: string; value: string };

/** Days and times that some words of a line mean, where the client lives. */
export type DateWords = Span & {
  /** The day, "YYYY-MM-DD". */
  day: string;
  /** The time of day, "15:00"; null when only a day was said. */
  time: string | null;
  /** The exact instant (ISO, UTC) when the words say one: "in 2 hours", "15:00 UTC". */
  instant: string | null;
  /** The day of the year, for what comes back every year; its year only when it was written. */
  yearly: YearlyDate;
  /** How much was said; of several dates in a line the fullest is meant. */
  weight: number;
  /** A sentence, when there is no such day. */
  problem: string | null;
};

/** Reads every date in a text. Handed in, because words for dates are a library's to know. */
export type ReadDates = (text: string) => DateWords[];

/** A line as read, before anybody looked up who is meant. */
export type QuickAddReading = {
  kind: TaskKind;
  /** The word that said the kind, in small letters; empty when none did. */
  kindWord: string;
  person: { name: string; span: Span; use: "link" | "make" } | null;
  handle: string | null;
  service: string | null;
  date: DateWords | null;
  leadDays: number | null;
  priority: 0 | 1 | 2 | 3;
  tag: Tag | null;
  repeat: Repeat | null;
  /** What is left when everything understood is taken out. */
  rest: string;
  chips: QuickAddChip[];
  problems: string[];
};

/** What a typed line would make. `problems` are sentences; while there is one, the line makes nothing. */
export type QuickAddPreview = {
  kind: TaskKind;
  title: string;
  note: string;
  personName: string | null;
  personId: string | null;
  isNewPerson: boolean;
  /** The yearly day, "--05-03" or "1980-05-03"; null unless the kind has one. */
  date: string | null;
  /** ISO instant in UTC; for an all-day date the beginning of the day where the client lives. */
  dueAt: string | null;
  dueAllDay: boolean;
  leadDays: number | null;
  priority: 0 | 1 | 2 | 3;
  tag: Tag;
  /** The rule that gives the tag; null when the line itself says it. */
  rule: string | null;
  repeat: Repeat | null;
  chips: QuickAddChip[];
  /** Words that were read as nothing in particular; they are kept in the title or the note. */
  unread: string;
  problems: string[];
};
