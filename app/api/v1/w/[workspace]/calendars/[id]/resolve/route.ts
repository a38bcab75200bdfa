import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { resolveItem } from "@/lib/use-cases/calendar-source/resolve-item";

/** POST /api/v1/w/:workspace/calendars/:id/resolve: which side an entry is to be, where both changed it. */
export const POST = handle({
  is: operations.resolveItem,
  run: ({ actor, input, params, at }) => resolveItem(actor, (params.id ?? "").toLowerCase(), input, at),
});
