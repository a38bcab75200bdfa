import { handle } from "@/lib/actions/handler";
import { readForYou } from "@/lib/queries/read-for-you";

/** GET /api/v1/w/:workspace/for-you: what lies before the client today. */
export const GET = handle({ run: ({ actor, at }) => readForYou(actor, at) });
