"use client";

import { useEffect, useState } from "react";
import { touchCardId } from "@/components/people/touch-card";
import type { TouchLine } from "@/lib/domain/person/touch";

/**
 * The line that the keys mean. The focus is on it or within it; when it leaves, the next one in its place is meant, and has
 * the focus.
 */
export function useChosen(lines: TouchLine[]) {
  const [mark, setMark] = useState<{ id: string; at: number } | null>(null);
  const at = lines.findIndex((line) => line.id === mark?.id);
  const chosen = mark === null ? null : (lines[at === -1 ? Math.min(mark.at, lines.length - 1) : at] ?? null);
  const id = chosen?.id ?? null;

  useEffect(() => {
    const focused = document.activeElement;
    const isFree = focused === null || focused === document.body || focused.matches("article[data-touch]");
    if (id !== null && isFree) focusOn(id);
  }, [id]);

  function choose(line: TouchLine) {
    setMark({ id: line.id, at: lines.findIndex((one) => one.id === line.id) });
  }

  function walk(step: 1 | -1) {
    const from = lines.findIndex((line) => line.id === id);
    const next = lines[from === -1 ? 0 : Math.max(0, Math.min(lines.length - 1, from + step))];
    if (!next) return;
    choose(next);
    focusOn(next.id);
  }

  return { chosen, choose, walk };
}

function focusOn(id: string) {
  const card = document.getElementById(touchCardId(id));
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest" });
}
