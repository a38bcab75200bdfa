import type { CallToolResult } from "@modelcontextprotocol/server";
import { sayProblem } from "@/lib/actions/problem";
import type { Actor } from "@/lib/domain/actor";
import type { NextBest } from "@/lib/domain/next-best";
import type { Refusal, RefusalCode } from "@/lib/domain/refusal";
import { quoteAll, quoteExactly, quoteLine } from "@/lib/mcp/quote";
import type { Operation } from "@/lib/schemas/operation";

type Around = { actor: Actor; is: Pick<Operation, "path">; id?: string };

/** Which tool does what an operation of the API does; what is not here no tool does. */
const toolOf: Record<string, string> = {
  moveTask: "move_task",
  mergeTask: "merge_task",
  submitDraft: "submit_draft",
  askDecision: "ask_decision",
  createEvent: "add_event",
  checkTimes: "check_times",
  readDraft: "read_draft",
  saveWords: "revise_draft",
  commentOnDraft: "comment_on_draft",
  recordCheck: "record_check",
};

/**
 * A "no" as the result of a tool: the sentence, its name, what would be allowed and with which tool, and the page where somebody does
 * it in person. What the refusal tells of others' words is quoted like everything else.
 */
export function refuseTool(refusal: Refusal, around: Around): CallToolResult {
  const { title, code, allowed = [], page } = sayProblem(inOurWords(refusal), around);
  return answer(
    {
      refused: code,
      says: title,
      allowed: [...seeAgain(refusal, around), ...allowed.flatMap((step) => toStep(step, code))],
      ...(page ? { page } : {}),
      ...sayRest(refusal),
    },
    true,
  );
}

/** What a tool answers: the same as data and as text, for programs that read but one of them. */
export function answer(value: object, isError = false): CallToolResult {
  const structuredContent = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
  return {
    content: [{ type: "text", text: JSON.stringify(structuredContent) }],
    structuredContent,
    ...(isError ? { isError } : {}),
  };
}

/** A step with its tool. One that no tool takes is somebody's own to take, and is told where there is no operation for it at all. */
function toStep({ says, operation }: NextBest, code: RefusalCode): { says: string; tool: string | null }[] {
  if (operation === null) return code === "stale" ? [] : [{ says, tool: null }];
  const tool = toolOf[operation];
  return tool ? [{ says, tool }] : [];
}

/** Without what others wrote: our sentences repeat it. */
function inOurWords(refusal: Refusal): Refusal {
  if (refusal.code === "protected") return { ...refusal, kept: [] };
  if (refusal.code === "unready") return { ...refusal, marks: [] };
  if (refusal.code === "merged-since") return { ...refusal, name: "somebody else" };
  return refusal;
}

/** Looking again is the first step wherever the world has moved. */
function seeAgain({ code }: Refusal, { is }: Around) {
  if (code !== "stale" && code !== "has-draft") return [];
  const isDraft = code === "has-draft" || is.path.startsWith("/drafts/");
  const tool = isDraft ? "read_draft" : is.path.startsWith("/tasks/") ? "read_task" : null;
  return tool ? [{ says: "Look at it as it is now, and go on from there.", tool }] : [];
}

/** The refusal's own fields, as far as they help; what others wrote in them is quoted. */
function sayRest(refusal: Refusal): object {
  switch (refusal.code) {
    case "invalid":
      return { fields: refusal.fields };
    case "stale":
      return { version: refusal.version, changed: refusal.changed };
    case "has-draft":
      return { draftId: refusal.id };
    case "words-changed":
      return { latest: refusal.latest };
    case "words-moved":
      return {
        latest: refusal.merge.latest,
        theirs: quoteExactly(refusal.merge.theirs, "the words as they are now"),
        together: quoteExactly(refusal.merge.text, "both texts laid together"),
      };
    case "unready":
      return { notReady: quoteAll(refusal.marks, "what the client’s voice sheet finds in the words") };
    case "protected":
      return { kept: quoteAll(refusal.kept, "time that the client keeps") };
    case "out-of-scope":
      return { needs: refusal.scope };
    case "day-used-up":
      return {
        limit: refusal.limit,
        begins: refusal.begins,
        retryAfterSeconds: refusal.retryAfterSeconds,
      };
    case "too-many":
      return { retryAfterSeconds: refusal.retryAfterSeconds };
    case "merged-since":
      return { with: quoteLine(refusal.name, "a name in the address book") };
    default:
      return {};
  }
}
