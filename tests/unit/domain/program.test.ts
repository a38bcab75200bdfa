import { describe, expect, test } from "vitest";
import { answerTo, cleanName, mayBeAnsweredAt, readAsking, usualScopes } from "@/lib/domain/program";

const here = { issuer: "https://desk.test", resource: "https://desk.test/api/mcp" };
const program = {
  id: "p",
  name: "Some Studio",
  redirectUris: ["https://studio.test/back", "http://127.0.0.1:1/back"],
};
const right = {
  client_id: "p",
  redirect_uri: "https://studio.test/back",
  response_type: "code",
  code_challenge: "c".repeat(43),
  code_challenge_method: "S256",
};

const read = (changed: Record<string, string | string[] | undefined> = {}) =>
  readAsking({ ...right, ...changed }, program, here);

describe("What a program asks for is read before anybody is asked", () => {
  test("without scopes it asks for the usual ones", () => {
    expect(read()).toMatchObject({
      is: "asking",
      asking: { redirectHost: "studio.test", scopes: usualScopes },
    });
    expect(usualScopes).not.toContain("history:read");
  });

  test("of scopes those count that mean something here, each once", () => {
    const scope = "openid tasks:write tasks:write history:read offline_access";
    expect(read({ scope })).toMatchObject({ asking: { scopes: ["tasks:write", "history:read"] } });
  });

  test("on the person's own machine any port will do, and any path will not", () => {
    expect(read({ redirect_uri: "http://127.0.0.1:43117/back" })).toMatchObject({
      is: "asking",
      asking: { redirectHost: null },
    });
    expect(read({ redirect_uri: "http://127.0.0.1:43117/other" })).toEqual({
      is: "unknown",
      what: "address",
    });
    expect(read({ redirect_uri: "http://localhost:1/back" })).toEqual({ is: "unknown", what: "address" });
  });

  test.each([
    ["http://127.0.0.1:1", "http://127.0.0.1:43117", "asking"],
    ["http://[::1]", "http://[::1]:43117", "asking"],
    ["http://localhost:1?from=desk", "http://localhost:2?from=desk", "asking"],
    ["http://localhost/back", "http://localhost:2/back", "asking"],
    ["http://localhost/back:7/", "http://localhost:2/back:8/", "unknown"],
    ["http://localhost:1", "http://localhost:2/", "unknown"],
  ])("a program that named %s and asks from %s: %s", (named, asked, is) => {
    const one = { ...program, redirectUris: [named] };
    expect(readAsking({ ...right, redirect_uri: asked }, one, here).is).toBe(is);
  });

  test.each<[string, Record<string, string | string[] | undefined>]>([
    ["another address", { redirect_uri: "https://studio.test/back/" }],
    ["another port of a host", { redirect_uri: "https://studio.test:444/back" }],
    ["no address", { redirect_uri: undefined }],
    ["two addresses", { redirect_uri: [right.redirect_uri, "https://elsewhere.test/back"] }],
  ])("%s is answered nowhere", (_, changed) => {
    expect(read(changed)).toEqual({ is: "unknown", what: "address" });
  });

  test.each<[string, Record<string, string | string[] | undefined>]>([
    ["unsupported_response_type", { response_type: "token" }],
    ["invalid_request", { response_type: undefined }],
    ["invalid_request", { code_challenge: undefined }],
    ["invalid_request", { code_challenge_method: undefined }],
    ["invalid_request", { code_challenge_method: "plain" }],
    ["invalid_request", { scope: ["tasks:read", "tasks:write"] }],
    ["invalid_target", { resource: "https://elsewhere.test/api/mcp" }],
    ["invalid_scope", { scope: "everything" }],
  ])("%s is told to the program: %o", (error, changed) => {
    const asked = read({ ...changed, state: "s" });
    expect(asked).toMatchObject({ is: "wrong", error });
    const back = new URL(asked.is === "wrong" ? asked.back : "");
    expect([back.origin, back.searchParams.get("error"), back.searchParams.get("state")]).toEqual([
      "https://studio.test",
      error,
      "s",
    ]);
  });

  test("a slash at the end of the server's address makes no other server of it", () => {
    expect(read({ resource: "https://desk.test/api/mcp/" }).is).toBe("asking");
  });

  test("an answer keeps what stands in the address, and says who gives it", () => {
    const back = answerTo({ redirectUri: "https://studio.test/back?here=1", state: null }, here.issuer, {
      code: "c",
    });
    expect(back).toBe("https://studio.test/back?here=1&code=c&iss=https%3A%2F%2Fdesk.test");
  });
});

test("A name is one line of letters that can be seen", () => {
  expect(cleanName("  Some\u202E \u200BStudio\n\t2 ")).toBe("Some Studio 2");
  expect(cleanName("x".repeat(200))).toHaveLength(80);
  expect(cleanName("\u2066\u200B")).toBe("");
});

test("A program is answered over https, or on the person's own machine", () => {
  const good = ["https://studio.test/back", "http://localhost:9/b", "http://127.0.0.1/b", "http://[::1]:9/b"];
  const bad = [
    "http://studio.test/b",
    "studio://b",
    "javascript:0",
    "https://a@studio.test/b",
    "https://studio.test/b#c",
    "https://studio.test/ b",
    "http://127.0.0.2/b",
  ];
  expect(good.filter((uri) => !mayBeAnsweredAt(uri))).toEqual([]);
  expect(bad.filter(mayBeAnsweredAt)).toEqual([]);
});
