"use client";

import { useEffect, useRef, useState } from "react";
import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";

type Typed<T> = {
  key: string;
  part: Partial<T>;
  /** What was saved before, as text, once the part was sent; null while it was not. */
  sentOver: string | null;
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
  const [typed, setTyped] = useState<Typed<T>>({ key, part: begun, sentOver: null });
  const latest = useRef(typed);
  const came = useRef(begun);
  useEffect(() => {
    latest.current = { key, part: { ...readPart<T>(key), ...came.current }, sentOver: null };
    setTyped(latest.current);
  }, [key]);
  const isShown = typed.key === key && (typed.sentOver === null || typed.sentOver === saved);
  const values: T = { ...fresh, ...(isShown && typed.part) };

  function put(part: Partial<T>) {
    latest.current = { key, part, sentOver: null };
    setTyped(latest.current);
    keep(key, Object.keys(part).length > 0 ? JSON.stringify(part) : "");
  }

  function change(part: Partial<T>) {
    const now = Object.entries({ ...values, ...part });
    put(Object.fromEntries(now.filter(([name, value]) => !isSame(value, fresh[name]))) as Partial<T>);
  }
  return {
    values,
    change,
    forget: () => put({}),
    /** The values of this drawing were sent. `isDrawn`: `fresh` knows of them already. */
    settle: (isDrawn = false) => {
      // What was typed while it was under way was not sent, nor what was put back to what it had been.
      if (!isSame(latest.current.part, typed.part))
        return put({ ...pick(fresh, typed.part), ...latest.current.part });
      if (isDrawn) return put({});
      latest.current = { ...typed, sentOver: saved };
      setTyped(latest.current);
      keep(key, "");
    },
    /** Whether anything is typed that was not sent. */
    isTouched: isShown && typed.sentOver === null && Object.keys(typed.part).length > 0,
  };
}

function pick<T extends object>(from: T, names: object): Partial<T> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => name in names)) as Partial<T>;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The part of a form that was kept at this key. */
function readPart<T>(key: string): Partial<T> {
  try {
    return JSON.parse(read(key) ?? "{}") as Partial<T>;
  } catch {
    return {};
  }
}
