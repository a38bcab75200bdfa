import type { Door, Role } from "@/lib/domain/actor";
import type { DecisionView, DraftLine } from "@/lib/domain/draft/view";
import type { Circle } from "@/lib/domain/policy/default-tags";
import type { Can } from "@/lib/domain/task/can";
import type { Tag, TagReason, TaskKind, TaskState } from "@/lib/domain/task/task";

/** One line of the queue, as a person may see it. Instants are ISO 8601 in UTC; show them in the workspace's zone. */
export type TaskRow = {
  id: string;
  version: number;
  kind: TaskKind;
  title: string;
  /** One muted line under the title: the start of the message, or what the kind has to say. */
  preview: string;
  tag: Tag;
  tagReason: TagReason;
  state: TaskState;
  person: { id: string; name: string; circle: Circle } | null;
  priority: 0 | 1 | 2 | 3;
  dueAt: string | null;
  dueAllDay: boolean;
  receivedAt: string | null;
  /** receivedAt + reply-within; overdue once passed. */
  replyDueAt: string | null;
  snoozedUntil: string | null;
  snoozedUntilAnswer: boolean;
  repeats: boolean;
  isPrivate: boolean;
  mergedIntoId: string | null;
  createdAt: string;
  /** When it was completed or declined; null while it is open. */
  closedAt: string | null;
  can: Can;
};

/** The fields that differ by kind. All optional: a task may know little. Dates "YYYY-MM-DD", instants ISO UTC. */
export type KindFields = {
  /** birthday: the yearly day ("--05-03" or "1980-05-03") and lead days. */
  date?: string;
  leadDays?: number;
  /** Who said how many days ahead: "day", "person", "usual", or "circle Friends". */
  leadBy?: string;
  /** event-invite, meeting-check: when and where. */
  startsAt?: string;
  endsAt?: string;
  zone?: string;
  place?: string;
  link?: string;
  organiser?: string;
  eventUid?: string;
  /** event-invite: what changed since it was first sent, in sentences. */
  changed?: string[];
  /** meeting-check: of which entry, by id; `startsAt` says which happening. other: the entry that waits for the client. */
  eventId?: string;
  /** follow-request: which request on which service. */
  service?: string;
  handle?: string;
  criteria?: { text: string; met: "met" | "not-met" | "unknown" }[];
  /** keep-in-touch: every so many days. */
  everyDays?: number;
  /** meeting-check: who confirms. */
  otherSide?: string;
  /** scheduled-post. */
  publishAt?: string;
  /** How long time is kept after it; as usual on the desk when it does not say. */
  windowMinutes?: number;
  postText?: string;
  /** introduction. */
  between?: string;
  /** account-care. */
  checklist?: { text: string; done: boolean }[];
};

/** What a mail that a message came by said of itself, so that an answer lands in its thread (RFC 5322 §3.6.4). */
export type MailOfMessage = {
  messageId: string;
  references: string[];
  subject: string;
  from: { name: string; address: string };
};

/** How a task repeats: an RRULE (RFC 5545 §3.3.10), counted from the calendar or from completion. */
export type Repeat = { rule: string; from: "calendar" | "completion" };

/** Why what a task was made for is no longer so, and whether whoever looks may take the task back. */
export type NoLonger = { says: string; canTakeBack: boolean };

/** One task with everything its page shows. */
export type TaskDetail = TaskRow & {
  note: string;
  /** With whom a checked meeting is, as its entry says now and the reader may know; "" for anything else. */
  whoComes: string;
  message: {
    text: string;
    from: string;
    receivedAt: string | null;
    service: string | null;
    url: string | null;
    mail?: MailOfMessage;
  } | null;
  fields: KindFields;
  account: { id: string; name: string; service: string } | null;
  repeat: Repeat | null;
  replyWithinHours: number | null;
  closed: {
    outcome: "done" | "declined";
    at: string;
    by: string;
    role: Role;
    door: Door;
    note: string;
    /** The exact words that went out, where somebody wrote them down. */
    words: string;
  } | null;
  gestures: {
    id: string;
    outcome: "done" | "declined";
    at: string;
    by: string;
    role: Role;
    note: string;
    words: string;
    undoneAt: string | null;
  }[];
  /** What was done the last time this day came round; null where nothing is known. Instants ISO UTC. */
  lastTime: {
    at: string;
    by: string;
    role: Role;
    outcome: "done" | "declined";
    note: string;
    words: string;
  } | null;
  /** What an open task to keep in touch asks when contact was logged meanwhile; null otherwise. */
  wasThatIt: string | null;
  /** Of an open task whose day is gone or another now, or whose person has died; null otherwise. */
  noLonger: NoLonger | null;
  mergedHere: { id: string; title: string }[];
  /** The draft at work, or the latest that went out. */
  draft: DraftLine | null;
  /** What the client was asked about it, the newest first; without what was taken back. */
  decisions: DecisionView[];
  /** Open tasks that may be the same thing, for folding together. */
  likely: { id: string; title: string; version: number; tag: Tag }[];
  history: { seq: number; at: string; sentence: string; agent: string | null }[];
};

/** A section of the queue. `count` is exact up to 999; `more` is the cursor of the next page or null. */
export type QueueSection = { state: TaskState; count: number; tasks: TaskRow[]; more: string | null };

/** The queue page. `seq` is the live cursor at the moment of reading: ask for changes after it. */
export type QueueView = {
  seq: number;
  sections: QueueSection[];
  filter: QueueFilter;
};

/** The filters of the queue, as they stand in the URL (?kind=&tag=&state=&person=&q=&snoozed=1&overdue=1). */
export type QueueFilter = {
  q: string;
  kind: TaskKind | null;
  tag: Tag | null;
  state: TaskState | null;
  personId: string | null;
  snoozed: boolean;
  overdue: boolean;
};
