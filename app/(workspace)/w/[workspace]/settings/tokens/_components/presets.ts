import { type areas, type Scope, scopes } from "@/lib/domain/token";

/** What can be chosen for a token: there is nothing to write to the history. */
export const offered: readonly Scope[] = scopes.filter((scope) => scope !== "history:write");

const looks = offered.filter((scope) => scope.endsWith(":read"));
const writes: Scope[] = ["tasks:write", "drafts:write", "people:write"];

/** What most programs need, at one press. */
export const presets = [
  { label: "Look only", scopes: looks },
  { label: "Prepare", scopes: offered.filter((scope) => looks.includes(scope) || writes.includes(scope)) },
  { label: "All that I may", scopes: offered },
] as const;

export const areaWords: Record<(typeof areas)[number], string> = {
  tasks: "Tasks",
  drafts: "Drafts",
  people: "People",
  calendar: "Calendar",
  history: "History",
  imports: "Imports",
};
