import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { shapeOf } from "@/app/docs/api/_components/answer-shape";
import { exampleOf, rowsOfSchema } from "@/app/docs/api/_components/input-rows";
import { readDocument } from "@/app/docs/api/_components/read-document";
import { refusals } from "@/app/docs/api/_components/refusals";
import { sayLimits, sayType } from "@/app/docs/api/_components/schema-words";
import ApiPage from "@/app/docs/api/page";
import { operations } from "@/lib/schemas/api/all";

const document = readDocument("https://desk.example.com");
const html = renderToStaticMarkup(createElement(ApiPage));
const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);

test("Whoever writes a program finds every operation on the page, under its own address", () => {
  for (const { id } of operations) expect(ids).toContain(id);
  expect(html.match(/data-find=/g)).toHaveLength(operations.length);
});

test("Every refusal leads from its problem document to its place on the page", () => {
  for (const { code } of refusals) expect(ids).toContain(code);
});

test("No two things on the page have one address, and no link of it leads nowhere", () => {
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? "");

  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect([...new Set(links)].filter((id) => !ids.includes(id))).toEqual([]);
});

test("Each operation says what a token needs, or that nobody’s token opens it", () => {
  for (const one of document) {
    const part = html.slice(html.indexOf(`id="${one.id}"`)).split("</section>")[0] ?? "";
    expect(part, one.id).toContain(one.scope === null ? "No token opens this" : `>${one.scope}<`);
    expect(one.curl === null, one.id).toBe(one.scope === null);
  }
});

test("Words of the document stand in the table: names, kinds, limits and what they mean", () => {
  const { rows, curl, answer } = document.find(({ id }) => id === "capture") ?? {};

  expect(rows?.find(({ name }) => name === "text")).toEqual({
    name: "text",
    type: "text",
    isRequired: false,
    limits: "at most 50,000 letters",
    says: "The words that were chosen, or the message. Kept as somebody else’s.",
  });
  expect(rows?.find(({ name }) => name === "personId")?.type).toBe("id or null");
  expect(curl).toContain('"https://desk.example.com/api/v1/w/your-desk/capture"');
  expect(answer).toMatchObject({ shape: expect.stringMatching(/made: true or false[\s\S]*task: /) });
});

test("Fields within objects and lists are told behind their names, and a list says how many", () => {
  const schema = {
    type: "object",
    required: ["items"],
    properties: {
      items: {
        type: "array",
        maxItems: 200,
        items: { type: "object", properties: { id: { type: "string", format: "uuid" } }, required: ["id"] },
      },
    },
  };

  expect(rowsOfSchema(schema).map(({ name, type, limits }) => [name, type, limits])).toEqual([
    ["items", "list of objects", "at most 200 entries"],
    ["items[].id", "id", ""],
  ]);
  expect(exampleOf(schema)).toEqual({ items: [{ id: expect.any(String) }] });
});

test("A choice is said as one, with its words", () => {
  expect(sayType({ enum: ["done", "declined"] })).toBe("one of done, declined");
  expect(sayType({ anyOf: [{ type: "integer" }, { type: "null" }] })).toBe("whole number or null");
  expect(sayLimits({ anyOf: [{ type: "integer", minimum: 1, maximum: 9 }, { type: "null" }] })).toBe(
    "1 to 9",
  );
});

test("A large object is written out where it is met first, and named after that place later", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  const large = {
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
  };
  const known = new Map<string, string>();

  expect(shapeOf({ type: "object", properties: { task: large } }, "readTask", known)).toContain("f?: text");
  expect(shapeOf({ type: "array", items: large }, "listTasks", known)).toBe("[ { as in readTask.task } ]");
});
