import { handle } from "@/lib/actions/handler";
import { remapImportSchema } from "@/lib/schemas/import";
import { remapImport } from "@/lib/use-cases/import/remap-import";

/** POST /api/v1/w/:workspace/imports/:id/columns: what a table's columns mean; the dry run is made again, and it is remembered. */
export const POST = handle({
  door: "import",
  input: remapImportSchema,
  run: ({ actor, input, params, at }) => remapImport(actor, (params.id ?? "").toLowerCase(), input, at),
});
