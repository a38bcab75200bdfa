import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

/** What is said about a field for which the schema has no sentence of its own. */
function sayWhatIsWrong(issue: Issue): string {
  if (issue.input === undefined || issue.input === null) return "This is needed.";
  switch (issue.code) {
    case "too_big":
      return issue.origin === "string" ? `At most ${issue.maximum} characters.` : `At most ${issue.maximum}.`;
    case "too_small":
      if (issue.origin !== "string") return `At least ${issue.minimum}.`;
      return issue.minimum === 1 ? "This is needed." : `At least ${issue.minimum} characters.`;
    case "invalid_value":
      return `One of: ${issue.values.join(", ")}.`;
    case "unrecognized_keys":
      return `Not known here: ${sayFew(issue.keys)}.`;
    default:
      return "This cannot be read.";
  }
}

/** The first of them, each by its beginning: whoever sent thousands needs to read a few. */
function sayFew(keys: string[]): string {
  const few = keys.slice(0, 5).map((key) => (key.length > 40 ? `${key.slice(0, 40)}…` : key));
  return keys.length > few.length ? `${few.join(", ")} and ${keys.length - few.length} more` : few.join(", ");
}

/** Field name → sentence; dots lead into nested fields, and `form` is for what belongs to no field. */
export type FieldSentences = Record<string, string>;

export type Parsed<I> = { ok: true; value: I } | { ok: false; fields: FieldSentences };

/** Reads what came in by its schema. The first thing wrong with each field is said, in a sentence for whoever typed it. */
export function parseInput<I>(schema: z.ZodType<I>, value: unknown): Parsed<I> {
  const parsed = schema.safeParse(value, { error: sayWhatIsWrong });
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields: FieldSentences = {};
  for (const issue of parsed.error.issues)
    fields[issue.path.map(String).join(".") || "form"] ??= issue.message;
  return { ok: false, fields };
}
