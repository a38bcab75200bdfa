import { handle } from "@/lib/actions/handler";
import { weeklyNoteSchema } from "@/lib/schemas/weekly";
import { writeWeeklyNote } from "@/lib/use-cases/weekly/write-weekly-note";

/** POST /api/v1/w/:workspace/weekly/note: the assistant's own line on top of the client's next list; empty takes it away. */
export const POST = handle({
  input: weeklyNoteSchema,
  run: ({ actor, input, at }) => writeWeeklyNote(actor, input.text, at),
});
