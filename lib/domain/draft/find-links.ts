import { parseUrl } from "@/lib/domain/parse-url";

/** Which part of a plain text is a link. Only http:, https: and mailto: ever are; "www." is taken for https. */

/** Where a link stands in the text (UTF-16 units), and where it leads. */
export type Link = { from: number; to: number; href: string };

/**
 * A run without spaces, quotes, control and invisible signs, or the punctuation of scripts that write no spaces. "@www." and
 * "/www." belong to something longer.
 */
const pattern =
  /(?:(?<![a-z0-9_])https?:\/\/|(?<![a-z0-9_@./:-])(?:www\.|mailto:))[^\s<>"“”„«»\p{Cc}\p{Cf}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff5f-\uff65]+/giu;
const closing: Record<string, string> = { ")": "(", "]": "[", "}": "{" };
const trailing = new Set(".,;:!?'’‘…*_~|^`([{،؛؟।");

/** Every link in the order of the text. Punctuation and brackets that only follow it stay outside; brackets opened in it stay inside. */
export function findLinks(text: string): Link[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const written = withoutTrailing(match[0]);
    const href = safeHref(/^www\./i.test(written) ? `https://${written}` : written);
    if (href === null || (/^www\./i.test(written) && !isDotted(href))) return [];
    return [{ from: match.index, to: match.index + written.length, href }];
  });
}

/**
 * The address as it may stand behind a link, or null: whole, http(s) or mailto, and without a name before the host, which
 * only serves to look like another host ("https://bank.example@evil.example").
 */
export function safeHref(address: string): string | null {
  const href = address.replace(/[\t\n\r]/g, "").trim();
  if (/^mailto:/i.test(href)) return /^mailto:[^\s@?]+@[^\s@?]+(\?\S*)?$/i.test(href) ? href : null;
  const url = /^https?:\/\/[^/\\]/i.test(href) ? parseUrl(href) : null;
  if (url === null) return null;
  const { hostname, username, password } = url;
  return hostname !== "" && username === "" && password === "" ? href.replace(/\s/g, "%20") : null;
}

function withoutTrailing(run: string): string {
  const spare: Record<string, number> = {};
  for (const [close, open] of Object.entries(closing))
    spare[close] = run.split(close).length - run.split(open).length;
  let end = run.length;
  for (; end > 0; end--) {
    const last = run.charAt(end - 1);
    const over = spare[last];
    if (over !== undefined && over > 0) spare[last] = over - 1;
    else if (!trailing.has(last)) break;
    const close = Object.keys(closing).find((one) => closing[one] === last);
    if (close) spare[close] = (spare[close] ?? 0) + 1;
  }
  return run.slice(0, end);
}

function isDotted(href: string): boolean {
  return new URL(href).hostname.split(".").filter(Boolean).length > 2;
}
