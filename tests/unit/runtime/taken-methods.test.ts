import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mayBeAsked, tellTaken } from "@/lib/runtime/taken-methods";

/** Answers as Next does: a 405 says nothing, and OPTIONS names what a handler takes. Each address says what it takes. */
function answerAsNextDoes(method: string, path: string): { status: number; allow?: string } {
  const taken = path.split("/").at(-1)?.split("-") ?? [];
  if (method === "OPTIONS") return { status: 204, allow: [...taken, "OPTIONS"].join(", ") };
  return { status: taken.includes(method) ? 200 : 405 };
}

let server: Server;
let asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    if (!mayBeAsked(request, response)) return;
    tellTaken(request, response);
    asked.push(`${request.method} ${request.url}`);
    const { status, allow } = answerAsNextDoes(request.method ?? "", request.url ?? "");
    response.statusCode = status;
    if (allow) response.setHeader("allow", allow);
    response.end(status === 200 ? "done" : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

type Told = { status: number; allow: string | undefined; body: string };

function ask(method: string, path: string): Promise<Told> {
  const { port } = server.address() as AddressInfo;
  asked = [];
  return new Promise((resolve, reject) => {
    httpRequest({ port, host: "127.0.0.1", method, path, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, allow: response.headers.allow, body }),
      );
    })
      .on("error", reject)
      .end();
  });
}

describe("A program that asks with a method that is not taken", () => {
  test.each([
    ["PUT", "/api/v1/w/mira/tasks/GET-POST", "GET, POST, OPTIONS"],
    ["DELETE", "/api/v1/w/mira/tasks/GET", "GET, OPTIONS"],
    ["GET", "/oauth/POST", "OPTIONS, POST"],
    ["POST", "/api/v1/GET", "GET, HEAD, OPTIONS"],
  ])("%s %s hears which are", async (method, path, allow) => {
    const told = await ask(method, path);

    expect([told.status, told.allow]).toEqual([405, allow]);
    expect(JSON.parse(told.body)).toEqual({
      type: "about:blank",
      title: `${method} is not taken here.`,
      status: 405,
    });
  });

  test("with HEAD hears it without a body", async () => {
    expect(await ask("HEAD", "/api/v1/POST")).toEqual({ status: 405, allow: "OPTIONS, POST", body: "" });
  });
});

test("What is taken is answered as it is, and so is OPTIONS", async () => {
  expect(await ask("POST", "/api/v1/POST")).toEqual({ status: 200, allow: undefined, body: "done" });
  expect(await ask("OPTIONS", "/api/v1/GET")).toEqual({ status: 204, allow: "GET, OPTIONS", body: "" });
});

test("A name with dots in it is a name", async () => {
  expect(await ask("GET", "/api/v1/w/..%2f../.a/b..c/GET")).toMatchObject({ status: 200 });
});

test("A page’s own methods are left alone", async () => {
  expect(await ask("PUT", "/w/mira/GET")).toMatchObject({ status: 405, allow: undefined });
  expect(asked).toEqual(["PUT /w/mira/GET"]);
});

test.each([
  ["TRACE", "/api/v1/GET", 501, "TRACE is not done here."],
  ["PROPFIND", "/api/v1/GET", 501, "PROPFIND is not done here."],
  ["GET", "/api/v1/w/mira/tasks/%ff", 400, "This is not an address that can be read."],
  ["GET", "/w/mira/people/%", 400, "This is not an address that can be read."],
  ["OPTIONS", "*", 400, "This is not an address that can be read."],
  ["GET", "http://elsewhere.example/api/v1/GET", 400, "This is not an address that can be read."],
  ["POST", "/api/v1/../../sign-out", 400, "This is not an address that can be read."],
  ["POST", "/api/v1/%2E%2e/%2e./sign-out", 400, "This is not an address that can be read."],
  ["POST", "/api/v1\\..\\..\\sign-out", 400, "This is not an address that can be read."],
])(
  "%s %s is no request of ours, and is told so before anything trips over it",
  async (method, path, status, title) => {
    const told = await ask(method, path);

    expect([told.status, JSON.parse(told.body).title]).toEqual([status, title]);
    expect(asked).toEqual([]);
  },
);
