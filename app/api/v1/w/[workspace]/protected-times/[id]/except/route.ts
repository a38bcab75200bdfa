import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/calendar";
import { exceptProtected } from "@/lib/use-cases/calendar/except-protected";

/** POST /api/v1/w/:workspace/protected-times/:id/except: leaves one day out. */
export const POST = handle({
  is: operations.exceptProtected,
  run: ({ actor, input: { version, on }, params, at }) =>
    exceptProtected(actor, { id: (params.id ?? "").toLowerCase(), version }, on, at),
});
