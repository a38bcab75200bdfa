import { handle } from "@/lib/actions/handler";
import { granted, refused } from "@/lib/domain/result";
import { readStory } from "@/lib/queries/read-story";
import * as operations from "@/lib/schemas/api/people";

/** GET /api/v1/w/:workspace/people/:id/story: a page of what happened with somebody, of all kinds or of one. */
export const GET = handle({
  is: operations.readStory,
  run: async ({ actor, input, params, at }) => {
    const page = await readStory(actor, params.id ?? "", input, at);
    return page === null ? refused({ code: "not-found" }) : granted(page);
  },
});
