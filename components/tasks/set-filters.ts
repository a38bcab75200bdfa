import { kindWords, tagWords } from "@/components/tasks/words";
import type { TaskState } from "@/lib/domain/task/task";
import type { QueueFilter } from "@/lib/domain/task/view";

/** Each set filter with its words, and the filter without it. */
export function setFilters(
  filter: QueueFilter,
  stateName: (state: TaskState) => string,
  personName: string,
): { label: string; without: QueueFilter }[] {
  const set: [string | false | null, Partial<QueueFilter>][] = [
    [filter.q && `“${filter.q}”`, { q: "" }],
    [filter.kind && kindWords[filter.kind], { kind: null }],
    [filter.tag && tagWords[filter.tag], { tag: null }],
    [filter.state && stateName(filter.state), { state: null }],
    [filter.personId && personName, { personId: null }],
    [filter.snoozed && "Snoozed", { snoozed: false }],
    [filter.overdue && "Late", { overdue: false }],
  ];
  return set.flatMap(([label, change]) => (label ? [{ label, without: { ...filter, ...change } }] : []));
}
