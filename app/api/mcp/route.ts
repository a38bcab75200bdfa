import { handleAgent } from "@/lib/actions/agent-handler";
import { serveAgent, triedIn } from "@/lib/mcp/serve";

/** POST /api/mcp: one message of an agent's. No session is kept, so there is no stream to open and none to end. */
export const POST = handleAgent((asked, request, body) => serveAgent(asked, request, body), triedIn);

/** GET /api/mcp: refused by the protocol, after who asks has been asked. */
export const GET = handleAgent((asked, request) => serveAgent(asked, request));

/** DELETE /api/mcp: the same. */
export const DELETE = handleAgent((asked, request) => serveAgent(asked, request));
