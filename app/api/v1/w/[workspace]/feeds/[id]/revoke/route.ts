import { handle } from "@/lib/actions/handler";
import { feedTargetSchema } from "@/lib/schemas/calendar-settings";
import { revokeFeed } from "@/lib/use-cases/calendar/revoke-feed";

/** POST /api/v1/w/:workspace/feeds/:id/revoke: the address opens nothing any more. */
export const POST = handle({
  input: feedTargetSchema,
  run: ({ actor, params, input, at }) =>
    revokeFeed(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
