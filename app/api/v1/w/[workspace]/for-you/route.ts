import { handle } from "@/lib/actions/handler";
import { readForYou } from "@/lib/queries/read-for-you";
import * as operations from "@/lib/schemas/api/tasks";

/** GET /api/v1/w/:workspace/for-you: what lies before the client today. */
export const GET = handle({
  is: operations.readForYou,
  run: ({ actor, at }) => readForYou(actor, at),
});
