import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { takeFileOff } from "@/lib/use-cases/draft/take-file-off";

/** POST /api/v1/w/:workspace/draft-attachments/:id/remove: takes a file off its draft. */
export const POST = handle({
  is: operations.removeAttachment,
  run: ({ actor, input, params, at }) =>
    takeFileOff(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
