import { parseUrl } from "@/lib/domain/parse-url";

/** The address of a calendar that is read as a file, or why there is none in what was typed. */
export type TypedFeed = { url: string } | { why: string };

/**
 * What was typed as the address of a calendar: "webcal://…" is https by another name, and one without a scheme is taken for https.
 * A user name in it is refused: it would be in every log on the way.
 */
export function feedTyped(typed: string): TypedFeed {
  const text = typed.trim();
  const named = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text)?.[0].toLowerCase() ?? "";
  if (!["", "https://", "http://", "webcal://", "webcals://"].includes(named))
    return { why: "Firsthand reads calendars at addresses that begin with https:// or webcal://." };
  const plain = text.slice(named.length);
  const address = `${named === "http://" ? "http" : "https"}://${plain}`;
  const url = plain === "" || /\s/.test(text) ? null : parseUrl(address);
  if (url === null) return { why: "This is not the address of a calendar." };
  if (url.username !== "" || url.password !== "")
    return {
      why: "A user name or password in the address is not taken. Type the address without it; a calendar server asks for them below.",
    };
  url.hash = "";
  return { url: url.href };
}

/** Whether what was typed can only be a server: "example.com", or "mira@example.com". */
export function namesOnlyServer(typed: string): boolean {
  return /^(?:https?:\/\/)?(?:[^\s@/]+@)?[^\s@/]+\/?$/i.test(typed.trim());
}
