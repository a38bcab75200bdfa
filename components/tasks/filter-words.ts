/** The filters of the queue between the URL and the screen. */
import { type TaskKind, type TaskState, tags, taskKinds, taskStates } from "@/lib/domain/task/task";
import type { QueueFilter } from "@/lib/domain/task/view";

export const noFilter: QueueFilter = {
  q: "",
  kind: null,
  tag: null,
  state: null,
  personId: null,
  snoozed: false,
  overdue: false,
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a URL's filters; what cannot be read is left out. */
export function readFilter(params: Record<string, string | string[] | undefined>): QueueFilter {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  const within = <T extends string>(all: readonly T[], text: string) =>
    all.find((value) => value === text) ?? null;
  const state = within<TaskState>(taskStates, one("state"));
  const person = one("person");
  return {
    q: one("q").replaceAll("\0", "").trim().slice(0, 200),
    kind: within<TaskKind>(taskKinds, one("kind")),
    tag: within(tags, one("tag")),
    state: state === "withdrawn" ? null : state,
    personId: uuid.test(person) ? person.toLowerCase() : null,
    snoozed: one("snoozed") === "1",
    overdue: one("overdue") === "1",
  };
}

/** Writes filters as they stand in the URL; nothing for what is not set. */
export function writeFilter(filter: QueueFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.q) params.set("q", filter.q);
  if (filter.kind) params.set("kind", filter.kind);
  if (filter.tag) params.set("tag", filter.tag);
  if (filter.state) params.set("state", filter.state);
  if (filter.personId) params.set("person", filter.personId);
  if (filter.snoozed) params.set("snoozed", "1");
  if (filter.overdue) params.set("overdue", "1");
  return params;
}
