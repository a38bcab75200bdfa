"use client";

import { useEffect } from "react";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What was typed into a controlled field before the page's scripts were there is told to the page as soon as they are: otherwise it
 * stands in the field, and something else is saved. `value` is what the page believes.
 */
export function TypedEarly({ id, value }: { id: string; value: string | boolean }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page wakes up once.
  useEffect(() => {
    const field = document.getElementById(id) as Control | null;
    const retype = field && (typeof value === "boolean" ? ticked(field, value) : typed(field, value));
    if (!retype) return;
    // One after the other: each may change what its neighbours' handlers know.
    const timer = setTimeout(retype);
    return () => clearTimeout(timer);
  }, []);
  return null;
}

function typed(field: Control, value: string): (() => void) | null {
  const now = field.value;
  if (now === "" || now === value.replaceAll("\r\n", "\n")) return null;
  // React tells of a change from what it has seen of the field: first it sees what it believes, then what was typed.
  return () => {
    field.value = value;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, now);
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }),
    );
  };
}

function ticked(field: Control, value: boolean): (() => void) | null {
  const box = field as HTMLInputElement;
  if (box.checked === value) return null;
  return () => {
    box.checked = value;
    box.click();
  };
}
