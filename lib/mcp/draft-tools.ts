import { z } from "zod";
import { granted, type Result, refused } from "@/lib/domain/result";
import { fromExactText, hasMarks } from "@/lib/mcp/exact-text";
import { sayDraft } from "@/lib/mcp/say-draft";
import { looks, taskId, tool, writes } from "@/lib/mcp/tool";
import { readDraft } from "@/lib/queries/read-draft";
import * as drafts from "@/lib/schemas/api/drafts";
import { startDraft as startOperation } from "@/lib/schemas/api/tasks";
import { commentSchema, saveWordsSchema, seenDraftSchema, startDraftSchema } from "@/lib/schemas/draft";
import type { DraftChanged } from "@/lib/use-cases/draft/change-draft";
import { commentOnDraft } from "@/lib/use-cases/draft/comment-on-draft";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";

const startDraftTool = tool({
  name: "start_draft",
  title: "Begin a draft",
  says: "Begins the draft of a task, addressed as far as the desk knows. A task has one draft at work; one that is there already is revised in place.",
  is: startOperation,
  hints: writes,
  input: startDraftSchema.pick({ text: true }).extend({ id: taskId.describe("The task’s id.") }),
  run: async ({ actor, input: { id, text } }) =>
    sayChanged(await startDraft(actor, { taskId: id, text, phrases: [] })),
});

const readDraftTool = tool({
  name: "read_draft",
  title: "Read a draft",
  says: "A draft with its words, comments, whose words they are, and the client’s voice sheet. Write in the client’s voice, in the language of whom it goes to.",
  is: drafts.readDraft,
  hints: looks,
  input: z.strictObject({ id: taskId.describe("The draft’s id.") }),
  run: async ({ actor, input, at, origin }) => {
    const draft = await readDraft(actor, input.id, at, origin);
    return draft === null ? refused({ code: "not-found" }) : granted(sayDraft(draft));
  },
});

const reviseDraft = tool({
  name: "revise_draft",
  title: "Revise a draft in place",
  says: "Keeps the whole text as the next version of the same draft. “basedOn” is the version (“latest”) that you read. Your words are marked as an agent’s. “[U+202D]” and the like in its words stand for letters that cannot be seen: leave them where they are. What is approved stays as it is, unless “voids” is true: then the approval ends. Words of yours that are not ready take a submitted draft back.",
  is: drafts.saveWords,
  hints: writes,
  input: saveWordsSchema
    .pick({ basedOn: true, text: true, voids: true })
    .extend({ id: taskId.describe("The draft’s id.") }),
  run: async ({ actor, input, at, origin }) => {
    const draft = hasMarks(input.text) ? await readDraft(actor, input.id, at, origin) : null;
    const text = fromExactText(input.text, draft?.versions.map((one) => one.text) ?? []);
    return sayChanged(await saveWords(actor, { ...input, text, phrases: [] }));
  },
});

const submitDraftTool = tool({
  name: "submit_draft",
  title: "Submit a draft",
  says: "Puts the draft before the client, who approves it, changes it, or sends it back. No tool approves or sends.",
  is: drafts.submitDraft,
  hints: writes,
  input: seenDraftSchema.extend({ id: taskId.describe("The draft’s id.") }),
  run: async ({ actor, input, at }) => sayChanged(await submitDraft(actor, input, at)),
});

const commentOnDraftTool = tool({
  name: "comment_on_draft",
  title: "Comment on a draft",
  says: "Says something about a draft to whoever works on it; “@” and a first name calls somebody of the desk.",
  is: drafts.commentOnDraft,
  hints: writes,
  input: commentSchema.extend({ id: taskId.describe("The draft’s id.") }),
  run: ({ actor, input, origin }) => commentOnDraft(actor, input, origin),
});

function sayChanged(changed: Result<DraftChanged>): Result<object> {
  if (!changed.ok) return changed;
  const { id, version, latest, state } = changed.value;
  return granted({ draft: { id, version, latest, state } });
}

export const draftTools = [startDraftTool, readDraftTool, reviseDraft, submitDraftTool, commentOnDraftTool];
