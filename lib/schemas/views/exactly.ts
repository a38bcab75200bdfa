import type { ZodType, z } from "zod";

type Same<T, S extends ZodType> = [T] extends [z.output<S>]
  ? keyof T extends keyof z.output<S>
    ? unknown
    : never
  : never;

/**
 * Holds a schema to a type of the domain: what only one of the two knows, a field or a word of a list, does not compile.
 * Returns the schema itself.
 */
export function exactly<T>() {
  return <S extends ZodType<T>>(schema: S & Same<T, S>): S => schema;
}
