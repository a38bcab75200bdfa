import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/calendar";
import { revokeFeed } from "@/lib/use-cases/calendar/revoke-feed";

/** POST /api/v1/w/:workspace/feeds/:id/revoke: the address opens nothing any more. */
export const POST = handle({
  is: operations.revokeFeed,
  run: ({ actor, params, input, at }) =>
    revokeFeed(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
