import type { ActingRole, Role } from "@/lib/domain/actor";
import type { DateKind } from "@/lib/domain/person/person";
import type { Tag, TaskKind, TaskState } from "@/lib/domain/task/task";

/** How to reach somebody, the first few of each, as they were written down. */
export type Reach = { phones: string[]; emails: string[]; addresses: string[] };

/** The last real contact. `what` in a word or two ("a call", "a greeting"); `at` an ISO instant. */
export type LastContact = { at: string; what: string; note: string };

/** What was done for this day last time: when, by whom, and the words or the note that were kept. */
export type PastGreeting = { at: string; by: string; role: ActingRole; words: string; note: string };

/** The open task of a line. */
export type LineTask = {
  id: string;
  version: number;
  kind: TaskKind;
  title: string;
  tag: Tag;
  state: TaskState;
};

type Common = {
  /** "day:<date>:<year>" or "touch:<person>": the same in mail, on the page and in what is posted. */
  key: string;
  person: { id: string; name: string; saidAs: string };
  reach: Reach;
  lastContact: LastContact | null;
  task: LineTask | null;
  /** Whether this reader may skip it: decline its task, or pause the cadence. */
  canSkip: boolean;
};

/** A yearly day that comes. `day` is "YYYY-MM-DD"; `age` the full years on it, where the year is known. */
export type DayLine = Common & {
  type: "day";
  dateId: string;
  day: string;
  kind: DateKind;
  label: string;
  age: number | null;
  lastGreeting: PastGreeting | null;
};

/**
 * Somebody the client is losing touch with. `dueOn` is the day on which it was time, or is (`isDue`: it has come);
 * `everyDays` how often one likes to hear from each other, 0 where nobody said.
 */
export type TouchLine = Common & { type: "touch"; dueOn: string; isDue: boolean; everyDays: number };
export type WeeklyLine = DayLine | TouchLine;

/** A day of somebody who has died and is remembered: only to be read. `what` in words, with the name; `day` "YYYY-MM-DD". */
export type RememberedDay = { key: string; day: string; what: string; person: { id: string; name: string } };

/** An assistant's line on top; `by` with which role they are here. */
export type WeeklyNote = { id: string; text: string; by: string; role: Role; userId: string };

/**
 * The list, as one reader may see it: days in their order, then people, the longest wait first, then who is remembered.
 * `from` and `to` are days, both included. `daysInAll` and the like count what a long list leaves out.
 */
export type WeeklyList = {
  from: string;
  to: string;
  horizon: number;
  reader: { role: Role; userId: string };
  clientName: string;
  /** The desk's zone, in which past moments are told. */
  zone: string;
  days: DayLine[];
  touch: TouchLine[];
  daysInAll: number;
  touchInAll: number;
  remembered: RememberedDay[];
  rememberedInAll: number;
  notes: WeeklyNote[];
};

/** What can be asked of a line: "mine" puts it before the client, "draft" on the assistant's side, "skip" lets it be. */
export const lineVerbs = ["mine", "draft", "skip"] as const;
export type LineVerb = (typeof lineVerbs)[number];

export function isEmpty(list: Pick<WeeklyList, "daysInAll" | "touchInAll" | "rememberedInAll">): boolean {
  return list.daysInAll + list.touchInAll + list.rememberedInAll === 0;
}

/** The people and tasks that a list tells of: ids. */
export function toldOfBy({ days, touch, remembered }: WeeklyList): string[] {
  const lines = [...days, ...touch].flatMap(({ person, task }) => [person.id, task?.id ?? []].flat());
  return [...lines, ...remembered.map(({ person }) => person.id)];
}

/** How many days ahead a list can look; the page's choices, and the most that one can ask for. */
export const horizons = [7, 14, 30, 90] as const;
export const MOST_DAYS = 90;

/** What a line is about, read from its key; null for anything else. */
export function readLineKey(
  key: string,
): { type: "day"; dateId: string; year: number } | { type: "touch"; personId: string } | null {
  const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  const day = new RegExp(`^day:(${uuid}):(\\d{4})$`).exec(key);
  if (day) return { type: "day", dateId: day[1] as string, year: Number(day[2]) };
  const touch = new RegExp(`^touch:(${uuid})$`).exec(key);
  return touch ? { type: "touch", personId: touch[1] as string } : null;
}
