import { handle } from "@/lib/actions/handler";
import { granted, refused } from "@/lib/domain/result";
import { readEvent } from "@/lib/queries/read-event";
import * as operations from "@/lib/schemas/api/calendar";

/** GET /api/v1/w/:workspace/events/:id?at=: one entry, with the one of its times that is meant. */
export const GET = handle({
  is: operations.readEvent,
  run: async ({ actor, input, params, at }) => {
    const event = await readEvent(actor, (params.id ?? "").toLowerCase(), input.at ?? null, at);
    return event === null ? refused({ code: "not-found" }) : granted(event);
  },
});
