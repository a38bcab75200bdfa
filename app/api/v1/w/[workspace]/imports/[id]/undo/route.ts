import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/history";
import { undoImport } from "@/lib/use-cases/import/undo-import";

/** POST /api/v1/w/:workspace/imports/:id/undo: takes back the next lines; asked again with `next` until `finished`. */
export const POST = handle({
  is: operations.undoImport,
  door: "import",
  run: ({ actor, input, params, at }) => undoImport(actor, (params.id ?? "").toLowerCase(), input.from, at),
});
