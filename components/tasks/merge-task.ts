/** What one had typed of a task, laid over what somebody else saved meanwhile. */
import { type FormValues, kindFields, monthNames, repeats } from "@/components/tasks/task-form-values";
import { kindWords } from "@/components/tasks/words";
import type { TaskKind } from "@/lib/domain/task/task";

/** What is one thing to whoever reads: fields of the form, or one of the kind's own. */
export type TaskPart = {
  words: string;
  keys: readonly (keyof FormValues)[];
  field?: string;
  says: (form: FormValues) => string;
};

/** Every field of a task that exists but its kind's own. The tag is not among them: it has verbs of its own. */
export const taskParts: readonly TaskPart[] = [
  { words: "its kind", keys: ["kind"], says: ({ kind }) => kindWords[kind] },
  { words: "its title", keys: ["title"], says: ({ title }) => title },
  { words: "its note", keys: ["note"], says: ({ note }) => note },
  { words: "the person", keys: ["person"], says: ({ person }) => person.name },
  { words: "the account", keys: ["account"], says: ({ account }) => account?.name ?? "" },
  {
    words: "its date",
    keys: ["dueDay", "dueTime"],
    says: ({ dueDay, dueTime }) => `${dueDay} ${dueTime}`.trim(),
  },
  {
    words: "its priority",
    keys: ["priority"],
    says: ({ priority }) => (priority === "0" ? "none" : priority),
  },
  {
    words: "by when to reply",
    keys: ["replyWithinHours"],
    says: ({ replyWithinHours }) => replyWithinHours && `${replyWithinHours} hours`,
  },
  { words: "how it repeats", keys: ["repeat", "repeatFrom"], says: sayRepeat },
  {
    words: "who may see it",
    keys: ["isPrivate"],
    says: ({ isPrivate }) => (isPrivate ? "private" : "not private"),
  },
  {
    words: "their message",
    keys: ["messageText", "messageFrom", "messageService", "messageUrl", "messageMail"],
    says: ({ messageText, messageFrom, messageService, messageUrl }) =>
      [messageText, messageFrom, messageService, messageUrl].filter(Boolean).join(" · "),
  },
  {
    words: "the day",
    keys: ["day", "month", "year"],
    says: ({ day, month, year }) => [day, monthNames[Number(month) - 1], year].filter(Boolean).join(" "),
  },
  {
    words: "the criteria",
    keys: ["criteria"],
    says: ({ criteria }) => criteria.map(({ text, met }) => `${text}: ${met.replace("-", " ")}`).join(", "),
  },
  {
    words: "the checklist",
    keys: ["checklist"],
    says: ({ checklist }) => checklist.map(({ text, done }) => (done ? `${text}: done` : text)).join(", "),
  },
];

function partsOf(kind: TaskKind): TaskPart[] {
  const own = kindFields[kind].map(({ name, label }) => ({
    words: `“${label}”`,
    keys: [],
    field: name,
    says: ({ text }: FormValues) => (text[name] ?? "").replace(/^(\d{4}-\d{2}-\d{2})T/, "$1 "),
  }));
  return [...taskParts, ...own];
}

/** What of a form becomes as another has it. With another kind come its own fields, where nothing was typed into them. */
export function takePart(form: FormValues, { keys, field }: TaskPart, from: FormValues): Partial<FormValues> {
  if (field !== undefined) return { text: { ...form.text, [field]: from.text[field] ?? "" } };
  const part = Object.fromEntries(keys.map((key) => [key, from[key]]));
  return keys.includes("kind") ? { ...part, text: { ...from.text, ...form.text } } : part;
}

function isSame(one: FormValues, other: FormValues, { keys, field }: TaskPart): boolean {
  if (field !== undefined) return (one.text[field] ?? "") === (other.text[field] ?? "");
  return keys.every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));
}

export type MergedTask = {
  values: FormValues;
  /** What only the other changed: it is in `values` now. */
  taken: TaskPart[];
  /** What both changed: one's own stays, until one takes theirs. */
  both: TaskPart[];
};

/** `base` is what both started from. Nothing that was typed is lost; what was not touched follows the other. */
export function mergeTask(base: FormValues, typed: FormValues, theirs: FormValues): MergedTask {
  const { kind } = typed.kind === base.kind ? theirs : typed;
  const moved = partsOf(kind).filter((part) => !isSame(base, theirs, part) && !isSame(typed, theirs, part));
  const both = moved.filter((part) => !isSame(base, typed, part));
  const taken = moved.filter((part) => !both.includes(part));
  let values = typed;
  for (const part of taken) values = { ...values, ...takePart(values, part, theirs) };
  return { values, taken, both };
}

function sayRepeat({ repeat, repeatFrom }: FormValues): string {
  if (repeat === "") return "does not come back";
  const words = repeats.find(([rule]) => rule === repeat)?.[1].toLowerCase() ?? repeat;
  return repeatFrom === "completion" ? `${words}, from when it was done` : words;
}
