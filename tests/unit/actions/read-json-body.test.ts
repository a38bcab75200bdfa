import { expect, test } from "vitest";
import { readJsonBody } from "@/lib/actions/read-json-body";

const read = (body: string) =>
  readJsonBody(new Request("http://localhost/", { method: "POST", body }), 1_000);

test("Text comes as it was sent, letters of two surrogates included", async () => {
  expect(await read('{"title":"Thanks \\ud83d\\ude00 😀"}')).toEqual({
    ok: true,
    value: { title: "Thanks 😀 😀" },
  });
});

test.each([
  '{"title":"\\ud800"}',
  '{"title":"\\ude00 first"}',
  '{"\\ud83d":1}',
  '{"list":[["\\u0000"]]}',
  "{",
])("%s is refused: no database keeps it", async (body) => {
  expect(await read(body)).toMatchObject({ ok: false, refusal: { code: "invalid" } });
});
