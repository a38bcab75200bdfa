import { parseUrl } from "@/lib/domain/parse-url";

/** One spelling for the place of a card or a calendar entry on its server, however an answer has escaped it; null when it is on another origin. */
export function placeOf(href: string, base: URL): string | null {
  const url = parseUrl(href, base);
  if (url === null || url.origin !== base.origin) return null;
  return url.pathname
    .split("/")
    .map((part) => encodeURIComponent(decoded(part)))
    .join("/");
}

/** Whether two places are one, with or without a slash at the end. */
export function isSamePlace(a: string, b: string): boolean {
  return a.replace(/\/+$/, "") === b.replace(/\/+$/, "");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
