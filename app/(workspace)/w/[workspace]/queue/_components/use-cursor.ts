"use client";

import { useEffect, useRef, useState } from "react";
import { leftHere } from "@/app/(workspace)/w/[workspace]/queue/_components/left-queues";

/** Where the detail stands beside the list; below this it is a page of its own. */
const wide = "(min-width: 1100px)";

export function isWide(): boolean {
  return matchMedia(wide).matches;
}

/**
 * Which task the person is at, and whether its page is open. The address says `?task=` for both, so that a reload, a
 * shared link and a phone's back button do what one expects; whoever comes back by the browser's own way is where they were.
 * Whoever is at one of the `absent` is there no longer, unless it is back in the `order`; nor at one of the `rows` that is folded,
 * unless it is open.
 */
export function useCursor(
  order: (string | null)[],
  asked: string | null,
  absent: ReadonlySet<string | null>,
  rows: readonly { id: string }[],
) {
  const first = asked && /^[\da-f-]{36}$/.test(asked) ? asked : null;
  const [activeId, setActiveId] = useState(() => first ?? leftHere()?.activeId ?? null);
  const [isOpen, setOpen] = useState(first !== null);
  // Who comes back, or to a task, goes on from there by keys.
  const wantsFocus = useRef(activeId !== null && order.includes(activeId));
  const held = useRef<Element | null>(null);
  const isAbsent =
    !order.includes(activeId) &&
    (absent.has(activeId) || (!isOpen && rows.some(({ id }) => id === activeId)));
  const current = (isAbsent ? null : activeId) ?? order[0] ?? null;

  useEffect(() => {
    function onBack() {
      const task = new URLSearchParams(location.search).get("task");
      setOpen(task !== null);
      // Who closes a task by it stays where that stands.
      const at = task ?? (isOpen ? null : leftHere()?.activeId);
      if (at) setActiveId(at);
      wantsFocus.current = true;
    }
    addEventListener("popstate", onBack);
    return () => removeEventListener("popstate", onBack);
  }, [isOpen]);

  // Rows that moved to another section are new elements, and what had the focus may be gone: it goes on with the cursor.
  function settle() {
    const at = document.activeElement;
    const isLost = held.current?.isConnected === false && at === document.body;
    if (isLost) wantsFocus.current = true;
    // Cards may come late, and somebody writes meanwhile.
    if (at?.matches("input,textarea")) wantsFocus.current = false;
    const find = (which: string) => document.querySelector<HTMLElement>(`[data-task${which}]`);
    const element =
      wantsFocus.current && ((current && find(`="${current}"`)) || ((isLost || !current) && find("")));
    if (element) {
      wantsFocus.current = false;
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: "nearest" });
    }
    held.current = document.activeElement;
  }
  useEffect(settle);

  function walkTo(id: string | null, { focus = true } = {}) {
    setActiveId(id);
    wantsFocus.current = focus && id !== null;
    if (isOpen) writeParam("task", id);
  }

  function walk(step: 1 | -1) {
    const at = current ? order.indexOf(current) : -1;
    const next = at === -1 ? order[0] : order[Math.max(0, Math.min(order.length - 1, at + step))];
    if (next) walkTo(next);
  }

  /** Opens a task: beside the list where there is room, otherwise as a page one comes back from. */
  function open(id: string) {
    setActiveId(id);
    setOpen(true);
    writeParam("task", id, !isWide() && !isOpen);
  }

  function close() {
    if (!isOpen) return;
    setOpen(false);
    writeParam("task", null);
    wantsFocus.current = true;
  }

  /** Where to go on when these rows leave their place: the next that stays, else the one before. */
  function after(ids: string[]): string | null {
    const going = new Set<string | null>(ids);
    const last = Math.max(...ids.map((id) => order.indexOf(id)));
    const rest = (from: typeof order) => from.find((id) => !going.has(id));
    return rest(order.slice(last + 1)) ?? rest(order.slice(0, Math.max(0, last)).reverse()) ?? null;
  }

  return { activeId: current, isOpen: isOpen && !isAbsent, walk, walkTo, open, close, after, settle };
}

/** Says in the address what is shown, without asking the server; `isStep` where the browser's way back leads to what was. */
export function writeParam(name: "task" | "view", value: string | null, isStep = false) {
  const url = new URL(location.href);
  if (value) url.searchParams.set(name, value);
  else url.searchParams.delete(name);
  history[isStep ? "pushState" : "replaceState"](null, "", url);
}
