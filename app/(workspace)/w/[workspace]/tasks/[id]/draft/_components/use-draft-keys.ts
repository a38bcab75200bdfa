"use client";

import { useLayoutEffect, useRef } from "react";
import { undoKeys, useKeys } from "@/components/ui/use-keys";

type Does = Record<
  "primary" | "save" | "write" | "phrases" | "comment" | "askChanges" | "takeBack" | "send" | "leave",
  () => unknown
> & {
  /** Null where there is nothing to call back: then these keys are the bar's. */
  undo: (() => unknown) | null;
};

/**
 * The keys of a draft's page. Ctrl (or Command) with Enter and S are heard while somebody types as well. `isBarUndone`: what the bar says
 * can be taken back as well, and U is its key.
 */
export function useDraftKeys(isOn: boolean, does: Does, isBarUndone: boolean): void {
  const latest = useRef(does);
  // With what is drawn, as in useKeys.
  useLayoutEffect(() => {
    latest.current = does;
  });
  useLayoutEffect(() => {
    if (!isOn) return;
    function onKey(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || event.repeat) return;
      if (document.querySelector("dialog[open]")) return;
      const run = { enter: latest.current.primary, s: latest.current.save }[event.key.toLowerCase()];
      if (!run) return;
      event.preventDefault();
      // A field beside the words saves itself as it is left: what stands in it belongs to what is saved or approved.
      const field = document.activeElement;
      if (field instanceof HTMLInputElement) {
        field.blur();
        field.focus();
      }
      run();
    }
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [isOn]);
  const { u, ...others } = does.undo ? undoKeys(does.undo) : {};
  useKeys(isOn, {
    ...others,
    ...(u && !isBarUndone ? { u } : {}),
    e: does.write,
    "/": does.phrases,
    c: does.comment,
    a: does.askChanges,
    b: does.takeBack,
    s: does.send,
    escape: does.leave,
  });
}
