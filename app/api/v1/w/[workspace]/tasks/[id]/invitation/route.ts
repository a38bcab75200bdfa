import { handle } from "@/lib/actions/handler";
import { readInvitation } from "@/lib/queries/read-invitation";
import * as operations from "@/lib/schemas/api/tasks";

/** GET /api/v1/w/:workspace/tasks/:id/invitation: what is asked, what stands in its way, and how it can be answered. */
export const GET = handle({
  is: operations.readInvitation,
  run: ({ actor, params, at }) => readInvitation(actor, (params.id ?? "").toLowerCase(), at),
});
