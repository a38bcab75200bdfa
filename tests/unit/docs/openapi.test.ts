import { expect, test } from "vitest";
import { makeOpenApi } from "@/lib/schemas/openapi";

type Parameter = { in: string; name: string; required?: boolean; schema: object };
type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: Parameter[];
  requestBody?: { content: object };
  responses: Record<string, { description: string; content: object }>;
  security: Record<string, string[]>[];
};
type Document = {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: object };
};

const text = JSON.stringify(makeOpenApi("https://desk.example.com"));
const document = JSON.parse(text) as Document;
const all = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

/** What a JSON pointer (RFC 6901) within the document leads to. */
function follow(pointer: string): unknown {
  const steps = pointer
    .slice(2)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
}

test("The document is OpenAPI 3.1 and names its server", () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(document.info).toMatchObject({ title: "Firsthand", version: expect.any(String) });
  expect(document.servers).toEqual([{ url: "https://desk.example.com" }]);
  expect(all.length).toBeGreaterThan(150);
});

test("Every operation has a name of its own", () => {
  const names = all.map(({ operationId }) => operationId);

  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test("Every reference leads somewhere", () => {
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, one]) => one ?? "");

  expect(references.length).toBeGreaterThan(0);
  expect(
    [...new Set(references)].filter((one) => !one.startsWith("#/") || follow(one) === undefined),
  ).toEqual([]);
});

test("Every parameter of a path is declared once, and no other", () => {
  for (const { operationId, path, parameters } of all) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = parameters.filter((one) => one.in === "path");
    expect(declared.map(({ name }) => name).sort(), operationId).toEqual(inPath.sort());
    expect(
      declared.every(({ required }) => required),
      operationId,
    ).toBe(true);
    const keys = parameters.map((one) => `${one.in} ${one.name}`);
    expect(new Set(keys).size, operationId).toBe(keys.length);
  }
});

test("Every operation says what it does, under a heading, what it answers, and who may ask", () => {
  const [headings, schemes] = [
    document.tags.map(({ name }) => name),
    Object.keys(document.components.securitySchemes),
  ];
  for (const { operationId, summary, tags, responses, security, method, requestBody } of all) {
    expect(summary, operationId).toMatch(/^[A-Z“].*\.$/);
    expect(
      tags.every((tag) => headings.includes(tag)),
      operationId,
    ).toBe(true);
    expect(Object.keys(responses), operationId).toEqual(["200", "default"]);
    expect(Object.keys(responses["200"]?.content ?? {}).length, operationId).toBeGreaterThan(0);
    expect(
      security.flatMap((one) => Object.keys(one)).every((name) => schemes.includes(name)),
      operationId,
    ).toBe(true);
    if (method === "get") expect(requestBody, operationId).toBeUndefined();
  }
});

test("No schema says anything that OpenAPI 3.1 does not know", () => {
  expect(text).not.toMatch(/"nullable":|"definitions":|"\$defs":/);
});

test("Nothing that Firsthand fills in by itself is called needed: tasks are listed without naming a state", () => {
  const ofQuery = all.flatMap(({ operationId, parameters }) =>
    parameters
      .filter(({ required, schema }) => required && "default" in schema)
      .map(({ name }) => `${operationId} ${name}`),
  );
  const ofBody = all.flatMap(({ operationId, requestBody }) => {
    const { required = [], properties = {} } = bodyOf(requestBody);
    return required
      .filter((name) => "default" in (properties[name] ?? {}))
      .map((name) => `${operationId} ${name}`);
  });

  expect([...ofQuery, ...ofBody]).toEqual([]);
});

type Body = { required?: string[]; properties?: Record<string, object> };

function bodyOf(requestBody: Operation["requestBody"]): Body {
  const [content] = Object.values(requestBody?.content ?? {}) as { schema: Body }[];
  return content?.schema ?? {};
}
