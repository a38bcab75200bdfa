import { handle } from "@/lib/actions/handler";
import { readLookAlikes } from "@/lib/queries/read-known-already";
import * as operations from "@/lib/schemas/api/people";

/** GET /api/v1/w/:workspace/people/:id/look-alikes: who else somebody may be. */
export const GET = handle({
  is: operations.readLookAlikes,
  run: ({ actor, params }) => readLookAlikes(actor, (params.id ?? "").toLowerCase()),
});
