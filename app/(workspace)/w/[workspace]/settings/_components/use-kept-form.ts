"use client";

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { useDesk } from "@/components/workspace/desk-context";
import { type FormState, untouchedForm } from "@/lib/actions/form-state";

/** What stands in a form: lines of text, and boxes that are ticked or not. */
type Values = Record<string, string | boolean>;
type NameOf<T, V> = keyof { [N in keyof T as T[N] extends V ? N : never]: true } & string;
type Action = (before: FormState, form: FormData) => Promise<FormState>;

/**
 * A form that the server answers, whose fields keep themselves: what was typed is kept in this tab, by field, until it is saved or left.
 * What is typed while it is being saved stays as well. It goes to `action`; `fresh` is what is saved;
 * `text` and `box` are the fields' own.
 */
export function useKeptForm<T extends Values>(what: string, id: string, fresh: T, action: Action) {
  const settle = useRef(() => {});
  // Heard also by a form that has gone by then. Without scripts the browser sends it to the action itself.
  const heard: Action = async (before, form) => {
    const state = await action(before, form);
    if (state.done !== null) settle.current();
    return state;
  };
  const [state, send, busy] = useActionState(typeof window === "undefined" ? action : heard, untouchedForm);
  const kept = useKeptValues<Values>(aboutKey(useDesk(), what, id), fresh, refusedOf(state, fresh));
  const { values, change, forget } = kept;
  // A form that went out before the page's scripts were there comes back answered.
  const sent = useRef(forget);
  useEffect(() => {
    if (state.done !== null) sent.current();
  }, [state]);

  /** Sent by hand: the browser's own way empties the form with the answer, whatever was typed by then. */
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    settle.current = kept.settle;
    sent.current = kept.draw;
    const form = new FormData(event.currentTarget);
    startTransition(() => send(form));
  }
  return {
    state,
    send,
    busy,
    values: values as T,
    change: change as (part: Partial<T>) => void,
    text: (name: NameOf<T, string>) => ({
      name,
      value: String(values[name]),
      onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
    }),
    box: (name: NameOf<T, boolean>) => ({
      name,
      checked: values[name] === true,
      onChange: (event: { target: { checked: boolean } }) => change({ [name]: event.target.checked }),
    }),
    isTouched: kept.isTouched,
    onSubmit,
    onLeave: forget,
  };
}

/** What was typed into a form that came back with a "no"; a box that is not ticked is not sent at all. */
function refusedOf(state: FormState, fresh: Values): Values {
  if (state.answers === 0 || state.done !== null) return {};
  const typed = Object.entries(fresh).map(([name, value]) => [
    name,
    typeof value === "boolean" ? state.typed[name] === "on" : (state.typed[name] ?? value),
  ]);
  return Object.fromEntries(typed);
}
