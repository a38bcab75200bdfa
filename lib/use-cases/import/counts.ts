import type { ImportCounts, PlanLine } from "@/lib/domain/import/payload";

/** Nothing counted yet. */
export function noCounts(): ImportCounts {
  const none = () => ({ make: 0, add: 0, same: 0, skip: 0 });
  return {
    people: none(),
    events: none(),
    skipped: 0,
    invitations: 0,
    days: 0,
    dayTasks: 0,
    pictures: 0,
    stayed: 0,
  };
}

/** Counts one line of a dry run or of a result. */
export function countLine(counts: ImportCounts, line: Pick<PlanLine, "what" | "outcome">): void {
  if (line.what === "person") counts.people[line.outcome] += 1;
  else if (line.what === "event") counts.events[line.outcome] += 1;
  else counts.skipped += 1;
}
