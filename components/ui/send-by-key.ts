import type { KeyboardEvent } from "react";

/** For a form with lines to write in: Ctrl (or Command) and Enter press its button, wherever that stands; one that is busy does nothing. */
export function sendByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
  if (event.defaultPrevented || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.elements].filter((one) => one instanceof HTMLButtonElement);
  buttons.find(({ type }) => type === "submit")?.click();
}
