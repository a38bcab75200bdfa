import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { calendarTools } from "@/lib/mcp/calendar-tools";
import { draftTools } from "@/lib/mcp/draft-tools";
import { instructionsFor } from "@/lib/mcp/instructions";
import { peopleTools } from "@/lib/mcp/people-tools";
import { addResources } from "@/lib/mcp/resources";
import { taskTools } from "@/lib/mcp/task-tools";
import { type Caller, idIn, type Tool, type Tried } from "@/lib/mcp/tool";
import { log } from "@/lib/runtime/log";

/** Everything an agent can do through MCP. None approves, sends, answers a decision, loosens, or changes rules or members. */
const agentTools: readonly Tool[] = [...taskTools, ...draftTools, ...peopleTools, ...calendarTools];

/**
 * Answers one request of an agent's (MCP, streamable HTTP, the revisions of 2025 and of 2026). Nothing is kept between requests, so
 * any process answers any of them: no session, no stream that stays open, nothing to subscribe to.
 */
export function serveAgent(caller: Caller, request: Request, parsedBody?: unknown): Promise<Response> {
  const handler = createMcpHandler(() => makeServer(caller), {
    maxSubscriptions: 0,
    onerror: (error) => log.debug("an agent's request was not served", { says: error.message }),
  });
  return handler.fetch(request, parsedBody === undefined ? {} : { parsedBody });
}

/** What a message would do, of an agent that is not let in: the tool that it calls, and on what; null where it calls none. */
export function triedIn(message: unknown): Tried | null {
  const { method, params } = (message ?? {}) as {
    method?: unknown;
    params?: { name?: unknown; arguments?: unknown };
  };
  const tool = method === "tools/call" ? agentTools.find(({ name }) => name === params?.name) : undefined;
  return tool ? { is: tool.is, id: idIn(params?.arguments) } : null;
}

function makeServer(caller: Caller): McpServer {
  const server = new McpServer(
    { name: "firsthand", title: "Firsthand", version: "1.0.0" },
    {
      capabilities: { tools: { listChanged: false }, resources: { listChanged: false, subscribe: false } },
      instructions: instructionsFor(caller.actor),
    },
  );
  for (const { name, title, says, hints, schema, call } of agentTools)
    server.registerTool(
      name,
      { title, description: says, inputSchema: schema, annotations: { title, ...hints } },
      (sent: unknown) => call(caller, sent),
    );
  addResources(server, caller);
  return server;
}
