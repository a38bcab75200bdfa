import { z } from "zod";
import { operation } from "@/lib/schemas/operation";
import * as schemas from "@/lib/schemas/task";
import { madeSchema } from "@/lib/schemas/views/parts";
import { taskChangedSchema } from "@/lib/schemas/views/task";

export const completeTask = operation({
  id: "completeTask",
  method: "POST",
  path: "/tasks/{id}/complete",
  group: "Tasks",
  says: "Completes a task; of a repeating one the next is made.",
  more: "What must be you is refused as must-be-you for everybody but the client in person, and what an agent may only prepare as draft-only. With `words`, the client’s own token is refused as in-person: they would stand as the client’s.",
  area: "tasks",
  input: schemas.completeSchema,
  output: taskChangedSchema,
});

export const declineTask = operation({
  id: "declineTask",
  method: "POST",
  path: "/tasks/{id}/decline",
  group: "Tasks",
  says: "Declines a task, kindly and for good.",
  more: "What must be you is refused as must-be-you for everybody but the client in person, and what an agent may only prepare as draft-only.",
  area: "tasks",
  input: schemas.declineSchema,
  output: taskChangedSchema,
});

export const reopenTask = operation({
  id: "reopenTask",
  method: "POST",
  path: "/tasks/{id}/reopen",
  group: "Tasks",
  says: "Opens a closed task again.",
  more: "Only for whoever could have closed it.",
  area: "tasks",
  input: schemas.reopenSchema,
  output: taskChangedSchema,
});

export const snoozeTask = operation({
  id: "snoozeTask",
  method: "POST",
  path: "/tasks/{id}/snooze",
  group: "Tasks",
  says: "Lets a task sleep until a moment, or until an answer comes.",
  area: "tasks",
  input: schemas.snoozeSchema,
  output: taskChangedSchema,
});

export const wakeTask = operation({
  id: "wakeTask",
  method: "POST",
  path: "/tasks/{id}/wake",
  group: "Tasks",
  says: "Wakes a sleeping task.",
  area: "tasks",
  input: schemas.targetSchema,
  output: taskChangedSchema,
});

export const moveTask = operation({
  id: "moveTask",
  method: "POST",
  path: "/tasks/{id}/move",
  group: "Tasks",
  says: "Says whose turn it is: puts a task on another side of the desk.",
  more: "To `client` puts it before the client.",
  area: "tasks",
  input: schemas.moveSchema,
  output: taskChangedSchema,
});

export const retagTask = operation({
  id: "retagTask",
  method: "POST",
  path: "/tasks/{id}/retag",
  group: "Tasks",
  says: "Tags a task as delegable, or as must be you.",
  more: "Tightening is anybody’s; loosening is refused as only-client-loosens for everybody but the client in person.",
  area: "tasks",
  input: schemas.retagSchema,
  output: taskChangedSchema,
});

export const mergeTask = operation({
  id: "mergeTask",
  method: "POST",
  path: "/tasks/{id}/merge",
  group: "Tasks",
  says: "Folds a duplicate into a task that is at least as strict.",
  area: "tasks",
  input: schemas.mergeSchema,
  output: taskChangedSchema,
});

export const unmergeTask = operation({
  id: "unmergeTask",
  method: "POST",
  path: "/tasks/{id}/unmerge",
  group: "Tasks",
  says: "Takes a folded task out again.",
  area: "tasks",
  input: schemas.targetSchema,
  output: taskChangedSchema,
});

export const editTask = operation({
  id: "editTask",
  method: "POST",
  path: "/tasks/{id}/edit",
  group: "Tasks",
  says: "Changes what a task says.",
  area: "tasks",
  input: schemas.editSchema,
  output: taskChangedSchema,
});

export const withdrawTask = operation({
  id: "withdrawTask",
  method: "POST",
  path: "/tasks/{id}/withdraw",
  group: "Tasks",
  says: "Takes back a task that nobody has touched yet.",
  area: "tasks",
  input: schemas.targetSchema,
  output: madeSchema,
});

export const undoTask = operation({
  id: "undoTask",
  method: "POST",
  path: "/tasks/{id}/undo",
  group: "Tasks",
  says: "Takes back the last change of a task, if it was one’s own.",
  more: "Refused as not-undoable where somebody else came after. Where the change was the making, the task is no more, and the answer is its id.",
  area: "tasks",
  input: schemas.targetSchema,
  output: z.union([taskChangedSchema, madeSchema]),
});
