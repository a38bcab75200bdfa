"use client";

import { useLayoutEffect, useRef } from "react";
import { useKeys } from "@/components/ui/use-keys";

type Does = Record<
  | "primary"
  | "save"
  | "write"
  | "phrases"
  | "comment"
  | "askChanges"
  | "takeBack"
  | "undo"
  | "send"
  | "leave",
  () => unknown
>;

/** The keys of a draft's page. Ctrl (or Command) with Enter and S are heard while somebody types as well. */
export function useDraftKeys(isOn: boolean, does: Does): void {
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
  useKeys(isOn, {
    e: does.write,
    "/": does.phrases,
    c: does.comment,
    a: does.askChanges,
    b: does.takeBack,
    z: does.undo,
    "mod+z": does.undo,
    s: does.send,
    escape: does.leave,
  });
}
