/** THE WHISPER CARD: what one should know of somebody before a reply or a meeting, on one page. */
import type { DateKind } from "@/lib/domain/person/person";
import type { Tag, TaskKind } from "@/lib/domain/task/task";

/** One of the last contacts. `what` in a word or two; `words` the exact ones that went out, `note` what was kept beside them. */
export type WhisperContact = {
  at: string;
  what: string;
  by: string;
  isByAgent: boolean;
  words: string;
  note: string;
};

/** Something promised and not kept yet. `dueOn` is "YYYY-MM-DD". */
export type WhisperPromise = { whose: "client" | "person"; text: string; dueOn: string | null };

/** Family and others around somebody: `label` says what `name` is to them, "Partner" or "Works for". */
export type WhisperRelation = { label: string; name: string; note: string };

/** A yearly day that comes. `next` is "YYYY-MM-DD" where the client lives; `age` the years on it, where the year is known. */
export type WhisperDay = { kind: DateKind; label: string; next: string; age: number | null };

export type WhisperTask = {
  id: string;
  kind: TaskKind;
  title: string;
  tag: Tag;
  dueAt: string | null;
  dueAllDay: boolean;
};

/** Instants are ISO UTC. Empty texts and lists are what nobody wrote down; nothing private is in it that its reader may not see. */
export type WhisperCard = {
  id: string;
  name: string;
  saidAs: string;
  nicknames: string[];
  circles: string[];
  organization: string;
  jobTitle: string;
  language: string | null;
  zone: string | null;
  isPrivate: boolean;
  /** The version of their picture; null: there is none. */
  picture: number | null;
  /** Null: they live. `on` is "YYYY-MM-DD", where somebody knows. */
  died: { on: string | null } | null;
  howMet: string;
  /** The first contact that is remembered. */
  since: string | null;
  contacts: WhisperContact[];
  promises: WhisperPromise[];
  relations: WhisperRelation[];
  topics: string[];
  likes: string[];
  avoid: string[];
  days: WhisperDay[];
  tasks: WhisperTask[];
};

/**
 * The cards of everybody known who will be at a meeting; `others` are guests nobody has written down. `startDate` is the plain
 * day of a whole-day one, "YYYY-MM-DD": it is that day in every zone.
 */
export type EventCards = {
  event: {
    id: string;
    title: string;
    startsAt: string;
    endsAt: string;
    allDay: boolean;
    startDate: string | null;
    place: string;
    isPrivate: boolean;
    /** Somebody is asked to confirm it, and nobody has yet. */
    isUnconfirmed?: boolean;
  };
  cards: WhisperCard[];
  others: string[];
};

/** The most of each that fits on a page; what is left out stands on the person's own page. */
export const whisperLimits = {
  contacts: 3,
  promises: 5,
  relations: 6,
  facts: 5,
  days: 2,
  tasks: 4,
  letters: 240,
} as const;

/** A text cut to about so many letters, at a word; quiet lines stay lines. */
export function shortLine(text: string, most: number = whisperLimits.letters): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = [...line];
  if (letters.length <= most) return line;
  return `${letters
    .slice(0, most)
    .join("")
    .replace(/\s+\S*$/u, "")}…`;
}

/** What to avoid: the sentences of "careful", and every fact that says so, each once. */
export function avoidLines(careful: string, facts: readonly string[]): string[] {
  const lines = [...careful.split(/\n+/), ...facts].map((line) => shortLine(line)).filter(Boolean);
  return [...new Set(lines)].slice(0, whisperLimits.facts + 1);
}

/** How a contact is remembered in a word or two. */
export const contactKinds: Record<string, string> = {
  call: "Call",
  meeting: "Met",
  message: "Message",
  letter: "Letter",
  gift: "Gift",
  other: "In touch",
  "personal-reply": "Reply",
  birthday: "Greeting",
  "event-invite": "Answer to an invitation",
  "keep-in-touch": "In touch",
  introduction: "Introduction",
};
