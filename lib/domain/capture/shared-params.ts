import { LONGEST_CAPTURE, type Shared } from "@/lib/domain/capture/captured";
import { isAddress, LONGEST_ADDRESS } from "@/lib/domain/capture/find-address";

/** What stands in an address that something is shared to; empty texts for what does not. */
export type SharedWords = Required<Shared>;

const most = { title: 2000, text: LONGEST_CAPTURE, url: LONGEST_ADDRESS };
const names = ["title", "text", "url"] as const;

/** An address that was put behind "?url=" as it is, its own "&" and "#" included; null where it was encoded as it should be. */
function bareAddress(query: string, fragment: string): string | null {
  const bare = /^\??url=(https?:\/\/.*)$/is.exec(query)?.[1];
  return bare === undefined ? null : bare + fragment;
}

/**
 * Reads what was shared from the query of an address, where phones put it, and from its fragment, where our own bookmark does:
 * a fragment can be long, and no server's log has it. An address that leads nowhere good is left out. `fragment` with its "#".
 */
export function readSharedParams(query: string, fragment: string): SharedWords {
  const bare = bareAddress(query, fragment);
  if (bare !== null) return { title: "", text: "", url: isAddress(bare) ? bare : "" };
  const [asked, beside] = [new URLSearchParams(query), new URLSearchParams(fragment.replace(/^#/, ""))];
  const read = (name: (typeof names)[number]) =>
    (beside.get(name) || asked.get(name) || "").replaceAll("\0", "");
  const url = read("url").trim();
  return {
    title: read("title").slice(0, most.title).toWellFormed(),
    text: read("text").slice(0, most.text).toWellFormed(),
    url: isAddress(url) ? url : "",
  };
}

/** The same as parameters, without the empty ones. */
export function writeSharedParams(shared: SharedWords): string {
  return new URLSearchParams(
    names.flatMap((name) => (shared[name] ? [[name, shared[name]]] : [])),
  ).toString();
}

/** Whether there is anything in it. */
export function isShared(shared: SharedWords): boolean {
  return names.some((name) => shared[name].trim() !== "");
}
