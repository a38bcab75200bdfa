import { openHandler } from "@/lib/actions/open-handler";
import { env } from "@/lib/env";
import { makeOpenApi } from "@/lib/schemas/openapi";

/** GET /api/v1/openapi.json: what can be asked of the API, for programs that read such things. Nothing in it is anybody's. */
export const GET = openHandler(async () => Response.json(makeOpenApi(env.FIRSTHAND_URL)));
