/** The parts of JSON Schema (2020-12) that our document uses. */
export type Schema = {
  type?: string | string[];
  description?: string;
  format?: string;
  pattern?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  contentEncoding?: string;
  contentMediaType?: string;
};

const formats: Record<string, string> = {
  uuid: "id",
  "date-time": "moment",
  date: "day",
  uri: "address",
  email: "e-mail address",
};
const plain: Record<string, string> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  null: "null",
};

/** What may stand there, in few words: "text", "id or null", "one of mine, draft, skip", "list of objects". */
export function sayType(schema: Schema): string {
  const several = alternatives(schema);
  if (several.length > 0) return [...new Set(several.map(sayType))].join(" or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) {
    const words = schema.enum.map((one) => (typeof one === "string" ? one : JSON.stringify(one)));
    return words.length === 1 ? `“${words[0]}”` : `one of ${words.join(", ")}`;
  }
  if (schema.type === "array") return `list of ${sayMany(schema.items ?? {})}`;
  if (schema.type === "object") return "object";
  if (schema.contentEncoding === "base64") return "file in Base64";
  if (schema.contentMediaType) return "file";
  return formats[schema.format ?? ""] ?? plain[String(schema.type)] ?? "anything";
}

/** How long, how much, how many; empty where nothing is said, or only what a computer's numbers end with. */
export function sayLimits(schema: Schema): string {
  const parts = alternatives(schema).filter(({ type }) => type !== "null");
  if (parts.length === 1 && parts[0]) return sayLimits(parts[0]);
  const { minLength, maxLength, minItems, maxItems, minimum, maximum } = schema;
  const far = Number.MAX_SAFE_INTEGER;
  return [
    span(minLength, maxLength, "letters"),
    span(minItems, maxItems, "entries"),
    span(minimum === -far ? undefined : minimum, maximum === far ? undefined : maximum, ""),
  ]
    .filter(Boolean)
    .join(", ");
}

/** The ways in which a value may be one of several things. */
export function alternatives({ anyOf, oneOf }: Schema): Schema[] {
  return anyOf ?? oneOf ?? [];
}

function span(least: number | undefined, most: number | undefined, of: string): string {
  const words =
    least !== undefined && most !== undefined
      ? `${figure(least)} to ${figure(most)}`
      : most !== undefined
        ? `at most ${figure(most)}`
        : least !== undefined && least > 0
          ? `at least ${figure(least)}`
          : "";
  return words === "" ? "" : `${words} ${of}`.trim();
}

function figure(number: number): string {
  return number.toLocaleString("en-GB");
}

function sayMany(items: Schema): string {
  const one = sayType(items);
  const many: Record<string, string> = {
    text: "texts",
    id: "ids",
    object: "objects",
    "whole number": "whole numbers",
  };
  return many[one] ?? one;
}
