import { alternatives, type Schema, sayType } from "./schema-words";

/** Objects with fewer fields are written out wherever they are. */
const LARGE = 6;

/**
 * Writes what is answered as a shape to read, one field a line. Large objects that an earlier answer had are not written again:
 * `known` remembers under which operation and name each stands.
 */
export function shapeOf(schema: Schema, from: string, known: Map<string, string>, indent = ""): string {
  const several = alternatives(schema);
  if (several.length > 0) {
    const said = several.map((one) => shapeOf(one, from, known, indent));
    return [...new Set(said)].join(" | ");
  }
  if (schema.type === "array") return `[ ${shapeOf(schema.items ?? {}, `${from}[]`, known, indent)} ]`;
  if (schema.properties === undefined) return sayRest(schema, from, known, indent);
  const properties = Object.entries(schema.properties);
  const key = properties.length >= LARGE ? JSON.stringify(schema) : null;
  const before = key === null ? undefined : known.get(key);
  if (before !== undefined) return `{ as in ${before} }`;
  if (key !== null) known.set(key, from);
  const within = `${indent}  `;
  const lines = properties.map(([name, property]) => {
    const mark = schema.required?.includes(name) ? "" : "?";
    return `${within}${name}${mark}: ${shapeOf(property, `${from}.${name}`, known, within)}`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
}

function sayRest(schema: Schema, from: string, known: Map<string, string>, indent: string): string {
  const { additionalProperties: rest } = schema;
  if (schema.type === "object" && typeof rest === "object")
    return `{ any name: ${shapeOf(rest, from, known, indent)} }`;
  return sayType(schema);
}
