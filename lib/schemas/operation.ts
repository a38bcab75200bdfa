import type { ZodType } from "zod";
import type { Area } from "@/lib/domain/token";

export type Method = "GET" | "POST";

/** What a door answers that is no JSON: files to take away or to show. */
export type FileAnswer = { files: readonly string[] };

/** What a door is handed that is no JSON: files, as multipart/form-data in the field "files". */
export type FilesInput = { mostFiles: number; limitBytes: number };

/**
 * One thing that can be asked of /api/v1: what stands in the OpenAPI document, what the handler reads, and what its answers are held
 * to. `path` is below /api/v1/w/{workspace} and begins with a slash; its only parameters are {id} and {verb}.
 */
export type Operation<I = unknown, O = unknown> = {
  /** The operationId: a verb and what it is done to, in camel case. */
  id: string;
  method: Method;
  path: string;
  /** Under which heading it stands. */
  group: string;
  /** What it does, in one sentence for whoever writes a program. */
  says: string;
  /** What else is to be known: what is refused, and what then. */
  more?: string;
  /** What a token must be for; null: it opens to people alone. */
  area: Area | null;
  /** A question that is asked with POST, because it is long, changes nothing: whoever may look may ask. */
  looksOnly?: boolean;
  /** It writes words in one's own hand: for a token of the client's there is no such hand (PRODUCT.md, fence 1 and 4). */
  inOwnHand?: boolean;
  /** The query of a GET, the JSON body of anything else. */
  input?: ZodType<I> | FilesInput;
  output: ZodType<O> | FileAnswer;
};

/** Says what a door is for. It exists for the types: what goes in and comes out is read off the schemas. */
export function operation<I = undefined, O = unknown>(one: Operation<I, O>): Operation<I, O> {
  return one;
}

/** The scope that a token needs for it; null: no token will do. */
export function scopeOf({ area, method, looksOnly }: Operation<never, never> | Operation): string | null {
  if (area === null) return null;
  return `${area}:${method === "GET" || looksOnly ? "read" : "write"}`;
}
