import { z } from "zod";
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
import { lineAnswerSchema, resumeSchema, weeklyNoteSchema } from "@/lib/schemas/weekly";

export const readChanges = operation({
  id: "readChanges",
  method: "GET",
  path: "/changes",
  group: "The desk",
  says: "What moved on this desk after a live cursor.",
  area: "tasks",
  input: changesSchema,
  output: z.unknown(),
});

export const undoCheck = operation({
  id: "undoCheck",
  method: "POST",
  path: "/checks/{id}/undo",
  group: "Decisions and checks",
  says: "Takes a recorded check back; its task is open again.",
  area: "tasks",
  input: undoCheckSchema,
  output: z.unknown(),
});

export const answerDecision = operation({
  id: "answerDecision",
  method: "POST",
  path: "/decisions/{id}/answer",
  group: "Decisions and checks",
  says: "The client answers.",
  area: null,
  input: answerDecisionSchema,
  output: z.unknown(),
});

export const unanswerDecision = operation({
  id: "unanswerDecision",
  method: "POST",
  path: "/decisions/{id}/unanswer",
  group: "Decisions and checks",
  says: "The client takes the answer back.",
  area: null,
  input: partTargetSchema,
  output: z.unknown(),
});

export const withdrawDecision = operation({
  id: "withdrawDecision",
  method: "POST",
  path: "/decisions/{id}/withdraw",
  group: "Decisions and checks",
  says: "Takes the question back.",
  area: "tasks",
  input: partTargetSchema,
  output: z.unknown(),
});

export const readForYou = operation({
  id: "readForYou",
  method: "GET",
  path: "/for-you",
  group: "The desk",
  says: "What lies before the client today.",
  area: "tasks",
  output: z.unknown(),
});

export const readMessage = operation({
  id: "readMessage",
  method: "POST",
  path: "/messages/read",
  group: "Tasks",
  says: "What a saved e-mail says, for a task that is about to be added. Keeps nothing.",
  area: "tasks",
  looksOnly: true,
  input: readMessageSchema,
  output: z.unknown(),
});

export const searchDesk = operation({
  id: "searchDesk",
  method: "GET",
  path: "/search",
  group: "Tasks",
  says: "Tasks, people and what was done, by words.",
  area: "tasks",
  input: searchSchema,
  output: z.unknown(),
});

export const answerInvitation = operation({
  id: "answerInvitation",
  method: "POST",
  path: "/tasks/{id}/answer",
  group: "Tasks",
  says: "The client's answer leaves; an assistant's leaves with leave, or is put before the client.",
  area: "tasks",
  input: answerInvitationSchema,
  output: z.unknown(),
});

export const askDecision = operation({
  id: "askDecision",
  method: "POST",
  path: "/tasks/{id}/ask",
  group: "Tasks",
  says: "Puts a question about it before the client.",
  area: "tasks",
  input: askClientSchema,
  output: z.unknown(),
});

export const readCheck = operation({
  id: "readCheck",
  method: "GET",
  path: "/tasks/{id}/check",
  group: "Tasks",
  says: "What its double-check is about, on both sides' walls.",
  area: "tasks",
  output: z.unknown(),
});

export const recordCheck = operation({
  id: "recordCheck",
  method: "POST",
  path: "/tasks/{id}/check",
  group: "Tasks",
  says: "Records what was confirmed, with whom and how; that completes the task.",
  area: "tasks",
  input: recordCheckSchema,
  output: z.unknown(),
});

export const startDraft = operation({
  id: "startDraft",
  method: "POST",
  path: "/tasks/{id}/draft",
  group: "Tasks",
  says: "Begins a draft for it, addressed as far as is known.",
  area: "tasks",
  input: startDraftSchema,
  output: z.unknown(),
});

export const readInvitation = operation({
  id: "readInvitation",
  method: "GET",
  path: "/tasks/{id}/invitation",
  group: "Tasks",
  says: "What is asked, what stands in its way, and how it can be answered.",
  area: "tasks",
  output: z.unknown(),
});

export const readTask = operation({
  id: "readTask",
  method: "GET",
  path: "/tasks/{id}",
  group: "Tasks",
  says: "One task with everything its page shows.",
  area: "tasks",
  output: z.unknown(),
});

export const changeTasks = operation({
  id: "changeTasks",
  method: "POST",
  path: "/tasks/bulk",
  group: "Tasks",
  says: "One verb on many tasks, each by itself and each through the same use-case as the single one. What is refused is told beside what was done.",
  area: "tasks",
  input: bulkSchema,
  output: z.unknown(),
});

export const previewQuickAdd = operation({
  id: "previewQuickAdd",
  method: "POST",
  path: "/tasks/preview",
  group: "Tasks",
  says: "What a typed line would make. Makes nothing.",
  area: "tasks",
  looksOnly: true,
  input: quickAddSchema,
  output: z.unknown(),
});

export const quickAdd = operation({
  id: "quickAdd",
  method: "POST",
  path: "/tasks/quick",
  group: "Tasks",
  says: "Makes what a typed line says.",
  area: "tasks",
  input: quickAddSchema,
  output: z.unknown(),
});

export const listTasks = operation({
  id: "listTasks",
  method: "GET",
  path: "/tasks",
  group: "Tasks",
  says: "One section of the queue, a page at a time.",
  area: "tasks",
  input: listSchema,
  output: z.unknown(),
});

export const createTask = operation({
  id: "createTask",
  method: "POST",
  path: "/tasks",
  group: "Tasks",
  says: "Makes a task; the policy gives the tag.",
  area: "tasks",
  input: createTaskSchema,
  output: z.unknown(),
});

export const answerLine = operation({
  id: "answerLine",
  method: "POST",
  path: "/weekly/{id}/answer",
  group: "The weekly list",
  says: "Mine, draft or skip, for a line about the person `id`.",
  area: "tasks",
  input: lineAnswerSchema,
  output: z.unknown(),
});

export const resumeTurn = operation({
  id: "resumeTurn",
  method: "POST",
  path: "/weekly/{id}/resume",
  group: "The weekly list",
  says: "The skipped turn of the person `id` is taken back, to what was before it.",
  area: "tasks",
  input: resumeSchema,
  output: z.unknown(),
});

export const writeWeeklyNote = operation({
  id: "writeWeeklyNote",
  method: "POST",
  path: "/weekly/note",
  group: "The weekly list",
  says: "The assistant's own line on top of the client's next list; empty takes it away.",
  area: "tasks",
  input: weeklyNoteSchema,
  output: z.unknown(),
});
