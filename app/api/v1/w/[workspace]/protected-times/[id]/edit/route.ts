import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/calendar";
import { editProtected } from "@/lib/use-cases/calendar/edit-protected";

/** POST /api/v1/w/:workspace/protected-times/:id/edit: says them anew, as a whole. */
export const POST = handle({
  is: operations.editProtected,
  run: ({ actor, input: { version, ...hours }, params, at }) =>
    editProtected(actor, { id: (params.id ?? "").toLowerCase(), version }, hours, at),
});
