import { handle } from "@/lib/actions/handler";
import { readViews } from "@/lib/queries/read-views";
import * as operations from "@/lib/schemas/api/views";
import { addView } from "@/lib/use-cases/view/add-view";

/** GET /api/v1/w/:workspace/views: one's own saved views of the queue. */
export const GET = handle({
  is: operations.readViews,
  run: ({ actor }) => readViews(actor),
});

/** POST /api/v1/w/:workspace/views: one more. */
export const POST = handle({
  is: operations.addView,
  run: ({ actor, input }) => addView(actor, input),
});
