import { describe, expect, test } from "vitest";
import { fetchProgramDocument } from "@/lib/adapters/oauth/fetch-program-document";

const id = "https://studio.test/program.json";
const right = {
  client_id: id,
  client_name: "Some Studio",
  redirect_uris: ["https://studio.test/back"],
  token_endpoint_auth_method: "none",
};

type How = { at?: string; from?: string; status?: number };

/** What comes of it when the address answers so. */
function read(said: unknown, { at = id, from = at, status = 200 }: How = {}) {
  return fetchProgramDocument(at, async () => ({
    status,
    headers: {},
    bytes: new TextEncoder().encode(typeof said === "string" ? said : JSON.stringify(said)),
    url: new URL(from),
  }));
}

describe("A program whose id is an address says there who it is", () => {
  test("with its name and where it is answered", async () => {
    expect(await read(right)).toEqual({
      id,
      name: "Some Studio",
      redirectUris: ["https://studio.test/back"],
    });
  });

  test("without a name it is called by its host", async () => {
    expect((await read({ ...right, client_name: " \u200B " }))?.name).toBe("studio.test");
  });

  test.each<[string, unknown, How?]>([
    ["somebody else's document", { ...right, client_id: "https://studio.test/other.json" }],
    ["a program that keeps a secret", { ...right, token_endpoint_auth_method: "client_secret_post" }],
    ["an answer in plain http", { ...right, redirect_uris: ["http://studio.test/back"] }],
    ["no address to answer at", { ...right, redirect_uris: [] }],
    ["no document", "<!doctype html>"],
    ["an error", right, { status: 404 }],
    ["a document from where it was redirected to", right, { from: "https://studio.test/elsewhere.json" }],
    [
      "an address without a path",
      { ...right, client_id: "https://studio.test/" },
      { at: "https://studio.test/" },
    ],
    [
      "an address in plain http",
      { ...right, client_id: "http://studio.test/a" },
      { at: "http://studio.test/a" },
    ],
    [
      "an address with dots",
      { ...right, client_id: "https://studio.test/a/../b" },
      { at: "https://studio.test/a/../b" },
    ],
  ])("not with %s", async (_, said, how) => {
    expect(await read(said, how)).toBeNull();
  });

  test("an address inside is not even asked", async () => {
    expect(await fetchProgramDocument("https://127.0.0.1:1/program.json")).toBeNull();
  });
});
