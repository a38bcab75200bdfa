import { z } from "zod";
import { type FeedView, feedScopes } from "@/lib/domain/calendar/feed";
import { exactly } from "@/lib/schemas/views/exactly";
import { id, instant, seq, version } from "@/lib/schemas/views/parts";

const feedSchema = exactly<FeedView>()(
  z.strictObject({
    id,
    version,
    name: z.string(),
    scope: z.enum(feedScopes),
    forName: z.string(),
    madeBy: z.string(),
    issuedAt: instant,
  }),
);

export const feedsSchema = z.strictObject({ feeds: z.array(feedSchema) });

/** A feed with its address, which is shown this once. */
export const madeFeedSchema = z.strictObject({ id, address: z.url(), seq });
