import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/tasks";
import { writeWeeklyNote } from "@/lib/use-cases/weekly/write-weekly-note";

/** POST /api/v1/w/:workspace/weekly/note: the assistant's own line on top of the client's next list; empty takes it away. */
export const POST = handle({
  is: operations.writeWeeklyNote,
  run: ({ actor, input, at }) => writeWeeklyNote(actor, input.text, at),
});
