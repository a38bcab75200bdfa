import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { takeFileOff } from "@/lib/use-cases/draft/take-file-off";

/** POST /api/v1/w/:workspace/draft-attachments/:id/restore: puts it back. */
export const POST = handle({
  is: operations.restoreAttachment,
  run: ({ actor, input, params }) =>
    takeFileOff(actor, { id: (params.id ?? "").toLowerCase(), ...input }, null),
});
