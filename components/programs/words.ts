import type { Area, Scope } from "@/lib/domain/token";

/** What each area is to a person, and what changing it comes to. */
const words: Record<Area, { look: string; change: string }> = {
  tasks: {
    look: "Look at the queue",
    change: "Make, sort and move tasks, and do what is delegable where it may",
  },
  drafts: { look: "Read drafts", change: "Write drafts in pencil, and put them before the client" },
  people: { look: "Look at people and their cards", change: "Write down what is known about people" },
  calendar: { look: "Look at the calendar", change: "Pencil in entries, and check meetings" },
  history: { look: "Read the history", change: "Write to the history" },
  imports: { look: "Look at imports", change: "Bring people and entries in from files" },
};

/** One line for what a program may do there. */
export function sayScope(scope: Scope): string {
  const [area, way] = scope.split(":") as [Area, "read" | "write"];
  return way === "read" ? words[area].look : words[area].change;
}

/** All of what a program may do in a few words: "looks at tasks, people; changes drafts". */
export function sayScopes(scopes: readonly Scope[]): string {
  const areasWith = (way: string) =>
    scopes.filter((scope) => scope.endsWith(`:${way}`)).map((scope) => scope.split(":")[0]);
  const [looks, changes] = [areasWith("read"), areasWith("write")];
  const parts = [
    looks.length > 0 ? `looks at ${looks.join(", ")}` : "",
    changes.length > 0 ? `changes ${changes.join(", ")}` : "",
  ];
  return parts.filter(Boolean).join("; ");
}
