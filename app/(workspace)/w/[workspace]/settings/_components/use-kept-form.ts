"use client";

import { type FormEvent, useEffect, useState } from "react";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { keep } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { readPart } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { useDesk } from "@/components/workspace/desk-context";
import type { FormState } from "@/lib/actions/form-state";

type Kept = Record<string, string>;
const nothing: Kept = {};

/**
 * A form that the server answers, whose fields keep themselves: what was typed is kept in this tab, by field, until it is saved or left.
 * `text` and `checked` say what a field begins with; the form is drawn anew with it whenever `drawn`, its key, changes.
 */
export function useKeptForm(what: string, id: string, state: FormState) {
  const key = aboutKey(useDesk(), what, id);
  const [kept, setKept] = useState<Kept>(nothing);
  const [drawn, setDrawn] = useState(0);
  const [isTouched, setTouched] = useState(false);
  const [left, setLeft] = useState(0);
  const isRefused = state.problem !== null || Object.keys(state.fields).length > 0;
  const isTyped = isRefused && state.answers !== left;
  const begun: Kept = isTyped ? state.typed : state.done === null ? kept : nothing;

  useEffect(() => {
    const found = readPart<Kept>(key) as Kept;
    if (Object.keys(found).length === 0) return;
    setKept(found);
    setTouched(true);
    setDrawn((before) => before + 1);
  }, [key]);
  useEffect(() => {
    if (state.done === null) return;
    keep(key, "");
    setKept(nothing);
    setTouched(false);
  }, [key, state]);

  function onInput(event: FormEvent<HTMLFormElement>) {
    const touched = touchedFields(event.currentTarget, begun);
    keep(key, Object.keys(touched).length > 0 ? JSON.stringify(touched) : "");
    setTouched(Object.keys(touched).length > 0);
  }
  function onLeave() {
    keep(key, "");
    setKept(nothing);
    setLeft(state.answers);
    setTouched(false);
    setDrawn((before) => before + 1);
  }
  return {
    text: (name: string, saved: string) => begun[name] ?? saved,
    // A box that is not ticked is not sent at all.
    checked: (name: string, saved: boolean) => (name in begun || isTyped ? begun[name] === "on" : saved),
    drawn: `${state.answers}-${drawn}`,
    isTouched,
    onInput,
    onLeave,
  };
}

/** What stands in the form otherwise than it was drawn, and what it began with that was not saved; what is hidden or secret is not kept. */
function touchedFields(form: HTMLFormElement, begun: Kept): Kept {
  const touched: Kept = {};
  for (const field of form.elements) {
    const [value, drawn] = readField(field);
    if (value === null || !("name" in field) || typeof field.name !== "string" || field.name === "") continue;
    if (value !== drawn || field.name in begun) touched[field.name] = value;
  }
  return touched;
}

/** What stands in a field, and what it was drawn with; nothing where it is not to be kept. */
function readField(field: Element): [string | null, string] {
  if (field instanceof HTMLSelectElement) {
    const drawn = [...field.options].find((option) => option.defaultSelected);
    return [field.value, drawn?.value ?? ""];
  }
  if (field instanceof HTMLTextAreaElement) return [field.value, field.defaultValue];
  if (!(field instanceof HTMLInputElement)) return [null, ""];
  if (field.type === "hidden" || field.type === "password") return [null, ""];
  if (field.type === "checkbox") return [field.checked ? "on" : "", field.defaultChecked ? "on" : ""];
  if (field.type !== "radio") return [field.value, field.defaultValue];
  return field.checked ? [field.value, field.defaultChecked ? field.value : ""] : [null, ""];
}
