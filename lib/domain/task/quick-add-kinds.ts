import type { Span } from "@/lib/domain/task/quick-add";
import type { TaskKind } from "@/lib/domain/task/task";

/** How a kind is said at the beginning of a line, and what comes after it: a person, or a title. */
export type KindWord = { kind: TaskKind; takes: "person" | "title" | "handle"; words: string };

const kindWords: readonly KindWord[] = [
  { kind: "birthday", takes: "person", words: "birthday|bday|b-day|anniversary" },
  { kind: "personal-reply", takes: "person", words: "personal reply|reply|answer|respond|write back" },
  { kind: "keep-in-touch", takes: "person", words: "keep in touch|stay in touch|catch up|call|ring|phone" },
  { kind: "event-invite", takes: "title", words: "event invite|event invitation|invite|invitation|rsvp" },
  {
    kind: "follow-request",
    takes: "handle",
    words: "follow request|friend request|follow(?![ \\t]{0,5}-?up)",
  },
  { kind: "meeting-check", takes: "title", words: "meeting check|double-check|double check|check" },
  { kind: "scheduled-post", takes: "title", words: "schedule post|scheduled post|post" },
  { kind: "introduction", takes: "title", words: "introduction|introduce|intro" },
  { kind: "account-care", takes: "title", words: "account care|care" },
  { kind: "other", takes: "title", words: "task|todo|to do" },
];
const atStart = kindWords.map((known) => ({
  ...known,
  pattern: new RegExp(
    `^(${known.words})(?=$|[\\s:,@"“])[ \\t]{0,20}:?[ \\t]{0,20}(?:(?:to|with|from|for|of)(?=$|\\s))?`,
    "i",
  ),
}));
const trailing = /^(.{1,120}?)(['’]s?)?[ \t]{1,5}(birthday|bday|anniversary)(?=$|[\s,:])/i;

/** The kind that a line begins with: its word in small letters, where that stands, and where what comes after it begins. */
export type LeadingKind = KindWord & { word: string; span: Span; after: number };

/** The kind whose word stands at `from`; null when none does. */
export function findKind(line: string, from: number): LeadingKind | null {
  const rest = line.slice(from);
  for (const known of atStart) {
    const match = known.pattern.exec(rest);
    if (!match) continue;
    const word = match[1] ?? "";
    return {
      ...known,
      word: word.toLowerCase().replace(/\s+/g, " "),
      span: { start: from, end: from + word.length },
      after: from + match[0].length,
    };
  }
  return null;
}

/** "Ana's birthday 3 May", "Ana Duarte birthday": the person stands before the word. Null when what is before is no name. */
export function findTrailingBirthday(line: string): { word: string; name: Span; span: Span } | null {
  const match = trailing.exec(line);
  if (!match) return null;
  const before = match[1] ?? "";
  const word = match[3] ?? "";
  const end = match[0].length;
  const words = before.trim().split(/\s+/);
  const isNamed = match[2] !== undefined || words.every((one) => /^\p{Lu}/u.test(one));
  const goesOn =
    /^[\s,:]*(?:$|(?:is\s+|on\s+){0,2}(?:\d|[!#]|lead\b|every\b|tomorrow|today|next\b|\p{Lu}\p{Ll}+\s+\d))/iu;
  if (!isNamed || words.length > 5 || (match[2] === undefined && !goesOn.test(line.slice(end)))) return null;
  return {
    word: word.toLowerCase(),
    name: { start: before.length - before.trimStart().length, end: before.trimEnd().length },
    span: { start: end - word.length, end },
  };
}
