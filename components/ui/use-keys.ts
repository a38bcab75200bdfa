"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import { isRemembering, isStillTyping, isTaken, takeEarlyKeys, walking } from "@/components/ui/early-keys";

type Where = {
  /** These keys belong to an open window, and not to the page below it. */
  inDialog?: boolean;
  /** The desk's own keys, on all its pages: heard last, so that a page may use one of them for something else. */
  ofDesk?: boolean;
};

const PAGE_WAKES_MS = 1_000;

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
  // With what is drawn, not after it: a hand that answers what it sees is quicker than an effect.
  useLayoutEffect(() => {
    latest.current = keys;
  });
  const { inDialog = false, ofDesk = false } = where;
  // From the moment on that it is drawn.
  useLayoutEffect(() => {
    if (!isOn) return;
    function onKey(event: KeyboardEvent) {
      if (event.altKey || event.defaultPrevented || event.isComposing) return;
      const key = event.key.toLowerCase();
      // Those alone may be held down.
      if (event.repeat && !walking.has(key)) return;
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea, select, [contenteditable], [popover]:popover-open")) return;
      if ((document.querySelector("dialog[open]") !== null) !== inDialog) return;
      const mod = event.ctrlKey || event.metaKey ? "mod+" : "";
      if ((key === "enter" || key === " ") && target.closest("button, a[href], summary")) return;
      const run = latest.current[mod + key];
      if (!run) return;
      const isHandedOver = event.isTrusted && (isTaken(event.timeStamp) || (mod === "" && isRemembering()));
      if (event.isTrusted && !isHandedOver && isStillTyping(event.timeStamp)) return;
      event.preventDefault();
      if (isHandedOver) return;
      run(event);
    }
    // On its way up a key passes the document before the window.
    const hearing = ofDesk ? window : document;
    hearing.addEventListener("keydown", onKey as EventListener);
    return () => hearing.removeEventListener("keydown", onKey as EventListener);
  }, [isOn, inDialog, ofDesk]);
  useEffect(() => {
    if (!isOn || inDialog) return;
    const take = () => takeEarlyKeys(performance.now());
    if (ofDesk) {
      // A page with keys of its own takes them first, and may wake up later than its frame.
      const timer = setTimeout(take, PAGE_WAKES_MS);
      return () => clearTimeout(timer);
    }
    let isGone = false;
    // A page's effects run before the router's own, which makes an address pushed here count: early keys wait for it.
    queueMicrotask(() => !isGone && take());
    return () => {
      isGone = true;
    };
  }, [isOn, inDialog, ofDesk]);
}

/** The keys of a page's Undo, on every page the same; a page that needs one of them for something else says so after these. */
export function undoKeys(undo: () => unknown) {
  return { u: undo, z: undo, "mod+z": undo };
}
