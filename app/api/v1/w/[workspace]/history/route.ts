import { handle } from "@/lib/actions/handler";
import { readHistory } from "@/lib/queries/read-history";
import * as operations from "@/lib/schemas/api/history";

/** GET /api/v1/w/:workspace/history: fifty lines of the history, the latest first. */
export const GET = handle({
  is: operations.readHistory,
  run: ({ actor, input }) => {
    const { before, ...filter } = input;
    return readHistory(actor, filter, before);
  },
});
