/**
 * An address taken apart (WHATWG URL), or null when it is none. Not by `URL.canParse`: on Node 20 and 22 that takes an address with
 * "ü" in it for none as soon as it has been asked often enough to be compiled.
 */
export function parseUrl(text: string, base?: string | URL): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
