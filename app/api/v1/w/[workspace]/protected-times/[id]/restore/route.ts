import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/calendar";
import { restoreProtected } from "@/lib/use-cases/calendar/restore-protected";

/** POST /api/v1/w/:workspace/protected-times/:id/restore: keeps them again. */
export const POST = handle({
  is: operations.restoreProtected,
  run: ({ actor, input: { version }, params, at }) =>
    restoreProtected(actor, { id: (params.id ?? "").toLowerCase(), version }, at),
});
