import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import * as route from "@/app/api/mcp/route";

/** The desk's door for agents, behind a real HTTP server, as Next has it behind its own. */
export type AgentHouse = { url: string; close: () => Promise<void> };

type Handler = (typeof route)["POST"];

export async function openAgentHouse(): Promise<AgentHouse> {
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/mcp`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handler = (route as unknown as Record<string, Handler>)[request.method ?? ""];
  if (!handler) {
    response.writeHead(405).end();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const body = request.method === "POST" ? Buffer.concat(chunks) : undefined;
  const asked = new Request(`http://${request.headers.host}${request.url}`, {
    method: request.method,
    headers,
    body,
  });
  const answer = await handler(asked, { params: Promise.resolve({}) });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body) for await (const part of answer.body) response.write(part);
  response.end();
}

/** What a tool answered: its data, and whether it was a "no". */
export type Said = Record<string, unknown> & { refused?: string; says?: string };

/** An agent's program, connected with a token. `era` is which revision of the protocol it speaks. */
export type AgentLine = {
  client: Client;
  /** Calls a tool and gives what it said, "no" or not. */
  call: (tool: string, input?: object) => Promise<Said>;
  /** Reads a resource; JSON as data, anything else as `text`. */
  read: (uri: string) => Promise<Said>;
  close: () => Promise<void>;
};

export async function connectAgent(
  house: AgentHouse,
  token: string,
  era: "legacy" | "auto" = "legacy",
): Promise<AgentLine> {
  const client = new Client(
    { name: "a scripted agent", version: "1.0.0" },
    { versionNegotiation: { mode: era } },
  );
  const headers = { Authorization: `Bearer ${token}` };
  await client.connect(new StreamableHTTPClientTransport(new URL(house.url), { requestInit: { headers } }));
  return {
    client,
    call: async (name, input = {}) => {
      const result = await client.callTool({ name, arguments: { ...input } });
      const [first] = result.content;
      const text = first?.type === "text" ? first.text : "";
      const said = (result.structuredContent ?? { says: text }) as Said;
      return result.isError ? { refused: "error", ...said } : said;
    },
    read: async (uri) => {
      const { contents } = await client.readResource({ uri });
      const [one] = contents;
      const text = one && "text" in one ? String(one.text) : "";
      return one?.mimeType === "application/json" ? JSON.parse(text) : { text };
    },
    close: () => client.close(),
  };
}
