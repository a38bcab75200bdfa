import { parseUrl } from "@/lib/domain/parse-url";

const address = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|tel:[+\d])\S*$/i;
const inText = /https?:\/\/[^\s<>"“”«»]{1,2100}/gi;
const stops = ".,;:!?'’";
const before = " \n\t:–—|-";

/** The longest address that is kept. */
export const LONGEST_ADDRESS = 2000;

/** Whether this is an address that somebody can be led to: a page, a mailbox or a telephone, and nothing that runs. */
export function isAddress(text: string): boolean {
  const bare = text.trim();
  return bare.length <= LONGEST_ADDRESS && address.test(bare) && parseUrl(bare) !== null;
}

/** The address in a text: the one at its end, where phones put it, or else its first. As it is, with whatever it carries. */
export function findAddress(text: string): string | null {
  const found = [...text.matchAll(inText)].map(([one]) => withoutStop(one)).filter(isAddress);
  const last = found.at(-1);
  if (last !== undefined && endsWith(text, last)) return last;
  return found[0] ?? null;
}

/** Whether an address only follows a text, or is all of it: then the text reads on without it. */
export function leadsNowhereElse(text: string, found: string): boolean {
  return endsWith(text, found) && text.indexOf(found) === text.lastIndexOf(found);
}

/** Whether nothing but the end of a sentence comes after an address. */
function endsWith(text: string, found: string): boolean {
  const at = text.lastIndexOf(found);
  return at !== -1 && [...text.slice(at + found.length)].every((sign) => `${stops})`.includes(sign));
}

/** The text in front of the address that ends it. */
export function bareAddress(text: string, found: string): string {
  let end = text.lastIndexOf(found);
  while (end > 0 && before.includes(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end).trim();
}

/** Without the full stop of the sentence around it, and without a bracket that was opened before it. */
function withoutStop(found: string): string {
  let end = found.length;
  let open = 0;
  for (const sign of found) open += sign === "(" ? 1 : sign === ")" ? -1 : 0;
  for (; end > 0; end -= 1) {
    const sign = found[end - 1] ?? "";
    if (sign === ")" && open < 0) open += 1;
    else if (!stops.includes(sign)) break;
  }
  return found.slice(0, end);
}

/** An address in the shape in which it is looked up among people's: a page without what differs from visit to visit. */
export function addressToLookUp(url: string | null) {
  const none = { link: null, email: null, phone: null };
  if (url === null) return none;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === "mailto:") return { ...none, email: decoded(pathname).toLowerCase() };
  if (protocol === "tel:") return { ...none, phone: decoded(pathname).replace(/[^0-9+]/g, "") };
  const path = pathname.replace(/\/+$/, "");
  return path === ""
    ? none
    : { ...none, link: `${hostname.replace(/^(www|m|mobile)\./, "")}${path}`.toLowerCase() };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
