/**
 * A task as its form holds it: everything as typed text, and what it becomes for the server. Days and times are as the
 * desk's wall shows them; what cannot be read is said at its field.
 */
import { parseDate } from "@/lib/domain/calendar/civil-date";
import { dayAt, instantAt, wallAt } from "@/lib/domain/calendar/zone-day";
import type { Tag, TaskKind } from "@/lib/domain/task/task";
import type { KindFields, MailOfMessage, TaskDetail } from "@/lib/domain/task/view";

export type Criterion = { text: string; met: "met" | "not-met" | "unknown" };
export type ToDo = { text: string; done: boolean };

export type FormValues = {
  kind: TaskKind;
  title: string;
  note: string;
  person: { id: string | null; name: string };
  /** The account it is about, or is done from. */
  account: { id: string; name: string } | null;
  priority: string;
  tag: Tag | "";
  dueDay: string;
  dueTime: string;
  replyWithinHours: string;
  repeat: string;
  repeatFrom: "calendar" | "completion";
  isPrivate: boolean;
  messageText: string;
  messageFrom: string;
  messageService: string;
  messageUrl: string;
  /** What a saved e-mail said of itself: when it came (ISO UTC), and where an answer belongs. Null for one that was typed in. */
  messageMail: { receivedAt: string | null; mail: MailOfMessage | null } | null;
  day: string;
  month: string;
  year: string;
  /** The other fields of the kind as text, by their name in KindFields. */
  text: Record<string, string>;
  criteria: Criterion[];
  checklist: ToDo[];
};

/** Which of the kind's own fields a form shows, with their words and how they are typed. */
export type TextField = {
  name: string;
  label: string;
  type?: "number" | "datetime-local" | "url" | "area";
  hint?: string;
};

export const kindFields: Record<TaskKind, readonly TextField[]> = {
  "personal-reply": [],
  birthday: [
    { name: "leadDays", label: "Days ahead", type: "number", hint: "When it should appear in the queue." },
  ],
  "event-invite": [
    { name: "startsAt", label: "Begins", type: "datetime-local" },
    { name: "endsAt", label: "Ends", type: "datetime-local" },
    { name: "place", label: "Place" },
    { name: "organiser", label: "Organiser" },
    { name: "link", label: "Link", type: "url" },
  ],
  "follow-request": [
    { name: "service", label: "Service", hint: "LinkedIn, Facebook …" },
    { name: "handle", label: "Handle" },
  ],
  "keep-in-touch": [{ name: "everyDays", label: "Every so many days", type: "number" }],
  "meeting-check": [
    { name: "startsAt", label: "Begins", type: "datetime-local" },
    { name: "endsAt", label: "Ends", type: "datetime-local" },
    { name: "place", label: "Place" },
    { name: "otherSide", label: "Who confirms" },
    { name: "zone", label: "Their time zone", hint: "America/Toronto, for one" },
    { name: "link", label: "Link", type: "url" },
  ],
  "scheduled-post": [
    { name: "publishAt", label: "Publish", type: "datetime-local" },
    {
      name: "windowMinutes",
      label: "Keep free after it, in minutes",
      type: "number",
      hint: "as usual on the desk",
    },
    { name: "postText", label: "Text of the post", type: "area" },
  ],
  introduction: [{ name: "between", label: "Between whom" }],
  "account-care": [],
  other: [],
};

const accountKinds: readonly TaskKind[] = ["scheduled-post", "account-care", "follow-request"];

/** Whether a task of this kind is about one of the client's accounts, so that its form asks which. */
export function asksAccount(kind: TaskKind): boolean {
  return accountKinds.includes(kind);
}

export const monthNames =
  "January February March April May June July August September October November December".split(" ");

/** How often a task may come back: the rule (RFC 5545 §3.3.10), and its words. */
export const repeats: readonly (readonly [rule: string, words: string])[] = [
  ["", "Does not come back"],
  ["FREQ=WEEKLY", "Every week"],
  ["FREQ=MONTHLY", "Every month"],
  ["FREQ=YEARLY", "Every year"],
  ["FREQ=DAILY;INTERVAL=10", "Every 10 days"],
  ["FREQ=WEEKLY;INTERVAL=6", "Every 6 weeks"],
];

export const emptyForm: FormValues = {
  kind: "personal-reply",
  title: "",
  note: "",
  person: { id: null, name: "" },
  account: null,
  priority: "0",
  tag: "",
  dueDay: "",
  dueTime: "",
  replyWithinHours: "",
  repeat: "",
  repeatFrom: "calendar",
  isPrivate: false,
  messageText: "",
  messageFrom: "",
  messageService: "",
  messageUrl: "",
  messageMail: null,
  day: "",
  month: "",
  year: "",
  text: {},
  criteria: [],
  checklist: [],
};

const instants = new Set(["startsAt", "endsAt", "publishAt"]);
const numbers = new Set(["leadDays", "everyDays", "windowMinutes"]);

/** The form of a task that exists. */
export function fromDetail(task: TaskDetail, zone: string): FormValues {
  const { fields, message } = task;
  const [, year = "", month = "", day = ""] = /^(--|\d{4}-)(\d{2})-(\d{2})$/.exec(fields.date ?? "") ?? [];
  const text: Record<string, string> = {};
  for (const { name } of kindFields[task.kind]) {
    const value = fields[name as keyof KindFields];
    if (value === undefined) continue;
    text[name] = instants.has(name) ? wallAt(Date.parse(String(value)), zone).slice(0, 16) : String(value);
  }
  return {
    ...emptyForm,
    kind: task.kind,
    title: task.title,
    note: task.note,
    person: { id: task.person?.id ?? null, name: task.person?.name ?? "" },
    account: task.account && { id: task.account.id, name: task.account.name },
    priority: String(task.priority),
    dueDay: task.dueAt ? dayAt(Date.parse(task.dueAt), zone) : "",
    dueTime: task.dueAt && !task.dueAllDay ? wallAt(Date.parse(task.dueAt), zone).slice(11, 16) : "",
    replyWithinHours: task.replyWithinHours === null ? "" : String(task.replyWithinHours),
    repeat: task.repeat?.rule ?? "",
    repeatFrom: task.repeat?.from ?? "calendar",
    isPrivate: task.isPrivate,
    messageText: message?.text ?? "",
    messageFrom: message?.from ?? "",
    messageService: message?.service ?? "",
    messageUrl: message?.url ?? "",
    messageMail: message ? { receivedAt: message.receivedAt, mail: message.mail ?? null } : null,
    day: day && String(Number(day)),
    month: month && String(Number(month)),
    year: year.replace(/-/g, ""),
    text,
    criteria: fields.criteria ?? [],
    checklist: fields.checklist ?? [],
  };
}

export type Read = { input: Record<string, unknown>; errors: Record<string, string> };

/** What the server is asked, and what cannot be asked yet: field name → sentence. `before` keeps what the form does not show. */
export function toInput(form: FormValues, zone: string, before: TaskDetail | null): Read {
  const errors: Record<string, string> = {};
  if (form.title.trim() === "") errors.title = "Say in a few words what is to be done.";
  const input: Record<string, unknown> = {
    kind: form.kind,
    title: form.title,
    note: form.note,
    personId: form.person.id,
    priority: Number(form.priority),
    message: readMessage(form),
    fields: readFields(form, zone, before, errors),
    repeat: form.repeat ? { rule: form.repeat, from: form.repeatFrom } : null,
    replyWithinHours: readNumber(form.replyWithinHours, "replyWithinHours", errors),
    ...readDue(form, zone, errors),
  };
  const accountId = form.account?.id ?? null;
  if (asksAccount(form.kind) && accountId !== (before?.account?.id ?? null)) input.accountId = accountId;
  if (before === null || before.isPrivate !== form.isPrivate) input.isPrivate = form.isPrivate;
  // Left as it was it is nobody's word: another kind or person is answered as soon as they ask.
  if (input.replyWithinHours === (before?.replyWithinHours ?? null)) delete input.replyWithinHours;
  if (before === null && form.tag) input.tag = form.tag;
  if (before === null && form.messageMail?.receivedAt) input.receivedAt = form.messageMail.receivedAt;
  return { input, errors };
}

function readDue(form: FormValues, zone: string, errors: Record<string, string>) {
  if (!form.dueDay) {
    if (form.dueTime) errors.dueAt = "Give the day, too.";
    return { dueAt: null, dueAllDay: false };
  }
  const dueAt = readInstant(`${form.dueDay}T${form.dueTime || "00:00"}`, zone);
  if (dueAt === null) errors.dueAt = "This is not a day of the calendar.";
  return { dueAt, dueAllDay: form.dueTime === "" };
}

/** Whether a form shows a message: always for a kind that answers one, and never hides one that was begun. */
export function asksMessage(form: FormValues): boolean {
  return form.kind === "personal-reply" || form.kind === "introduction" || hasMessage(form);
}

/** Where somebody only says from whom it is, or where to find it, that is a message too. */
function hasMessage({ messageText, messageFrom, messageService, messageUrl }: FormValues): boolean {
  return [messageText, messageFrom, messageService, messageUrl].some((text) => text.trim() !== "");
}

function readMessage(form: FormValues) {
  if (!hasMessage(form)) return null;
  const { receivedAt = null, mail = null } = form.messageMail ?? {};
  return {
    text: form.messageText,
    from: form.messageFrom || form.person.name,
    receivedAt,
    service: form.messageService || null,
    url: form.messageUrl || null,
    ...(mail ? { mail } : {}),
  };
}

function readFields(
  form: FormValues,
  zone: string,
  before: TaskDetail | null,
  errors: Record<string, string>,
) {
  const fields: Record<string, unknown> = {};
  if (before?.kind === form.kind && before.fields.eventUid) fields.eventUid = before.fields.eventUid;
  if (before?.kind === form.kind && before.fields.changed) fields.changed = before.fields.changed;
  if (
    before?.kind === form.kind &&
    before.fields.leadBy &&
    form.text.leadDays === String(before.fields.leadDays)
  )
    fields.leadBy = before.fields.leadBy;
  for (const { name } of kindFields[form.kind]) {
    const typed = form.text[name]?.trim() ?? "";
    if (typed === "") continue;
    if (numbers.has(name)) fields[name] = readNumber(typed, `fields.${name}`, errors);
    else if (instants.has(name)) {
      fields[name] = readInstant(typed, zone);
      if (fields[name] === null) errors[`fields.${name}`] = "This is not a day and time.";
    } else fields[name] = typed;
  }
  if (form.kind === "birthday" && (form.day || form.month)) {
    const date = readYearly(form);
    if (date) fields.date = date;
    else errors["fields.date"] = "There is no such day.";
  }
  if (form.kind === "follow-request" && form.criteria.length > 0)
    fields.criteria = form.criteria.filter(({ text }) => text.trim() !== "");
  if (form.kind === "account-care" && form.checklist.length > 0)
    fields.checklist = form.checklist.filter(({ text }) => text.trim() !== "");
  return fields;
}

function readYearly({ day, month, year }: FormValues): string | null {
  const two = (text: string) => text.padStart(2, "0");
  const leap = `2000-${two(month)}-${two(day)}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(leap) || !isDay(leap)) return null;
  if (year === "") return `--${leap.slice(5)}`;
  const date = `${year}-${leap.slice(5)}`;
  return /^\d{4}-/.test(date) && isDay(date) ? date : null;
}

/** A wall-clock time in the desk's zone as an ISO instant, or null for a day that does not exist. */
function readInstant(wall: string, zone: string): string | null {
  const [day = "", time = ""] = wall.split("T");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}/.test(time) || !isDay(day)) return null;
  return new Date(instantAt(day, time.slice(0, 5), zone)).toISOString();
}

function isDay(day: string): boolean {
  return parseDate(day) !== null;
}

function readNumber(text: string, name: string, errors: Record<string, string>): number | null {
  if (text.trim() === "") return null;
  if (/^\d{1,5}$/.test(text.trim())) return Number(text);
  errors[name] = /^[-−]\d/.test(text.trim())
    ? "This cannot be less than 0."
    : /^\d+$/.test(text.trim())
      ? "This number is too large."
      : "Give a whole number.";
  return null;
}
