import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import * as mcp from "@/app/api/mcp/route";
import * as register from "@/app/oauth/register/route";
import * as resource from "@/app/oauth/resource/route";
import * as revoke from "@/app/oauth/revoke/route";
import * as server from "@/app/oauth/server/route";
import * as token from "@/app/oauth/token/route";
import type { RouteHandler } from "@/lib/actions/around-request";

/** Where programs believe Firsthand to be: the settings' own address. */
export const HOUSE = "http://localhost:3000";

const routes: Record<string, object> = {
  "/api/mcp": mcp,
  "/oauth/register": register,
  "/oauth/revoke": revoke,
  "/oauth/token": token,
  "/.well-known/oauth-authorization-server": server,
  "/.well-known/oauth-protected-resource/api/mcp": resource,
};

/** The doors that programs sign in by, behind a real HTTP server; `fetch` finds it under the address of the settings. */
export type ProgramHouse = { url: string; fetch: typeof fetch; close: () => Promise<void> };

export async function openProgramHouse(): Promise<ProgramHouse> {
  const house = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => house.listen(0, "127.0.0.1", resolve));
  const { port } = house.address() as AddressInfo;
  return {
    url: HOUSE,
    fetch: (asked, init) => {
      const url = new URL(asked instanceof Request ? asked.url : asked);
      return fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, init);
    },
    close: () =>
      new Promise((resolve) => {
        house.close(() => resolve());
        house.closeAllConnections();
      }),
  };
}

async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", HOUSE);
  const handler = (routes[pathname] as Record<string, RouteHandler> | undefined)?.[request.method ?? ""];
  if (!handler) {
    response.writeHead(404).end();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  headers.set("host", "localhost:3000");
  headers.set("x-forwarded-for", "127.0.0.1");
  const body = request.method === "POST" ? Buffer.concat(chunks) : undefined;
  const asked = new Request(`${HOUSE}${request.url}`, { method: request.method, headers, body });
  const answer = await handler(asked, { params: Promise.resolve({}) });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body) for await (const part of answer.body) response.write(part);
  response.end();
}
