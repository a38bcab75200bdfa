"use client";

import { useEffect, useRef } from "react";
import { isStillTyping, takeEarlyKeys } from "@/components/ui/early-keys";

type Where = {
  /** These keys belong to an open window, and not to the page below it. */
  inDialog?: boolean;
};

/** Keys that may be held down. */
const walking = new Set(["j", "k", "arrowdown", "arrowup"]);

/**
 * Single keys for what the buttons do; not while somebody types, holds another key down (but Shift), or has a window or
 * menu open. "enter" and " " leave buttons and links alone; "mod+z" is Ctrl or Command and Z.
 */
export function useKeys(
  isOn: boolean,
  keys: Record<string, (event: KeyboardEvent) => void>,
  where: Where = {},
): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  const { inDialog = false } = where;
  useEffect(() => {
    if (!isOn) return;
    function onKey(event: KeyboardEvent) {
      if (event.altKey || event.defaultPrevented || event.isComposing) return;
      if (event.repeat && !walking.has(event.key.toLowerCase())) return;
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea, select, [contenteditable], [popover]:popover-open")) return;
      if ((document.querySelector("dialog[open]") !== null) !== inDialog) return;
      const mod = event.ctrlKey || event.metaKey ? "mod+" : "";
      const key = event.key.toLowerCase();
      if ((key === "enter" || key === " ") && target.closest("button, a[href], summary")) return;
      const run = latest.current[mod + key];
      if (!run || (event.isTrusted && isStillTyping(event.timeStamp))) return;
      event.preventDefault();
      run(event);
    }
    addEventListener("keydown", onKey);
    let isGone = false;
    // A page's effects run before the router's own, which makes an address pushed here count: early keys wait for it.
    queueMicrotask(() => {
      if (!isGone && !inDialog) takeEarlyKeys(performance.now());
    });
    return () => {
      isGone = true;
      removeEventListener("keydown", onKey);
    };
  }, [isOn, inDialog]);
}
