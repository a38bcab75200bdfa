import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { HOUSE, openProgramHouse, type ProgramHouse } from "../../support/programs/program-house";

let house: ProgramHouse;
beforeAll(async () => {
  house = await openProgramHouse();
});
afterAll(async () => {
  await house.close();
  await closeAppDatabase();
  await closeAuthDatabase();
});

describe("A program introduces itself", () => {
  async function introduce(body: object): Promise<{ status: number; error?: string; client_name?: string }> {
    const answer = await house.fetch(`${HOUSE}/oauth/register`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: answer.status, ...((await answer.json()) as object) };
  }

  test("with addresses that may be answered, and a name on one line", async () => {
    const redirect_uris = ["https://program.test/back", "http://localhost/back", "http://[::1]:9/back"];
    expect(await introduce({ client_name: "A\u202E\nname\u200B", redirect_uris })).toMatchObject({
      status: 201,
      client_name: "A name",
      token_endpoint_auth_method: "none",
    });
    expect(await introduce({ redirect_uris })).toMatchObject({ client_name: "program.test" });
  });

  test.each([
    "http://program.test/back",
    "http://127.0.0.1.program.test/back",
    "javascript:alert(1)",
    "program://back",
    "https://program.test/back#here",
    "https://mira@program.test/back",
    "/back",
  ])("not with %s", async (uri) => {
    expect(await introduce({ redirect_uris: [uri] })).toMatchObject({
      status: 400,
      error: "invalid_redirect_uri",
    });
  });

  test("not without any address, nor with what is no document", async () => {
    expect(await introduce({ redirect_uris: [] })).toMatchObject({ error: "invalid_redirect_uri" });
    expect(await introduce([1])).toMatchObject({ status: 400, error: "invalid_client_metadata" });
  });

  test("a field that comes twice is refused, and so is what is no form", async () => {
    const post = async (type: string, body: string) => {
      const headers = { "Content-Type": type };
      return (await house.fetch(`${HOUSE}/oauth/token`, { method: "POST", headers, body })).json();
    };
    expect(await post("application/x-www-form-urlencoded", "code=a&code=b")).toMatchObject({
      error: "invalid_request",
    });
    expect(await post("application/json", "{}")).toMatchObject({ error: "invalid_request" });
  });
});
