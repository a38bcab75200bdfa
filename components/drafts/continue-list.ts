/** What a key changes in a text: the letters from `from` to `to` become `insert`. UTF-16 units. */
export type TextEdit = { from: number; to: number; insert: string };

const item = /^([^\S\n]{0,16})([-*•]|\d{1,3}\.)([^\S\n]+)/;

/** What Enter does in a list: the next item begins like this one; in an empty item the list ends. Null where there is no list. */
export function continueList(text: string, from: number, to: number): TextEdit | null {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const line = text.slice(start, from);
  const [marker, indent = "", sign = "", space = ""] = item.exec(line) ?? [];
  if (marker === undefined) return null;
  const end = text.indexOf("\n", to);
  const rest = text.slice(to, end < 0 ? text.length : end);
  if (line === marker && rest.trim() === "") return { from: start, to, insert: "" };
  const next = /\d/.test(sign) ? `${Number.parseInt(sign, 10) + 1}.` : sign;
  return { from, to, insert: `\n${indent}${next}${space}` };
}
