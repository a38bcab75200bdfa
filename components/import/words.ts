/** An import in words: how many of what, and what became of it. */
import type { ImportCounts, Outcome } from "@/lib/domain/import/payload";
import type { ImportLine } from "@/lib/domain/import/view";

/** What a line would come to, and what it came to. */
export const outcomeWords: Record<Outcome, { will: string; did: string }> = {
  make: { will: "New", did: "Made" },
  add: { will: "Changes", did: "Changed" },
  same: { will: "Nothing new", did: "Nothing new" },
  skip: { will: "Skipped", did: "Skipped" },
};

/** "1 person", "312 people". */
function howMany(n: number, one: string, many: string, locale: string): string {
  return `${n.toLocaleString(locale)} ${n === 1 ? one : many}`;
}

/** What a dry run would make, or an import made, as short sentences; nothing is said of what there is none of. */
export function sayCounts(counts: ImportCounts, isDone: boolean, locale: string): string[] {
  const { people, events, skipped, invitations, days, dayTasks, pictures, differs = 0 } = counts;
  const n = (count: number, one: string, many: string) => howMany(count, one, many, locale);
  const said = [
    people.make > 0 &&
      `${n(people.make, "new person", "new people")} ${isDone ? "written down" : "will be written down"}.`,
    people.add > 0 &&
      `${n(people.add, "person", "people")} known already ${isDone ? "filled in" : "will be filled in"}.`,
    days > 0 &&
      (dayTasks === 0
        ? `${n(days, "yearly day", "yearly days")}: a task appears when the time comes.`
        : `${n(days, "yearly day", "yearly days")}: ${n(dayTasks, "task", "tasks")} at once, the others when their time comes.`),
    events.make > 0 && `${n(events.make, "event", "events")} ${isDone ? "" : "will be "}put on the calendar.`,
    events.add > 0 && `${n(events.add, "event", "events")} ${isDone ? "" : "will be "}changed.`,
    invitations > 0 &&
      `${n(invitations, "invitation", "invitations")} ${isDone ? "became" : "will become"} ${invitations === 1 ? "a task" : "tasks"}.`,
    people.same + events.same > 0 && `${n(people.same + events.same, "line has", "lines have")} nothing new.`,
    people.skip + events.skip + skipped > 0 &&
      `${n(people.skip + events.skip + skipped, "line", "lines")} ${isDone ? "skipped" : "will be skipped"}; each says why.`,
    pictures > 0 && `${n(pictures, "picture", "pictures")} ${isDone ? "kept" : "will be kept"}.`,
    differs > 0 &&
      !isDone &&
      `${n(differs, "line says", "lines say")} something else than is here: what is here is kept, unless you choose otherwise.`,
  ];
  return said.filter((sentence): sentence is string => typeof sentence === "string");
}

/** Why there is nothing to import; null where there is something. What could not be read is no old news. */
export function sayNothing({ people, events, differs = 0 }: ImportCounts): string | null {
  if (people.make + people.add + events.make + events.add + differs > 0) return null;
  return people.same + events.same > 0
    ? "There is nothing new in it: importing it would change nothing."
    : "There is nothing in it that can be imported.";
}

/** Lines of one outcome, of everything in the files. */
export function countOf({ people, events, skipped }: ImportCounts, outcome: Outcome): number {
  return people[outcome] + events[outcome] + (outcome === "skip" ? skipped : 0);
}

/** "Imported", "Taken back; 3 things stayed"… */
export function stateText({ state, counts }: Pick<ImportLine, "state" | "counts">, locale: string): string {
  if (state === "done") return "Imported";
  if (state === "previewed") return "Looked at, nothing imported yet";
  if (counts.stayed === 0) return "Taken back";
  return `Taken back; ${howMany(counts.stayed, "thing", "things", locale)} stayed`;
}

/** "4.2 MB", "310 kB". */
export function sizeText(bytes: number): string {
  return bytes < 100_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
