import {
  answerDecisionSchema,
  askClientSchema,
  partTargetSchema,
  startDraftSchema,
} from "@/lib/schemas/draft";
import { answerInvitationSchema, recordCheckSchema, undoCheckSchema } from "@/lib/schemas/invitation";
import { operation } from "@/lib/schemas/operation";
import { quickAddSchema } from "@/lib/schemas/quick-add";
import { searchSchema } from "@/lib/schemas/search";
import {
  bulkSchema,
  changesSchema,
  createTaskSchema,
  listSchema,
  readMessageSchema,
} from "@/lib/schemas/task";
import { checkFactsSchema } from "@/lib/schemas/views/check";
import { decisionChangedSchema } from "@/lib/schemas/views/decision";
import {
  answeredSchema,
  bulkAnswerSchema,
  changesViewSchema,
  foundSchema,
  savedMessageSchema,
  taskPageSchema,
  weeklyNotesSchema,
} from "@/lib/schemas/views/desk";
import { draftChangedSchema } from "@/lib/schemas/views/draft";
import { forYouSchema } from "@/lib/schemas/views/for-you";
import { answerGivenSchema, invitationSchema } from "@/lib/schemas/views/invitation";
import { madeSchema, seqSchema } from "@/lib/schemas/views/parts";
import { quickAddPreviewSchema } from "@/lib/schemas/views/quick-add";
import { taskChangedSchema, taskDetailSchema } from "@/lib/schemas/views/task";
import { lineAnswerSchema, resumeSchema, weeklyNoteSchema } from "@/lib/schemas/weekly";

export const readChanges = operation({
  id: "readChanges",
  method: "GET",
  path: "/changes",
  group: "The desk",
  says: "Tells which tasks moved on this desk after a live cursor, as they are now.",
  more: "With `reload` too much has moved to be told, or the token is for some kinds of task and something moved: read the page afresh.",
  area: "tasks",
  input: changesSchema,
  output: changesViewSchema,
});

export const undoCheck = operation({
  id: "undoCheck",
  method: "POST",
  path: "/checks/{id}/undo",
  group: "Decisions and checks",
  says: "Takes a recorded double-check back; its task is open again.",
  area: "tasks",
  input: undoCheckSchema,
  output: seqSchema,
});

export const answerDecision = operation({
  id: "answerDecision",
  method: "POST",
  path: "/decisions/{id}/answer",
  group: "Decisions and checks",
  says: "Answers a question that was put before the client.",
  area: null,
  input: answerDecisionSchema,
  output: decisionChangedSchema,
});

export const unanswerDecision = operation({
  id: "unanswerDecision",
  method: "POST",
  path: "/decisions/{id}/unanswer",
  group: "Decisions and checks",
  says: "Takes the client’s answer to a question back.",
  area: null,
  input: partTargetSchema,
  output: decisionChangedSchema,
});

export const withdrawDecision = operation({
  id: "withdrawDecision",
  method: "POST",
  path: "/decisions/{id}/withdraw",
  group: "Decisions and checks",
  says: "Takes a question to the client back.",
  more: "Refused as already-answered once the client has answered.",
  area: "tasks",
  input: partTargetSchema,
  output: decisionChangedSchema,
});

export const readForYou = operation({
  id: "readForYou",
  method: "GET",
  path: "/for-you",
  group: "The desk",
  says: "Lists what lies before the client today, with the words that were prepared and the questions that are asked.",
  area: "tasks",
  output: forYouSchema,
});

export const readMessage = operation({
  id: "readMessage",
  method: "POST",
  path: "/messages/read",
  group: "Tasks",
  says: "Reads what a saved e-mail says, for a task that is about to be added, and keeps nothing.",
  area: "tasks",
  looksOnly: true,
  input: readMessageSchema,
  output: savedMessageSchema,
});

export const searchDesk = operation({
  id: "searchDesk",
  method: "GET",
  path: "/search",
  group: "Tasks",
  says: "Finds tasks, people and what was done by words.",
  area: "tasks",
  input: searchSchema,
  output: foundSchema,
});

export const answerInvitation = operation({
  id: "answerInvitation",
  method: "POST",
  path: "/tasks/{id}/answer",
  group: "Tasks",
  says: "Answers an invitation: accepts, declines, says maybe, or proposes another time.",
  more: "An answer by a program never leaves by itself in the client’s name: it leaves where the account gives leave and the task is delegable, and else it is put before the client. Of a series, another time is proposed for one time of it, its `proposal`; the series itself is still to be answered.",
  area: "tasks",
  inOwnHand: true,
  input: answerInvitationSchema,
  output: answerGivenSchema,
});

export const askDecision = operation({
  id: "askDecision",
  method: "POST",
  path: "/tasks/{id}/ask",
  group: "Tasks",
  says: "Puts a question about a task before the client.",
  area: "tasks",
  input: askClientSchema,
  output: decisionChangedSchema,
});

export const readCheck = operation({
  id: "readCheck",
  method: "GET",
  path: "/tasks/{id}/check",
  group: "Tasks",
  says: "Tells what the double-check of a task is about, on both sides’ walls.",
  more: "Not found for a task that checks no meeting.",
  area: "tasks",
  output: checkFactsSchema,
});

export const recordCheck = operation({
  id: "recordCheck",
  method: "POST",
  path: "/tasks/{id}/check",
  group: "Tasks",
  says: "Records what of a meeting was confirmed, with whom and how; that completes its task.",
  more: "Refused as stale where the meeting moved meanwhile.",
  area: "tasks",
  input: recordCheckSchema,
  output: madeSchema,
});

export const startDraft = operation({
  id: "startDraft",
  method: "POST",
  path: "/tasks/{id}/draft",
  group: "Tasks",
  says: "Begins a draft for a task, addressed as far as is known.",
  more: "Refused as has-draft, with its id, where the task has one already.",
  area: "tasks",
  inOwnHand: true,
  input: startDraftSchema,
  output: draftChangedSchema,
});

export const readInvitation = operation({
  id: "readInvitation",
  method: "GET",
  path: "/tasks/{id}/invitation",
  group: "Tasks",
  says: "Tells what an invitation asks, what stands in its way, and how it can be answered.",
  more: "Not found for a task that asks about no entry.",
  area: "tasks",
  output: invitationSchema,
});

export const readTask = operation({
  id: "readTask",
  method: "GET",
  path: "/tasks/{id}",
  group: "Tasks",
  says: "Tells everything about one task.",
  area: "tasks",
  output: taskDetailSchema,
});

export const changeTasks = operation({
  id: "changeTasks",
  method: "POST",
  path: "/tasks/bulk",
  group: "Tasks",
  says: "Does one verb to many tasks, each by itself and each by the rules of the single verb.",
  more: "Answers 200 also where some or all were refused: each result has the task as it is now, or the problem that the single verb would have answered.",
  area: "tasks",
  input: bulkSchema,
  output: bulkAnswerSchema,
});

export const previewQuickAdd = operation({
  id: "previewQuickAdd",
  method: "POST",
  path: "/tasks/preview",
  group: "Tasks",
  says: "Tells what a typed line would make, and makes nothing.",
  area: "tasks",
  looksOnly: true,
  input: quickAddSchema,
  output: quickAddPreviewSchema,
});

export const quickAdd = operation({
  id: "quickAdd",
  method: "POST",
  path: "/tasks/quick",
  group: "Tasks",
  says: "Makes the task that a typed line says.",
  area: "tasks",
  input: quickAddSchema,
  output: taskChangedSchema,
});

export const listTasks = operation({
  id: "listTasks",
  method: "GET",
  path: "/tasks",
  group: "Tasks",
  says: "Lists the tasks of one section of the queue, fifty at a time.",
  area: "tasks",
  input: listSchema,
  output: taskPageSchema,
});

export const createTask = operation({
  id: "createTask",
  method: "POST",
  path: "/tasks",
  group: "Tasks",
  says: "Makes a task; the policy gives the tag where none is asked for.",
  more: "A tag that is looser than the policy’s is refused as only-client-loosens for everybody but the client in person.",
  area: "tasks",
  input: createTaskSchema,
  output: taskChangedSchema,
});

export const answerLine = operation({
  id: "answerLine",
  method: "POST",
  path: "/weekly/{id}/answer",
  group: "The weekly list",
  says: "Answers a line of the weekly list: mine, draft it, or skip; `id` is the person whom the line is about.",
  more: "Skipping what must be you is refused as must-be-you for everybody but the client in person.",
  area: "tasks",
  input: lineAnswerSchema,
  output: answeredSchema,
});

export const resumeTurn = operation({
  id: "resumeTurn",
  method: "POST",
  path: "/weekly/{id}/resume",
  group: "The weekly list",
  says: "Takes the skipped turn of the person `id` back, to what was before it.",
  area: "tasks",
  input: resumeSchema,
  output: answeredSchema,
});

export const writeWeeklyNote = operation({
  id: "writeWeeklyNote",
  method: "POST",
  path: "/weekly/note",
  group: "The weekly list",
  says: "Writes the reader’s own line on top of the client’s next weekly list; empty takes it away.",
  area: "tasks",
  input: weeklyNoteSchema,
  output: weeklyNotesSchema,
});
