import { handle } from "@/lib/actions/handler";
import { granted, refused } from "@/lib/domain/result";
import { readImportRows } from "@/lib/queries/read-import";
import * as operations from "@/lib/schemas/api/history";

/** GET /api/v1/w/:workspace/imports/:id: the next lines of a dry run, or of what became of it. */
export const GET = handle({
  is: operations.readImportRows,
  run: async ({ actor, input, params }) => {
    const page = await readImportRows(actor, params.id ?? "", input);
    return page === null ? refused({ code: "not-found" }) : granted(page);
  },
});
