import { withAddress } from "@/app/api/v1/w/[workspace]/feeds/feed-address";
import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/calendar";
import { reissueFeed } from "@/lib/use-cases/calendar/reissue-feed";

/** POST /api/v1/w/:workspace/feeds/:id/reissue: a new address, answered this once; the old one opens nothing any more. */
export const POST = handle({
  is: operations.reissueFeed,
  run: async ({ actor, params, input }) =>
    withAddress(await reissueFeed(actor, { id: (params.id ?? "").toLowerCase(), ...input })),
});
