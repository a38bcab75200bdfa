import type { DateKind, PersonFacts } from "@/lib/domain/person/person";
import type { Circle } from "@/lib/domain/policy/default-tags";
import type { TaskDetail, TaskRow } from "@/lib/domain/task/view";

/**
 * One line of the list of people. `nextDay` is the next yearly day of theirs, "YYYY-MM-DD" where the client lives; `age` the
 * full years on it, where the year is known.
 */
export type PersonRow = {
  id: string;
  name: string;
  circle: Circle;
  organization: string;
  jobTitle: string;
  isPrivate: boolean;
  nextDay: { kind: DateKind; label: string; day: string; age: number | null } | null;
};

/** A page of the list. `total` is everybody whom the words and the circle leave; `more` the cursor of the next page. */
export type PeopleView = {
  people: PersonRow[];
  more: string | null;
  total: number;
  q: string;
  circle: Circle | null;
};

/** A yearly day as a person's page shows it. `next` is "YYYY-MM-DD"; `age` what they turn then, where the year is known. */
export type PersonDateView = {
  id: string;
  kind: DateKind;
  label: string;
  month: number;
  day: number;
  year: number | null;
  leadDays: number;
  next: string;
  age: number | null;
};

/** Somebody's page. `gestures` are what was done for them, the latest first. */
export type PersonView = PersonFacts & {
  id: string;
  version: number;
  isPrivate: boolean;
  createdAt: string;
  fromFile: string | null;
  dates: PersonDateView[];
  tasks: TaskRow[];
  gestures: (TaskDetail["gestures"][number] & { taskId: string; title: string })[];
  can: { makePrivate: boolean };
};
