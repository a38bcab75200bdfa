import { findTaskVerb } from "@/app/api/v1/w/[workspace]/tasks/verbs";
import { handle } from "@/lib/actions/handler";
import { refused } from "@/lib/domain/result";
import { readTask } from "@/lib/queries/read-task";

/** POST /api/v1/w/:workspace/tasks/:id/:verb: one verb on one task, as it was seen at `version`. */
export const POST = handle<object, unknown>({
  is: ({ verb }) => findTaskVerb(verb)?.is,
  run: async ({ actor, input, params, at }) => {
    const { id = "", verb } = params;
    return findTaskVerb(verb)?.perform(actor, id.toLowerCase(), input, at) ?? refused({ code: "not-found" });
  },
  current: (actor, id) => readTask(actor, id.toLowerCase()),
});
