import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { POST } from "@/app/api/v1/w/[workspace]/tasks/route";

/** One door of the API in a process of its own, until it is killed. Says its port when it is open. */
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const [, slug = ""] = /^\/api\/v1\/w\/([^/]+)\/tasks$/.exec(request.url ?? "") ?? [];
  const asked = new Request(`http://localhost${request.url}`, {
    method: "POST",
    headers,
    body: Buffer.concat(chunks),
  });
  const answer = await POST(asked, { params: Promise.resolve({ workspace: slug }) });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(await answer.text());
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
