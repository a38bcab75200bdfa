import { operations } from "@/lib/schemas/api/all";
import { makeOpenApi } from "@/lib/schemas/openapi";
import { scopeOf } from "@/lib/schemas/operation";
import { shapeOf } from "./answer-shape";
import { fieldWords } from "./field-words";
import { exampleOf, type InputRow, rowsOfSchema } from "./input-rows";
import { type Schema, sayLimits, sayType } from "./schema-words";

/** One operation as the page shows it. `scope` null: no token opens it. */
export type DocOperation = {
  id: string;
  method: string;
  path: string;
  group: string;
  says: string;
  more: string | undefined;
  scope: string | null;
  rows: InputRow[];
  curl: string | null;
  /** The shape of the answer, or the types of file that it is. */
  answer: { shape: string } | { files: string[] };
};

type Said = {
  parameters: { in: string; name: string; required?: boolean; schema: Schema; description?: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: { "200": { content: Record<string, { schema?: Schema }> } };
};

/** Everything that the OpenAPI document says, in its order, ready to be read by people. `server` as for makeOpenApi. */
export function readDocument(server: string): DocOperation[] {
  const { paths } = makeOpenApi(server) as { paths: Record<string, Record<string, Said>> };
  const known = new Map<string, string>();
  return operations.map((one) => {
    const path = `/api/v1/w/{workspace}${one.path}`;
    const said = paths[path]?.[one.method.toLowerCase()] as Said;
    const [[type, body] = [], scope] = [Object.entries(said.requestBody?.content ?? {})[0], scopeOf(one)];
    const answers = said.responses["200"].content;
    const json = answers["application/json"]?.schema;
    return {
      id: one.id,
      method: one.method,
      path,
      group: one.group,
      says: one.says,
      more: one.more,
      scope,
      rows: [...said.parameters.filter(isOwn).map(rowOf), ...rowsOfSchema(body?.schema ?? {})],
      curl: scope === null ? null : curlOf(server, one.method, path, said, type, body?.schema),
      answer: json ? { shape: shapeOf(json, one.id, known) } : { files: Object.keys(answers) },
    };
  });
}

/** The desk and the two headers are the same everywhere; they are said once, above. */
function isOwn(parameter: Said["parameters"][number]): boolean {
  return parameter.in === "query" || (parameter.in === "path" && parameter.name !== "workspace");
}

function rowOf({ name, required, schema, description, in: where }: Said["parameters"][number]): InputRow {
  const says =
    description ??
    schema.description ??
    (where === "path" ? "In the path: which one." : (fieldWords[name] ?? ""));
  return { name, type: sayType(schema), isRequired: required ?? false, limits: sayLimits(schema), says };
}

function curlOf(
  server: string,
  method: string,
  path: string,
  { parameters }: Said,
  type: string | undefined,
  body: Schema | undefined,
): string {
  const query = parameters.filter((one) => one.in === "query" && one.required);
  const asked = new URLSearchParams(query.map(({ name, schema }) => [name, String(exampleOf(schema))]));
  const address = `${server}${path.replace("{workspace}", "your-desk").replace(/\{(\w+)\}/g, "$$$1")}`;
  const lines = [
    `curl "${address}${query.length > 0 ? `?${asked}` : ""}"`,
    '-H "Authorization: Bearer $FIRSTHAND_TOKEN"',
  ];
  if (method !== "GET" && body === undefined) lines.push('-H "Content-Type: application/json"', "-d '{}'");
  if (type === "application/json" && body)
    lines.push('-H "Content-Type: application/json"', `-d '${JSON.stringify(exampleOf(body))}'`);
  if (type === "multipart/form-data") lines.push("-F files=@contacts.vcf");
  return lines.join(" \\\n  ");
}
