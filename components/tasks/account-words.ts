/** What the form of a task says of the account that is chosen in it. */
import type { FormValues } from "@/components/tasks/task-form-values";
import type { Looking } from "@/components/tasks/words";
import { firstName } from "@/lib/domain/person/first-name";
import { ruleSays, tagByPolicy, type Voice } from "@/lib/domain/policy/default-tags";
import type { Tag } from "@/lib/domain/task/task";

/**
 * Which tag the task gets with an account of this voice (null: with none), and why. `before` is the tag of a task that
 * exists: editing never loosens it. Null where somebody's hand sets the tag of a new one.
 */
export function tagWithAccount(
  { kind, tag: byHand, person }: Pick<FormValues, "kind" | "tag" | "person">,
  voice: Voice | null,
  before: Tag | null,
  looking: Looking,
): { tag: Tag; says: string } | null {
  if (before === null && byHand !== "") return null;
  const { tag, rule } = tagByPolicy({ kind, circles: null, voice });
  if (before === "must-be-you" && tag === "delegable") {
    const who = looking.role === "client" ? "you change" : `${looking.clientShort} changes`;
    return { tag: before, says: `It is must be you now, and stays so until ${who} the tag.` };
  }
  const ofNone = kind === "scheduled-post" && voice === null ? " Without an account it counts as one." : "";
  const ofCircles =
    tag === "delegable" && person.id !== null
      ? ` What the circles of ${firstName(person.name)} ask may still make it must be you.`
      : "";
  return { tag, says: ruleSays(rule) + ofNone + ofCircles };
}
