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
 * nobody has touched is as in `fresh`, whatever that is by then; what was sent stays on screen until `fresh` knows of it.
 */
export function useKeptValues<T extends Record<string, unknown>>(key: string, fresh: T) {
  const saved = JSON.stringify(fresh);
  const [typed, setTyped] = useState<Typed<T>>({ key, part: {}, sentOver: null });
  const latest = useRef(typed);
  useEffect(() => {
    latest.current = { key, part: readPart<T>(key), sentOver: null };
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
    settle: () => {
      // What was typed while it was under way was not sent.
      if (latest.current !== typed) return;
      latest.current = { ...typed, sentOver: saved };
      setTyped(latest.current);
      keep(key, "");
    },
    /** Whether anything is typed that was not sent. */
    isTouched: isShown && typed.sentOver === null && Object.keys(typed.part).length > 0,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The part of a form that was kept at this key. */
export function readPart<T>(key: string): Partial<T> {
  try {
    return JSON.parse(read(key) ?? "{}") as Partial<T>;
  } catch {
    return {};
  }
}
