import { withAddress } from "@/app/api/v1/w/[workspace]/feeds/feed-address";
import { handle } from "@/lib/actions/handler";
import { readFeeds } from "@/lib/queries/read-feeds";
import * as operations from "@/lib/schemas/api/calendar";
import { makeFeed } from "@/lib/use-cases/calendar/make-feed";

/** GET /api/v1/w/:workspace/feeds: where the calendar is read elsewhere; without the addresses. */
export const GET = handle({
  is: operations.readFeeds,
  run: ({ actor }) => readFeeds(actor),
});

/** POST /api/v1/w/:workspace/feeds: makes an address and answers it, this once. */
export const POST = handle({
  is: operations.makeFeed,
  run: async ({ actor, input }) => withAddress(await makeFeed(actor, input)),
});
