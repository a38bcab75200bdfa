import { parseUrl } from "@/lib/domain/parse-url";

const somewhere = "http://firsthand.invalid";

/**
 * A path of ours that somebody may be led to after signing in, or "/" when what was asked for could lead elsewhere:
 * another origin, `//host`, a backslash, a control character, or a percent-encoded one of these at the beginning.
 */
export function safePath(asked: string | null | undefined): string {
  if (!asked || asked.length > 2000 || !asked.startsWith("/")) return "/";
  if (asked.includes("\\") || hasControlCharacter(asked) || /^\/(\/|%2f|%5c|%0)/i.test(asked)) return "/";
  const url = parseUrl(asked, somewhere);
  // Dots are resolved by now: "/.//host" must not become "//host".
  if (url === null || url.origin !== somewhere || url.pathname.startsWith("//")) return "/";
  // What Next adds when it asks for a part of a page is no part of the address.
  url.searchParams.delete("_rsc");
  return `${url.pathname}${url.search}${url.hash}`;
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((letter) => letter < " " || letter === "\u007f");
}

/** The sign-in page that leads back to `path` afterwards. */
export function signInPath(path: string): string {
  const next = safePath(path);
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}
