import type { TextEdit } from "@/components/drafts/continue-list";

/** Types into a field as a hand does: its own undo (Ctrl+Z) takes it back, and whoever listens to the field hears of it. */
export function insertText(field: HTMLTextAreaElement, { from, to, insert }: TextEdit): void {
  field.focus();
  field.setSelectionRange(from, to);
  const isDone =
    insert === "" ? document.execCommand("delete") : document.execCommand("insertText", false, insert);
  if (isDone) return;
  field.setRangeText(insert, from, to, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
