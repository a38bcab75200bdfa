import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ZodType } from "zod";
import { refusalSentence } from "@/components/refusal-copy";
import { parseInput } from "@/lib/actions/field-sentences";
import type { FormState } from "@/lib/actions/form-state";
import { sayWrong } from "@/lib/actions/problem";
import { requireActor } from "@/lib/auth/actor";
import { readVisitor, type Visitor } from "@/lib/auth/visitor";
import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { type Result, refused } from "@/lib/domain/result";
import { describeError, log } from "@/lib/runtime/log";

/** What came of it: a sentence for the form, or a path of ours to go to; of a program that was let in, its own address. */
export type Outcome = { done: string } | { go: string };

type DeskAsked<I> = { actor: Actor; input: I; at: Date };
type EntranceAsked<I> = { visitor: Visitor; input: I; at: Date };
type Spec<I, A> = { input: ZodType<I>; run: (asked: A) => Promise<Result<Outcome>> };
type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

/**
 * Makes the action of a form on a desk, whose slug the form carries as `workspace`. A refusal becomes a sentence, at its field
 * where it has one, and what was typed is kept.
 */
export function deskAction<I>(spec: Spec<I, DeskAsked<I>>): FormAction {
  return async function actOnDesk(before, form) {
    const actor = await requireActor(String(form.get("workspace") ?? ""));
    return answerForm(before, form, spec.input, actor, (input) => spec.run({ actor, input, at: new Date() }));
  };
}

/** Makes the action of a form at the entrance, where nobody need be signed in. */
export function entranceAction<I>(spec: Spec<I, EntranceAsked<I>>): FormAction {
  return async function actAtEntrance(before, form) {
    const visitor = readVisitor(await headers());
    return answerForm(before, form, spec.input, null, (input) =>
      spec.run({ visitor, input, at: new Date() }),
    );
  };
}

async function answerForm<I>(
  before: FormState,
  form: FormData,
  schema: ZodType<I>,
  actor: Actor | null,
  run: (input: I) => Promise<Result<Outcome>>,
): Promise<FormState> {
  const typed = readTyped(form);
  const answers = before.answers + 1;
  const outcome = await judge(schema, typed, run);
  if (!outcome.ok) return { ...sayRefusal(outcome.refusal, actor), done: null, typed, answers };
  if ("go" in outcome.value) redirect(outcome.value.go);
  if (actor) refresh();
  return { fields: {}, problem: null, done: outcome.value.done, typed: {}, answers };
}

async function judge<I>(
  schema: ZodType<I>,
  typed: Record<string, string>,
  run: (input: I) => Promise<Result<Outcome>>,
): Promise<Result<Outcome>> {
  const { workspace: _, ...rest } = typed;
  const parsed = parseInput(schema, rest);
  if (!parsed.ok) return refused({ code: "invalid", fields: parsed.fields });
  try {
    return await run(parsed.value);
  } catch (error) {
    log.error("an action failed", describeError(error));
    const sentence = `${sayWrong(error)} What you typed is kept.`;
    return refused({ code: "invalid", fields: { form: sentence } });
  }
}

/** Fields of text as they were typed. Next's own (they begin with "$") and files are left out, and U+0000, which no database keeps. */
function readTyped(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === "string" && !name.startsWith("$"))
      typed[name] = value.slice(0, 20_000).replaceAll("\0", "");
  return typed;
}

function sayRefusal(refusal: Refusal, actor: Actor | null): Pick<FormState, "fields" | "problem"> {
  if (refusal.code !== "invalid")
    return { fields: {}, problem: refusalSentence(refusal, { clientName: actor?.clientName }) };
  const { form = null, ...fields } = refusal.fields;
  return { fields, problem: form };
}
