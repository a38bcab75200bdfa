import { expect, test } from "vitest";
import { GET, OPTIONS, POST } from "@/app/api/[...nothing]/route";

test.each([
  ["GET", GET],
  ["POST", POST],
  ["OPTIONS", OPTIONS],
] as const)(
  "A program that has an address wrong is told so in the words of every “no”, with %s",
  async (method, handler) => {
    const request = new Request("http://localhost:3000/api/v1/w/mira/taks", { method });
    const answer = await handler(request, {
      params: Promise.resolve({ nothing: ["v1", "w", "mira", "taks"] }),
    });

    expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    expect(await answer.json()).toMatchObject({ code: "not-found", status: 404 });
  },
);
