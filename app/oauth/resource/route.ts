import { openHandler } from "@/lib/actions/open-handler";
import { resourceMetadata } from "@/lib/auth/program-places";

/** GET /.well-known/oauth-protected-resource/api/mcp, which next.config.ts leads here. */
export const GET = openHandler(async () => Response.json(resourceMetadata));
