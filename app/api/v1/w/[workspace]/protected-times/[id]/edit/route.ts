import { handle } from "@/lib/actions/handler";
import { editProtectedSchema } from "@/lib/schemas/calendar-settings";
import { editProtected } from "@/lib/use-cases/calendar/edit-protected";

/** POST /api/v1/w/:workspace/protected-times/:id/edit: says them anew, as a whole. */
export const POST = handle({
  input: editProtectedSchema,
  run: ({ actor, input: { version, ...hours }, params, at }) =>
    editProtected(actor, { id: (params.id ?? "").toLowerCase(), version }, hours, at),
});
