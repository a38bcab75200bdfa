import { keep } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import type { Desk } from "@/components/workspace/desk-context";

type Where = Pick<Desk, "slug" | "role">;

/** Where the words typed for a task are kept in this tab; the client's are never found by somebody in another role. */
export function wordsKey({ slug, role }: Where, taskId: string): string {
  return `firsthand:words:${slug}:${role}:${taskId}`;
}

/** Where something half written about somebody, such as a "fact" or a "promise", is kept in this tab; found in the same role alone. */
export function aboutKey({ slug, role }: Where, what: string, id: string): string {
  return `firsthand:${what}:${slug}:${role}:${id}`;
}

/** Where the note typed for a card before `asking` (a window of the pile: "note", "decline") is kept in this tab. */
export function noteKey({ slug }: Where, taskId: string, asking: string): string {
  return `firsthand:card-note:${slug}:${taskId}:${asking}`;
}

/** Words that went out are in the history; what was kept of them in this tab goes. */
export function forgetWords(desk: Where, taskIds: readonly string[]): void {
  for (const id of taskIds) keep(wordsKey(desk, id), "");
}
