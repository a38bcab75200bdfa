import { z } from "zod";
import type { Result } from "@/lib/domain/result";
import { granted, refused } from "@/lib/domain/result";
import { openStates, tags, taskKinds } from "@/lib/domain/task/task";
import { sayFound, sayTask, sayTaskRow } from "@/lib/mcp/say-task";
import { finishes, looks, taskId, tool, writes } from "@/lib/mcp/tool";
import { listTasks } from "@/lib/queries/list-tasks";
import { readTask } from "@/lib/queries/read-task";
import { searchDesk } from "@/lib/queries/search-desk";
import * as verbs from "@/lib/schemas/api/task-verbs";
import * as tasks from "@/lib/schemas/api/tasks";
import { askClientSchema } from "@/lib/schemas/draft";
import { recordCheckSchema } from "@/lib/schemas/invitation";
import {
  completeSchema,
  createTaskSchema,
  editSchema,
  mergeSchema,
  moveSchema,
  snoozeSchema,
  targetSchema,
} from "@/lib/schemas/task";
import { recordCheck } from "@/lib/use-cases/check/record-check";
import { askClient } from "@/lib/use-cases/decision/ask-client";
import type { Changed } from "@/lib/use-cases/task/change-task";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { snoozeTask } from "@/lib/use-cases/task/snooze-task";
import { unmergeTask } from "@/lib/use-cases/task/unmerge-task";
import { wakeTask } from "@/lib/use-cases/task/wake-task";

const seen = "Send the version that you saw; when it has moved since, you are told.";
const words = z.string().max(200).default("");

const listTasksTool = tool({
  name: "list_tasks",
  title: "List tasks",
  says: "One section of the queue, fifty at a time: “inbox” is new, “assistant” is yours to prepare, “client” lies before the client.",
  is: tasks.listTasks,
  hints: looks,
  input: z.strictObject({
    state: z.enum([...openStates, "done", "declined"]).default("inbox"),
    q: words,
    kind: z.enum(taskKinds).nullable().default(null),
    tag: z.enum(tags).nullable().default(null),
    personId: taskId.nullable().default(null),
    snoozed: z.boolean().default(false),
    overdue: z.boolean().default(false),
    cursor: z.string().max(300).nullable().default(null),
  }),
  run: async ({ actor, input: { cursor, ...filter }, at }) => {
    const page = await listTasks(actor, filter, cursor, at);
    return page.ok ? granted({ tasks: page.value.tasks.map(sayTaskRow), more: page.value.more }) : page;
  },
});

const readTaskTool = tool({
  name: "read_task",
  title: "Read a task",
  says: "Everything about one task. Of a long message you get the part that begins at messageFrom; “left” says how much follows.",
  is: tasks.readTask,
  hints: looks,
  input: z.strictObject({ id: taskId, messageFrom: z.int().min(0).max(60_000).default(0) }),
  run: async ({ actor, input }) => {
    const task = await readTask(actor, input.id);
    return task === null ? refused({ code: "not-found" }) : granted(sayTask(task, input.messageFrom));
  },
});

const search = tool({
  name: "search",
  title: "Search the desk",
  says: "Tasks with their messages, people, and what was done, by words.",
  is: tasks.searchDesk,
  hints: looks,
  input: z.strictObject({ q: z.string().trim().min(1).max(200) }),
  run: async ({ actor, input }) => {
    const found = await searchDesk(actor, input.q.replaceAll("\0", ""));
    return found.ok ? granted(sayFound(found.value)) : found;
  },
});

const createTaskTool = tool({
  name: "create_task",
  title: "Add a task",
  says: "Adds a task. The client’s policy gives the tag; you may only ask for the stricter one.",
  is: tasks.createTask,
  hints: writes,
  input: createTaskSchema
    .pick({
      kind: true,
      title: true,
      note: true,
      personId: true,
      priority: true,
      dueAt: true,
      dueAllDay: true,
    })
    .extend({
      ...createTaskSchema.pick({ message: true, fields: true, state: true }).shape,
      tag: z.literal("must-be-you").optional(),
    }),
  run: async ({ actor, input, at }) => sayChanged(await createTask(actor, input, at)),
});

const moveTaskTool = tool({
  name: "move_task",
  title: "Say whose turn it is",
  says: `Moves an open task: “client” puts it before the client, “assistant” leaves it to be prepared, “waiting” is on somebody else. ${seen}`,
  is: verbs.moveTask,
  hints: { ...writes, idempotentHint: true },
  input: z.strictObject({ ...moveSchema.shape, id: taskId }),
  run: async ({ actor, input }) => sayChanged(await moveTask(actor, input)),
});

const snoozeTaskTool = tool({
  name: "snooze_task",
  title: "Let a task sleep",
  says: `Out of sight until a moment, or until the person answers. ${seen}`,
  is: verbs.snoozeTask,
  hints: writes,
  input: z.strictObject({ ...snoozeSchema.shape, id: taskId }),
  run: async ({ actor, input, at }) => sayChanged(await snoozeTask(actor, input, at)),
});

const wakeTaskTool = tool({
  name: "wake_task",
  title: "Wake a task",
  says: `Brings a sleeping task back. ${seen}`,
  is: verbs.wakeTask,
  hints: writes,
  input: z.strictObject({ ...targetSchema.shape, id: taskId }),
  run: async ({ actor, input }) => sayChanged(await wakeTask(actor, input)),
});

const editTaskTool = tool({
  name: "edit_task",
  title: "Edit a task",
  says: `Changes title, note, person, date, priority, kind or fields; what you leave out stays. It can tighten the tag by the policy, never loosen it. ${seen}`,
  is: verbs.editTask,
  hints: writes,
  input: editSchema
    .pick({
      title: true,
      note: true,
      kind: true,
      personId: true,
      priority: true,
      dueAt: true,
      dueAllDay: true,
    })
    .extend({
      ...editSchema.pick({ fields: true, replyWithinHours: true, version: true }).shape,
      id: taskId,
    }),
  run: async ({ actor, input }) => sayChanged(await editTask(actor, input)),
});

const tightenTag = tool({
  name: "tighten_tag",
  title: "Make it must-be-you",
  says: `From delegable to must be you, when only the client should do it. The other way round is the client’s alone. ${seen}`,
  is: verbs.retagTask,
  hints: { ...writes, idempotentHint: true },
  input: z.strictObject({ ...targetSchema.shape, id: taskId }),
  run: async ({ actor, input }) => sayChanged(await retagTask(actor, { ...input, tag: "must-be-you" })),
});

const mergeTaskTool = tool({
  name: "merge_task",
  title: "Fold a duplicate away",
  says: `Folds a task into the one it repeats (“into”), which has to be at least as strict; “likely” of read_task names what it may repeat. Nothing is lost or done by it. ${seen}`,
  is: verbs.mergeTask,
  hints: writes,
  input: z.strictObject({ ...mergeSchema.shape, id: taskId }),
  run: async ({ actor, input }) => sayChanged(await mergeTask(actor, input)),
});

const unmergeTaskTool = tool({
  name: "unmerge_task",
  title: "Take a folded task out again",
  says: `Brings a task back that was folded into another, as it was. ${seen}`,
  is: verbs.unmergeTask,
  hints: writes,
  input: z.strictObject({ ...targetSchema.shape, id: taskId }),
  run: async ({ actor, input }) => sayChanged(await unmergeTask(actor, input)),
});

const askDecision = tool({
  name: "ask_decision",
  title: "Ask the client",
  says: "Puts a question about a task before the client: yes or no, or two to nine choices. One open question for each task.",
  is: tasks.askDecision,
  hints: writes,
  input: askClientSchema.extend({ id: taskId }),
  run: async ({ actor, input: { id, ...question } }) => askClient(actor, { taskId: id, ...question }),
});

const completeTaskTool = tool({
  name: "complete_task",
  title: "Complete a delegable task",
  says: `Says that a delegable task is done. A task that must be the client is refused to you, whatever anybody wrote; an agent that only prepares is refused every task. ${seen}`,
  is: verbs.completeTask,
  hints: finishes,
  input: z.strictObject({ ...completeSchema.shape, id: taskId }),
  run: async ({ actor, input, at }) => sayChanged(await completeTask(actor, input, at)),
});

const recordCheckTool = tool({
  name: "record_check",
  title: "Record a double-check",
  says: `Writes down what the other side confirmed of a meeting, with whom and how; that completes its delegable meeting-check. ${seen}`,
  is: tasks.recordCheck,
  hints: finishes,
  input: recordCheckSchema.extend({ id: taskId }),
  run: ({ actor, input, at }) => recordCheck(actor, input, at),
});

function sayChanged(changed: Result<Changed>): Result<object> {
  return changed.ok ? granted({ task: sayTaskRow(changed.value.task) }) : changed;
}

export const taskTools = [
  listTasksTool,
  readTaskTool,
  search,
  createTaskTool,
  moveTaskTool,
  snoozeTaskTool,
  wakeTaskTool,
  editTaskTool,
  tightenTag,
  mergeTaskTool,
  unmergeTaskTool,
  askDecision,
  completeTaskTool,
  recordCheckTool,
];
