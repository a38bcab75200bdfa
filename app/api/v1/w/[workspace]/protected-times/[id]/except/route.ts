import { handle } from "@/lib/actions/handler";
import { exceptProtectedSchema } from "@/lib/schemas/calendar-settings";
import { exceptProtected } from "@/lib/use-cases/calendar/except-protected";

/** POST /api/v1/w/:workspace/protected-times/:id/except: leaves one day out. */
export const POST = handle({
  input: exceptProtectedSchema,
  run: ({ actor, input: { version, on }, params, at }) =>
    exceptProtected(actor, { id: (params.id ?? "").toLowerCase(), version }, on, at),
});
