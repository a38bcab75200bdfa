/** After a line was added to the list around a button: puts the focus into it, so that one can type on. */
export function focusNewLine(button: HTMLElement): void {
  const list = button.closest("fieldset");
  requestAnimationFrame(() => {
    const lines = list?.querySelectorAll<HTMLElement>(":scope > div");
    lines?.[lines.length - 1]?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  });
}
