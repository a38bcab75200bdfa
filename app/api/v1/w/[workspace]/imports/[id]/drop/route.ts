import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/history";
import { dropImport } from "@/lib/use-cases/import/drop-import";

/** POST /api/v1/w/:workspace/imports/:id/drop: forgets a dry run. */
export const POST = handle({
  is: operations.dropImport,
  door: "import",
  run: ({ actor, params }) => dropImport(actor, (params.id ?? "").toLowerCase()),
});
