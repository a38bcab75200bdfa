import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/views";
import { editView } from "@/lib/use-cases/view/edit-view";

/** POST /api/v1/w/:workspace/views/:id/edit: another name or filter. */
export const POST = handle({
  is: operations.editView,
  run: ({ actor, input: { version, ...change }, params }) =>
    editView(actor, { id: (params.id ?? "").toLowerCase(), version }, change),
});
