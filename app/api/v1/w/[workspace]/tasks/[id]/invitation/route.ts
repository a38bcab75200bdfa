import { handle } from "@/lib/actions/handler";
import { readInvitation } from "@/lib/queries/read-invitation";

/** GET /api/v1/w/:workspace/tasks/:id/invitation: what is asked, what stands in its way, and how it can be answered. */
export const GET = handle({
  run: ({ actor, params, at }) => readInvitation(actor, (params.id ?? "").toLowerCase(), at),
});
