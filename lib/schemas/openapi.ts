import { type ZodType, z } from "zod";
import { MOST_TOKEN_DAYS } from "@/lib/domain/token";
import { operations } from "@/lib/schemas/api/all";
import { problemSchema } from "@/lib/schemas/api/problem";
import { type Operation, scopeOf } from "@/lib/schemas/operation";

type Json = Record<string, unknown>;

const base = "/api/v1/w/{workspace}";

/**
 * The OpenAPI 3.1 document of the API, made from the schemas by which requests are read and to which answers are held. `server` is
 * the public origin, such as "https://desk.example.com".
 */
export function makeOpenApi(server: string): Json {
  const paths: Record<string, Json> = {};
  for (const one of operations) {
    const path = `${base}${one.path}`;
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: sayOperation(one) };
  }
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Firsthand",
      version: "1",
      description: `Everything that can be done at a desk, by programs. A token is made in Settings → Tokens, lasts ${MOST_TOKEN_DAYS} days at most, and does what its maker may, less whatever asks for the client in person. An agent makes as many changes a day as the client has said; past that it is refused as day-used-up until the next day of the desk’s zone, and may look.`,
    },
    servers: [{ url: server }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(operations.map((one) => one.group))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "A token of a member or an agent of this desk.",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "firsthand-session",
          description: "Somebody signed in, from Firsthand’s own pages.",
        },
      },
      schemas: { Problem: toJson(problemSchema, "output") },
    },
  };
}

function sayOperation(one: Operation): Json {
  const scope = scopeOf(one);
  const isWrite = one.method !== "GET";
  const says = [
    one.more,
    scope === null ? "No token opens this: somebody comes in person." : null,
    one.inOwnHand
      ? "The client’s own token does not: what stands as their words, they write themselves."
      : null,
  ];
  return {
    operationId: one.id,
    tags: [one.group],
    summary: one.says,
    description: says.filter(Boolean).join(" ") || undefined,
    security: scope === null ? [{ session: [] }] : [{ token: [scope] }, { session: [] }],
    parameters: [...pathParameters(one), ...queryParameters(one), ...(isWrite ? writeParameters : [])],
    requestBody: bodyOf(one),
    responses: {
      "200": { description: "Done, or found.", content: contentOf(one) },
      default: {
        description: "A problem document (RFC 9457): why not, and what would be allowed.",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function pathParameters({ path }: Operation): Json[] {
  const inPath = { in: "path", required: true };
  const workspace = {
    ...inPath,
    name: "workspace",
    schema: { type: "string" },
    description: "The desk’s slug.",
  };
  const id = { ...inPath, name: "id", schema: { type: "string", format: "uuid" } };
  return path.includes("{id}") ? [workspace, id] : [workspace];
}

const writeParameters: Json[] = [
  {
    in: "header",
    name: "Idempotency-Key",
    schema: { type: "string", maxLength: 255 },
    description: "With a key the request happens once, however often it is sent. Kept for a day.",
  },
  {
    in: "header",
    name: "If-Match",
    schema: { type: "string" },
    description: "The version that was seen, in place of “version” in the body.",
  },
];

function queryParameters(one: Operation): Json[] {
  if (one.method !== "GET" || one.input === undefined || "mostFiles" in one.input) return [];
  const schema = toJson(one.input, "input") as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    in: "query",
    name,
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
}

function bodyOf({ method, input }: Operation): Json | undefined {
  if (method === "GET" || input === undefined) return undefined;
  if ("mostFiles" in input) {
    const file = { type: "string", contentMediaType: "application/octet-stream" };
    const files = { type: "array", items: file, minItems: 1, maxItems: input.mostFiles };
    const schema = { type: "object", properties: { files }, required: ["files"] };
    return { required: true, content: { "multipart/form-data": { schema } } };
  }
  return { required: true, content: { "application/json": { schema: toJson(input, "input") } } };
}

function contentOf({ output }: Operation): Json {
  if ("files" in output) return Object.fromEntries(output.files.map((type) => [type, {}]));
  return { "application/json": { schema: toJson(output, "output") } };
}

/** JSON Schema 2020-12. What only code can say (that two dates are in order) is left out, never guessed. */
function toJson(schema: ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      // A format says it, and in fewer letters.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (io === "input") leaveOutFilled(jsonSchema);
    },
  }) as Json;
  return rest;
}

/** What is filled in where nobody sends it is not needed, also where whatever cannot be read counts as not sent. */
function leaveOutFilled(schema: { required?: string[]; properties?: Record<string, unknown> }): void {
  const { required, properties = {} } = schema;
  const isFilled = (name: string) => "default" in Object(properties[name]);
  if (required?.some(isFilled)) schema.required = required.filter((name) => !isFilled(name));
}
