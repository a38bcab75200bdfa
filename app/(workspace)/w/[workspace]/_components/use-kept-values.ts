"use client";

import { useEffect, useRef, useState } from "react";
import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";

type Typed<T> = {
  key: string;
  /** What is typed and was not sent. */
  part: Partial<T>;
  /** What was sent, and, as text, what was saved before. */
  sent: { part: Partial<T>; over: string } | null;
};

/**
 * The values of a form, kept in this tab across reloads until they are forgotten or `settle` says that they were sent. A field that
 * nobody has touched is as in `fresh`, whatever that is by then; what was sent stays on screen until `fresh` knows of it. `begun` is
 * what the form came with that is not saved.
 */
export function useKeptValues<T extends Record<string, unknown>>(
  key: string,
  fresh: T,
  begun: Partial<T> = {},
) {
  const saved = JSON.stringify(fresh);
  const [typed, setTyped] = useState<Typed<T>>({ key, part: begun, sent: null });
  const latest = useRef(typed);
  const came = useRef(begun);
  const freshest = useRef(fresh);
  useEffect(() => {
    freshest.current = fresh;
  });
  useEffect(() => {
    // What is saved by now is no longer typed.
    const kept = without(readPart<T>(key), freshest.current);
    keepPart(key, kept);
    latest.current = { key, part: { ...kept, ...came.current }, sent: null };
    setTyped(latest.current);
  }, [key]);
  const isHere = typed.key === key;
  const under: T = { ...fresh, ...(isHere && typed.sent?.over === saved && typed.sent.part) };
  const part = isHere ? without(typed.part, under) : {};
  const values: T = { ...under, ...part };

  function put(part: Partial<T>, sent = latest.current.sent) {
    latest.current = { key, part, sent };
    setTyped(latest.current);
    keepPart(key, part);
  }
  return {
    values,
    change: (changed: Partial<T>) => put(without({ ...values, ...changed }, under)),
    forget: () => put({}, null),
    /** The values of this drawing were sent. What was typed while that was under way was not, nor what was put back meanwhile. */
    settle: () => put(without({ ...under, ...latest.current.part }, values), { part: values, over: saved }),
    /** `fresh` knows of what was sent. */
    draw: () => put(without(latest.current.part, freshest.current), null),
    /** Whether anything is typed that was not sent. */
    isTouched: Object.keys(part).length > 0,
  };
}

/** The fields that are otherwise than there. */
function without<T extends object>(part: Partial<T>, there: T): Partial<T> {
  const others = Object.entries(part).filter(([name, value]) => !isSame(value, there[name as keyof T]));
  return Object.fromEntries(others) as Partial<T>;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function keepPart(key: string, part: object): void {
  keep(key, Object.keys(part).length > 0 ? JSON.stringify(part) : "");
}

/** The part of a form that was kept at this key. */
function readPart<T>(key: string): Partial<T> {
  try {
    return JSON.parse(read(key) ?? "{}") as Partial<T>;
  } catch {
    return {};
  }
}
