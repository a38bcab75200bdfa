import type { CallToolResult, StandardSchemaWithJSON, ToolAnnotations } from "@modelcontextprotocol/server";
import { z } from "zod";
import { parseInput } from "@/lib/actions/field-sentences";
import { sayWrong } from "@/lib/actions/problem";
import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { answer, refuseTool } from "@/lib/mcp/refuse";
import { describeError, log } from "@/lib/runtime/log";
import { type Operation, scopeOf } from "@/lib/schemas/operation";

/**
 * Who calls: an agent, with what its token is for. `origin` is where the desk's pages are; `remember` writes down what is refused,
 * where that is to be written down.
 */
export type Caller = {
  actor: Actor;
  scopes: readonly string[];
  at: Date;
  origin: string;
  remember: (tried: Tried, refusal: Refusal) => Promise<void>;
};

/** What was tried: an operation, on what. */
export type Tried = { is: Pick<Operation, "id" | "path" | "method">; id: string | null };

type Asked<I> = { actor: Actor; input: I; at: Date; origin: string };

type Spec<I> = {
  name: string;
  title: string;
  /** What it does, and what is refused, for whoever decides to call it. */
  says: string;
  /** The operation of the API that it is: its scope is asked for, whatever the tool is called. */
  is: Pick<Operation, "id" | "path" | "area" | "method" | "looksOnly">;
  hints: ToolAnnotations;
  input: z.ZodType<I>;
  run: (asked: Asked<I>) => Promise<Result<object>>;
};

/** A tool, ready to be called with whatever an agent sends. */
export type Tool = Pick<Spec<never>, "name" | "title" | "says" | "is" | "hints"> & {
  schema: StandardSchemaWithJSON;
  call: (caller: Caller, sent: unknown) => Promise<CallToolResult>;
};

/** It looks, and nothing is different afterwards. */
export const looks: ToolAnnotations = { readOnlyHint: true, openWorldHint: false };
/** It changes the desk; nothing is lost, and nobody outside hears of it. */
export const writes: ToolAnnotations = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: false,
  openWorldHint: false,
};
/** It is over and done with afterwards. */
export const finishes: ToolAnnotations = { ...writes, destructiveHint: true };

export const taskId = z.uuid({ error: "This is not an id." }).toLowerCase();

/** Makes a tool: the scope, the schema, then the use-case that every other door calls too. A "no" explains itself. */
export function tool<I>({ input, run, ...about }: Spec<I>): Tool {
  return {
    ...about,
    schema: listedOnly(input),
    call: async ({ actor, scopes, at, origin, remember }, sent) => {
      const { is } = about;
      const no = async (refusal: Refusal) => {
        await remember({ is, id: idIn(sent) }, refusal);
        return refuseTool(refusal, { actor, is, id: idIn(sent) ?? undefined });
      };
      try {
        const scope = scopeOf(is as Operation);
        if (scope === null) return await no({ code: "in-person" });
        if (!scopes.includes(scope)) return await no({ code: "out-of-scope", scope });
        const parsed = parseInput(input, sent ?? {});
        if (!parsed.ok) return await no({ code: "invalid", fields: parsed.fields });
        const done = await run({ actor, input: parsed.value, at, origin });
        return done.ok ? answer(done.value) : await no(done.refusal);
      } catch (error) {
        log.error("a tool failed", { tool: about.name, ...describeError(error) });
        return answer({ says: sayWrong(error) }, true);
      }
    },
  };
}

/** Agents are shown the schema; what they send is read by us, so that a "no" has a sentence. */
function listedOnly(schema: z.ZodType): StandardSchemaWithJSON {
  const { "~standard": standard } = schema as unknown as StandardSchemaWithJSON;
  return { "~standard": { ...standard, validate: (value: unknown) => ({ value }) } };
}

/** The id of what a tool is called for, as far as it is one. */
export function idIn(sent: unknown): string | null {
  const id = taskId.safeParse((sent as { id?: unknown } | null | undefined)?.id);
  return id.success ? id.data : null;
}
