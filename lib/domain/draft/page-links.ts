/** How a link of a page is told in plain text. */
import { findLinks, safeHref } from "@/lib/domain/draft/find-links";

/**
 * What was shown, and behind it in brackets where it leads: "the programme (https://…)". The address alone when it is what
 * was shown, and only what was shown when the address is none of http(s) and mailto. White space around `shown` stays.
 */
export function sayLink(shown: string, address: string): string {
  const href = safeHref(address);
  const words = shown.trim();
  if (href === null || words === "") return shown;
  const isSame = bare(words) === bare(href);
  if (!isSame) return `${shown} (${whole(href)})`;
  if (/^mailto:/i.test(href) || isOneLink(words)) return shown;
  return shown.replace(words, () => whole(href));
}

/** The address as it is found again as one link: what would end it early is written in its other form (RFC 3986 §2.1). */
function whole(href: string): string {
  if (isOneLink(href)) return href;
  return href.replace(/[^!#$%&*+,./:;=?@~\w-]/gu, (sign) =>
    /['()]/.test(sign) ? `%${sign.charCodeAt(0).toString(16)}` : encodeURIComponent(sign.toWellFormed()),
  );
}

function isOneLink(text: string): boolean {
  const [link] = findLinks(text);
  return link?.from === 0 && link.to === text.length;
}

function bare(address: string): string {
  return address
    .replace(/^(?:https?:\/\/|mailto:)/i, "")
    .replace(/^www\./i, "")
    .replace(/\/$/, "")
    .replace(/^([^?]*@[^?]*)\?.*$/, "$1")
    .toLowerCase();
}
