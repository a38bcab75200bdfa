import type { Bar } from "@/app/(workspace)/w/[workspace]/queue/_components/use-bar";

/** The Undo of a bar, for its keys; null where its button is another one, such as a next best step, or there is none. */
export function undoInBar(bar: Bar | null): (() => void) | null {
  return bar?.action?.shortcut === "U" ? bar.action.onClick : null;
}
