import { capital, type Looking } from "@/components/tasks/words";
import { byWhom } from "@/lib/domain/person/named";
import { ruleSays } from "@/lib/domain/policy/default-tags";
import type { Tag, TagReason } from "@/lib/domain/task/task";

/** The tag's reason as sentences: who can complete it, which rule or hand said so, and what you can do. */
export function tagSentences(
  tag: Tag,
  reason: TagReason,
  looking: Looking,
): { who: string; why: string; you: string } {
  const isClient = looking.role === "client";
  const why =
    reason.by === "rule" ? `Rule: “${ruleSays(reason.rule)}”` : `Set by ${sayHand(reason, isClient)}.`;
  if (tag === "must-be-you")
    return {
      who: isClient ? "Only you can complete this." : `Only ${looking.clientShort} can complete this.`,
      why,
      you: isClient ? `${capital(looking.assistantShort)} can prepare it.` : "You can prepare it.",
    };
  return {
    who: isClient ? `${capital(looking.assistantShort)} may complete this.` : "You may complete this.",
    why,
    you: isClient ? "You can make it yours." : "",
  };
}

/** Whose hand it was: the client's own is "you" to her. */
function sayHand({ role, name }: Extract<TagReason, { by: "hand" }>, isClient: boolean): string {
  if (role === "system") return "Firsthand";
  return isClient && role === "client" ? "you" : byWhom(name, role);
}
