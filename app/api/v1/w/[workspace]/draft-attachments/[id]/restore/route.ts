import { handle } from "@/lib/actions/handler";
import { partTargetSchema } from "@/lib/schemas/draft";
import { takeFileOff } from "@/lib/use-cases/draft/take-file-off";

/** POST /api/v1/w/:workspace/draft-attachments/:id/restore: puts it back. */
export const POST = handle({
  input: partTargetSchema,
  run: ({ actor, input, params }) =>
    takeFileOff(actor, { id: (params.id ?? "").toLowerCase(), ...input }, null),
});
