import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientAddress, limitBody, settleForwardedHeaders } from "@/lib/runtime/request-guards";

describe("A rate limit counts the caller, whatever the caller writes", () => {
  test.each([
    ["no proxy of ours: nothing is believed", "203.0.113.9", "10.0.0.1", 0, "203.0.113.9"],
    ["one proxy: only what it wrote, at the end", "127.0.0.1", "1.1.1.1, 198.51.100.7", 1, "198.51.100.7"],
    ["two proxies", "127.0.0.1", "1.1.1.1, 198.51.100.7, 10.0.0.2", 2, "198.51.100.7"],
    ["a proxy that wrote nothing", "127.0.0.1", undefined, 1, "127.0.0.1"],
    ["fewer entries than proxies", "127.0.0.1", "198.51.100.7", 3, "198.51.100.7"],
    ["an IPv4 caller on an IPv6 socket", "::ffff:203.0.113.9", undefined, 0, "203.0.113.9"],
  ])("%s", (_case, socket, forwarded, proxies, address) => {
    expect(clientAddress(socket, forwarded, proxies)).toBe(address);
  });
});

describe("A caller sends a body", () => {
  let server: Server;
  const LIMIT = 1000;

  beforeAll(async () => {
    server = createServer((request, response) => {
      settleForwardedHeaders(request, 0);
      if (!limitBody(request, response, LIMIT)) return;
      let length = 0;
      request.on("data", (chunk: Buffer) => {
        length += chunk.length;
      });
      request.on("error", () => undefined);
      request.on("end", () => response.end(JSON.stringify({ length, headers: request.headers })));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  function send(
    pieces: string[],
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: string }> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        { port, host: "127.0.0.1", method: "POST", headers, agent: false },
        (response) => {
          let body = "";
          response.setEncoding("utf8").on("data", (chunk: string) => {
            body += chunk;
          });
          response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
          response.on("error", reject);
        },
      );
      request.on("error", reject);
      for (const piece of pieces) request.write(piece);
      request.end();
    });
  }

  test("within the limit it arrives whole, declared or in pieces", async () => {
    const declared = await send(["x".repeat(LIMIT)], { "content-length": String(LIMIT) });
    const inPieces = await send(Array(10).fill("x".repeat(100)));

    expect([declared, inPieces].map(({ body }) => JSON.parse(body).length)).toEqual([LIMIT, LIMIT]);
  });

  test("over the limit it is 413, said as every “no” to a program is", async () => {
    const { status, body } = await send(["x".repeat(LIMIT + 1)], { "content-length": String(LIMIT + 1) });

    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ status: 413, code: "too-large", limitBytes: LIMIT });
  });

  test("over the limit without saying so it is 413 as soon as it has grown too large", async () => {
    const { status } = await send(Array(11).fill("x".repeat(100)));

    expect(status).toBe(413);
  });

  test("forwarded headers of the caller's own making go no further", async () => {
    const spoofed = {
      "x-forwarded-for": "1.1.1.1",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      forwarded: "for=1.1.1.1",
    };
    const { headers } = JSON.parse((await send(["x"], spoofed)).body) as { headers: Record<string, string> };

    expect(Object.entries(headers).filter(([name]) => name.includes("forwarded"))).toEqual([
      ["x-forwarded-for", "127.0.0.1"],
    ]);
  });
});
