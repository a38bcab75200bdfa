import { fieldWords } from "./field-words";
import { alternatives, type Schema, sayLimits, sayType } from "./schema-words";

/** One line of a table of what may be asked with. */
export type InputRow = { name: string; type: string; isRequired: boolean; limits: string; says: string };

const DEEPEST = 3;

/** The fields of a body, those of objects within it behind their names: "message.text", "items[].id". */
export function rowsOfSchema(schema: Schema, before = "", depth = 1): InputRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
    {
      name: `${before}${name}`,
      type: sayType(property),
      isRequired: schema.required?.includes(name) ?? false,
      limits: sayLimits(property),
      says: sayMeaning(property, name),
    },
    ...(depth < DEEPEST ? rowsWithin(property, `${before}${name}`, depth) : []),
  ]);
}

function rowsWithin(property: Schema, name: string, depth: number): InputRow[] {
  const objects = [property, ...alternatives(property)];
  const one = objects.find(({ properties }) => properties !== undefined);
  if (one) return rowsOfSchema(one, `${name}.`, depth + 1);
  const items = objects.find(({ type }) => type === "array")?.items;
  if (!items) return [];
  const entry = [items, ...alternatives(items)].find(({ properties }) => properties !== undefined);
  return entry ? rowsOfSchema(entry, `${name}[].`, depth + 1) : [];
}

function sayMeaning({ description, default: usual }: Schema, name: string): string {
  const isWorthSaying = usual !== undefined && usual !== null && usual !== "" && typeof usual !== "object";
  return [description ?? fieldWords[name], isWorthSaying ? `${JSON.stringify(usual)} unless said.` : ""]
    .filter(Boolean)
    .join(" ");
}

const samples: Record<string, unknown> = {
  uuid: "6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
  "date-time": "2026-12-01T15:00:00Z",
  date: "2026-12-01",
  email: "noor@example.com",
  uri: "https://example.com/",
};

/** The smallest body that says something: what must be there, or else the first that may. */
export function exampleOf(schema: Schema): unknown {
  const [one] = alternatives(schema).filter(({ type }) => type !== "null");
  if (one) return exampleOf(one);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === "array") return [exampleOf(schema.items ?? {})];
  if (schema.type === "boolean") return true;
  if (schema.type === "integer" || schema.type === "number") return Math.max(1, schema.minimum ?? 1);
  if (schema.type !== "object") return samples[schema.format ?? ""] ?? "…";
  const names = Object.keys(schema.properties ?? {});
  const needed = names.filter((name) => schema.required?.includes(name));
  const shown = needed.length > 0 ? needed : names.slice(0, 1);
  return Object.fromEntries(shown.map((name) => [name, exampleOf(schema.properties?.[name] ?? {})]));
}
