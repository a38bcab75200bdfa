import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { makeGuard } from "@/lib/runtime/security-headers";

const settings = { FIRSTHAND_URL: "https://desk.example.com", dev: false };

function knock(
  {
    method = "GET",
    url = "/",
    headers = {},
  }: { method?: string; url?: string; headers?: Record<string, string> },
  changed: Partial<typeof settings> = {},
) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method, url, headers: { ...headers } });
  const response = new ServerResponse(request);
  const passed = makeGuard({ ...settings, ...changed })(request, response);
  return { passed, request, response, policy: String(response.getHeader("content-security-policy")) };
}

describe("Every answer is guarded, whatever it is", () => {
  test("a page gets a nonce of its own, and Next is told the same one", () => {
    const [one, other] = [knock({}), knock({})];
    const nonce = /'nonce-([\w+/=]{22,})'/;
    expect(one.policy).toMatch(nonce);
    expect(one.policy.match(nonce)?.[1]).not.toBe(other.policy.match(nonce)?.[1]);
    expect(one.request.headers["content-security-policy"]).toBe(one.policy);
  });

  test("nothing may be injected, framed, rebased, or sent elsewhere", () => {
    const { policy } = knock({});
    for (const part of [
      "default-src 'none'",
      "'strict-dynamic'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self';",
      "connect-src 'self'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe/);
  });

  test("the page that lets a program in leads to where the program is answered, and no other page does", () => {
    const asked = (redirect: string, page = "/oauth/authorize") => {
      const url = `${page}?client_id=1&redirect_uri=${encodeURIComponent(redirect)}`;
      return /form-action ([^;]*);/.exec(knock({ url }).policy)?.[1];
    };
    expect(asked("https://program.test/back?here=1")).toBe("'self' https://program.test");
    expect(asked("http://127.0.0.1:43117/back")).toBe("'self' http://127.0.0.1:43117");
    for (const other of [
      "http://program.test/back",
      "javascript:alert(1)",
      "https://program.test;script-src/back",
      "https://program.test,x/back",
      "https:",
      "back",
    ])
      expect(asked(other), other).toBe("'self'");
    expect(asked("https://program.test/back", "/sign-in")).toBe("'self'");
  });

  test("a caller cannot choose the nonce", () => {
    const { request } = knock({
      headers: { "content-security-policy": "script-src 'nonce-mine'", "x-firsthand-path": "//evil" },
    });
    expect(request.headers["content-security-policy"]).not.toContain("mine");
    expect(request.headers["x-firsthand-path"]).toBe("/");
  });

  test("a mail in the local mailbox may show itself and do nothing", () => {
    const { policy } = knock({ url: "/mailbox/0b8f/html" });
    expect(policy).toMatch(/default-src 'none'.*sandbox/);
    expect(policy).not.toContain("script-src");
  });

  test("behind https browsers are told to stay there; on plain http they are not", () => {
    expect(knock({}).response.getHeader("strict-transport-security")).toBe("max-age=63072000");
    const plain = knock({}, { FIRSTHAND_URL: "http://localhost:3000" });
    expect(plain.response.getHeader("strict-transport-security")).toBeUndefined();
  });

  test("a form of ours is known as ours also behind a proxy that calls us by another name", () => {
    const headers = { origin: "https://desk.example.com", host: "127.0.0.1:3000" };
    const { passed, request } = knock({ method: "POST", headers });
    expect([passed, request.headers.host]).toEqual([true, "desk.example.com"]);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE"])(
    "%s from nowhere in particular is refused on every path",
    (method) => {
      const api = "/api/v1/w/mira/tasks";
      for (const url of ["/", "/sign-in", api, "/_next/static/x.js", "/api/live/mira"]) {
        const headers = { host: "desk.example.com", cookie: "firsthand-session=1" };
        const { passed, response } = knock({ method, url, headers });
        expect([passed, response.statusCode]).toEqual([false, 403]);
      }
      const foreign: Record<string, string>[] = [
        { origin: "https://evil.example" },
        { "sec-fetch-site": "cross-site" },
      ];
      for (const headers of foreign) {
        const { passed, response } = knock({ method, url: api, headers });
        expect([passed, response.statusCode]).toEqual([false, 403]);
      }
      expect(knock({ method, headers: { origin: "https://desk.example.com" } }).passed).toBe(true);
    },
  );

  test("a program that brings nothing at all is asked for its token, as it is when it only looks", () => {
    const { passed, response } = knock({ method: "POST", url: "/api/v1/w/mira/tasks" });

    expect([passed, response.statusCode]).toEqual([false, 401]);
    expect(response.getHeader("www-authenticate")).toBe('Bearer realm="Firsthand"');
    expect(knock({ method: "POST", url: "/sign-in" }).response.statusCode).toBe(403);
  });
});
