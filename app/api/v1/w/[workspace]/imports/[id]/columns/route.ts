import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/history";
import { remapImport } from "@/lib/use-cases/import/remap-import";

/** POST /api/v1/w/:workspace/imports/:id/columns: what a table's columns mean; the dry run is made again, and it is remembered. */
export const POST = handle({
  is: operations.remapImport,
  door: "import",
  run: ({ actor, input, params, at }) => remapImport(actor, (params.id ?? "").toLowerCase(), input, at),
});
