import { withAddress } from "@/app/api/v1/w/[workspace]/feeds/feed-address";
import { handle } from "@/lib/actions/handler";
import { feedTargetSchema } from "@/lib/schemas/calendar-settings";
import { reissueFeed } from "@/lib/use-cases/calendar/reissue-feed";

/** POST /api/v1/w/:workspace/feeds/:id/reissue: a new address, answered this once; the old one opens nothing any more. */
export const POST = handle({
  input: feedTargetSchema,
  run: async ({ actor, params, input }) =>
    withAddress(await reissueFeed(actor, { id: (params.id ?? "").toLowerCase(), ...input })),
});
