import { handle } from "@/lib/actions/handler";
import { seenVersionSchema } from "@/lib/schemas/calendar-settings";
import { removeProtected } from "@/lib/use-cases/calendar/remove-protected";

/** POST /api/v1/w/:workspace/protected-times/:id/remove: gives them free. */
export const POST = handle({
  input: seenVersionSchema,
  run: ({ actor, input: { version }, params, at }) =>
    removeProtected(actor, { id: (params.id ?? "").toLowerCase(), version }, at),
});
