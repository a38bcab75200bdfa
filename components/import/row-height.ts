import type { ImportRowView } from "@/lib/domain/import/view";

/** By the lines of detail that stand under the name on a phone, none to four; on a desk as many letters fill one line or two. */
const withCircle = [
  "[--row:5.875rem] sm:[--row:2.25rem]",
  "[--row:5.875rem] sm:[--row:2.4375rem]",
  "[--row:6.75rem] sm:[--row:2.4375rem]",
  "[--row:7.9375rem] sm:[--row:2.4375rem]",
  "[--row:9.125rem] sm:[--row:3.625rem]",
];
const alone = [
  "[--row:2.75rem] sm:[--row:1.5rem]",
  "[--row:2.75rem] sm:[--row:2.4375rem]",
  "[--row:3.625rem] sm:[--row:2.4375rem]",
  "[--row:4.8125rem] sm:[--row:2.4375rem]",
  "[--row:6rem] sm:[--row:3.625rem]",
];

/** Letters on a line of detail, on a phone. */
const MOST = 28;

/**
 * The class with about the height of a line of an import, before anybody has come near it: where a list of thousands guesses wrong, its
 * scrollbar jumps. `hasCircle`: on a phone the choice of a circle stands below.
 */
export function rowHeight(
  { detail, why }: Pick<ImportRowView, "detail" | "why">,
  hasCircle: boolean,
): string {
  const lines = Math.ceil(detail.length / MOST) + Math.ceil(why.length / MOST);
  return (hasCircle ? withCircle : alone)[Math.min(lines, 4)] ?? "";
}
