import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/history";
import { confirmImport } from "@/lib/use-cases/import/confirm-import";

/** POST /api/v1/w/:workspace/imports/:id/confirm: imports the next lines; asked again until `finished`. */
export const POST = handle({
  is: operations.confirmImport,
  door: "import",
  limitBytes: 2 * 1024 * 1024,
  run: ({ actor, input, params, at }) => confirmImport(actor, (params.id ?? "").toLowerCase(), input, at),
});
