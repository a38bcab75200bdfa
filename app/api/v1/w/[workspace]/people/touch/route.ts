import { handle } from "@/lib/actions/handler";
import { readTouch } from "@/lib/queries/read-touch";
import { touchListSchema } from "@/lib/schemas/contact";

/** GET /api/v1/w/:workspace/people/touch: whom the client is losing touch with, the longest wait first. */
export const GET = handle({
  input: touchListSchema,
  run: ({ actor, input, at }) => readTouch(actor, input, at),
});
