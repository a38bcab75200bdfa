import { z } from "zod";
import { isTaskVerb, taskVerbs } from "@/app/api/v1/w/[workspace]/tasks/verbs";
import { handle } from "@/lib/actions/handler";
import { refused } from "@/lib/domain/result";

/** POST /api/v1/w/:workspace/tasks/:id/:verb: one verb on one task, as it was seen at `version`. */
export const POST = handle({
  input: z.unknown(),
  run: async ({ actor, input, params, at }) => {
    const { id = "", verb = "" } = params;
    return isTaskVerb(verb)
      ? taskVerbs[verb](actor, id.toLowerCase(), input, at)
      : refused({ code: "not-found" });
  },
});
