import { handleFiles } from "@/lib/actions/files-handler";
import { handle } from "@/lib/actions/handler";
import { readImports } from "@/lib/queries/read-imports";
import * as operations from "@/lib/schemas/api/history";
import { MOST_IMPORT_BYTES, MOST_IMPORT_FILES } from "@/lib/schemas/import";
import { previewImport } from "@/lib/use-cases/import/preview-import";

/** GET /api/v1/w/:workspace/imports: the last fifty. */
export const GET = handle({
  is: operations.readImports,
  run: ({ actor }) => readImports(actor),
});

/** POST /api/v1/w/:workspace/imports: reads files and keeps a dry run of what importing them would make; tells how much is read. */
export const POST = handleFiles({
  is: operations.previewImport,
  door: "import",
  limitBytes: MOST_IMPORT_BYTES,
  mostFiles: MOST_IMPORT_FILES,
  run: ({ actor, files, at, tell }) => previewImport(actor, files, at, tell),
});
