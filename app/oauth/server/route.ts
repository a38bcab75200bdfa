import { openHandler } from "@/lib/actions/open-handler";
import { serverMetadata } from "@/lib/auth/program-places";

/** GET /.well-known/oauth-authorization-server, which next.config.ts leads here: a folder that begins with a dot is easily overlooked. */
export const GET = openHandler(async () => Response.json(serverMetadata));
