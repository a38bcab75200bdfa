import type { MergeView } from "@/lib/domain/draft/view";

/** What is taken of a sentence that two have changed, each in their way. */
export type Choice = "mine" | "theirs" | "both";

/** The text that comes of a merge: of each conflict what was chosen (by its place among the parts), and both where nobody has. */
export function mergedText(parts: MergeView["parts"], chosen: Readonly<Record<number, Choice>>): string {
  return parts
    .map((part, at) => (part.kind === "conflict" ? taken(part, chosen[at] ?? "both") : part.text))
    .join("");
}

function taken({ mine, theirs }: { mine: string; theirs: string }, choice: Choice): string {
  if (choice !== "both") return choice === "mine" ? mine : theirs;
  const isApart = mine === "" || theirs === "" || /\s$/u.test(mine) || /^\s/u.test(theirs);
  return isApart ? mine + theirs : `${mine} ${theirs}`;
}
