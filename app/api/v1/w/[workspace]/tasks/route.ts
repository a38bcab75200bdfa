import { handle } from "@/lib/actions/handler";
import { listTasks } from "@/lib/queries/list-tasks";
import { createTaskSchema, listSchema } from "@/lib/schemas/task";
import { createTask } from "@/lib/use-cases/task/create-task";

/** GET /api/v1/w/:workspace/tasks: one section of the queue, a page at a time. */
export const GET = handle({
  input: listSchema,
  run: ({ actor, input, at }) => {
    const { cursor, person, ...filter } = input;
    return listTasks(actor, { ...filter, personId: person }, cursor, at);
  },
});

/** POST /api/v1/w/:workspace/tasks: makes a task; the policy gives the tag. */
export const POST = handle({
  input: createTaskSchema,
  run: ({ actor, input, at }) => createTask(actor, input, at),
});
