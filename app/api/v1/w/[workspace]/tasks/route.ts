import { handle } from "@/lib/actions/handler";
import { listTasks } from "@/lib/queries/list-tasks";
import * as operations from "@/lib/schemas/api/tasks";
import { createTask } from "@/lib/use-cases/task/create-task";

/** GET /api/v1/w/:workspace/tasks: one section of the queue, a page at a time. */
export const GET = handle({
  is: operations.listTasks,
  run: ({ actor, input, at }) => {
    const { cursor, person, ...filter } = input;
    return listTasks(actor, { ...filter, personId: person }, cursor, at);
  },
});

/** POST /api/v1/w/:workspace/tasks: makes a task; the policy gives the tag. */
export const POST = handle({
  is: operations.createTask,
  run: ({ actor, input, at }) => createTask(actor, input, at),
});
