import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/calendar";
import { removeProtected } from "@/lib/use-cases/calendar/remove-protected";

/** POST /api/v1/w/:workspace/protected-times/:id/remove: gives them free. */
export const POST = handle({
  is: operations.removeProtected,
  run: ({ actor, input: { version }, params, at }) =>
    removeProtected(actor, { id: (params.id ?? "").toLowerCase(), version }, at),
});
