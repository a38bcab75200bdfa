import { XMLParser } from "fast-xml-parser";
import { AsksTooMuch } from "@/lib/adapters/content-lines/asks-too-much";
import type { DavSort } from "@/lib/adapters/dav/trades";

/**
 * One thing of a DAV server's answer (RFC 4918 §14.24). `status` is the thing's own, 200 where only its properties have one;
 * `content` what was read of the card or the calendar entry inside it, null where there was none or none was asked for.
 */
export type DavThing<Content = null> = {
  href: string;
  status: number;
  etag: string;
  name: string;
  ctag: string;
  syncToken: string;
  isCollection: boolean;
  /** Which of our two it is a collection of; a calendar of tasks or journals alone is none (RFC 4791 §5.2.3). */
  holds: DavSort | null;
  canSync: boolean;
  /** Whether this user may put things there; servers that do not say are believed to let them. */
  isWritable: boolean;
  principal: string | null;
  homes: string[];
  content: Content | null;
};

/** A whole answer; `syncToken` is the one after it (RFC 6578 §6.2). */
export type Multistatus<Content = null> = { things: DavThing<Content>[]; syncToken: string };

type Node = string | { [name: string]: Node | Node[] } | undefined;

/** More than the longest collection we read, so that a short answer cannot become a long list. */
const MOST_THINGS = 60_000;
/** RFC 3744 §3: any of these lets somebody put a thing into a collection. */
const MAY_WRITE = ["all", "write", "write-content", "bind"];

/**
 * Reads a multistatus answer; `readContent` makes something of the text of each card or calendar entry in it. Namespaces are told
 * apart by local names, which DAV, CardDAV and CalDAV do not share. Throws {@link AsksTooMuch}, or an error for what is no
 * multistatus. Belongs into the reader's thread.
 */
export function readMultistatus<Content>(
  bytes: Uint8Array,
  readContent: ((text: string) => Content) | null,
): Multistatus<Content> {
  const text = new TextDecoder().decode(bytes);
  // Entities of an answer's own could grow without end, and no server needs them.
  if (/<!DOCTYPE/i.test(text)) throw new Error("a document type");
  const parser = new XMLParser({
    removeNSPrefix: true,
    ignoreAttributes: (name) => name !== "name",
    attributeNamePrefix: "@",
    parseTagValue: false,
    trimValues: true,
    htmlEntities: true,
    isArray: (name) => name === "response" || name === "propstat",
  });
  const root = at(parser.parse(text) as Node, "multistatus");
  if (root === undefined) throw new Error("no multistatus");
  const responses = list(at(root, "response"));
  if (responses.length > MOST_THINGS) throw new AsksTooMuch(`${MOST_THINGS.toLocaleString("en")} entries`);
  return {
    things: responses.map((response) => readThing(response, readContent)),
    syncToken: textOf(at(root, "sync-token")),
  };
}

function readThing<Content>(
  response: Node,
  readContent: ((text: string) => Content) | null,
): DavThing<Content> {
  const stats = list(at(response, "propstat"));
  const good = stats.find((stat) => statusOf(at(stat, "status")) === 200) ?? stats[0];
  const prop =
    good !== undefined && [200, 0].includes(statusOf(at(good, "status"))) ? at(good, "prop") : undefined;
  const inside = textOf(at(prop, "address-data")) || textOf(at(prop, "calendar-data"));
  return {
    href: textOf(list(at(response, "href"))[0]),
    status:
      statusOf(at(response, "status")) ||
      (prop === undefined && stats.length > 0 ? statusOf(at(stats[0], "status")) : 200),
    etag: textOf(at(prop, "getetag")).slice(0, 500),
    name: textOf(at(prop, "displayname")).slice(0, 200),
    ctag: textOf(at(prop, "getctag")).slice(0, 2000),
    syncToken: textOf(at(prop, "sync-token")).slice(0, 2000),
    isCollection: at(at(prop, "resourcetype"), "collection") !== undefined,
    holds: whatItHolds(prop),
    canSync: list(at(at(prop, "supported-report-set"), "supported-report")).some(
      // Xandikos leaves the element in between away.
      (one) => at(at(one, "report") ?? one, "sync-collection") !== undefined,
    ),
    isWritable: mayWrite(at(prop, "current-user-privilege-set")),
    principal: textOf(at(at(prop, "current-user-principal"), "href")) || null,
    homes: list(at(at(prop, "addressbook-home-set") ?? at(prop, "calendar-home-set"), "href"))
      .map(textOf)
      .filter(Boolean)
      .slice(0, 20),
    content: readContent && inside !== "" ? readContent(inside) : null,
  };
}

function whatItHolds(prop: Node | Node[]): DavSort | null {
  const types = at(prop, "resourcetype");
  if (at(types, "addressbook") !== undefined) return "cards";
  if (at(types, "calendar") === undefined) return null;
  const parts = list(at(at(prop, "supported-calendar-component-set"), "comp"));
  const names = parts.map((part) => textOf(at(part, "@name")).toUpperCase());
  return names.length === 0 || names.includes("VEVENT") ? "calendars" : null;
}

function mayWrite(rights: Node | Node[]): boolean {
  if (rights === undefined) return true;
  const given = list(at(rights, "privilege"));
  return given.some((one) => MAY_WRITE.some((name) => at(one, name) !== undefined));
}

/** What stands under a name; a name that comes twice gives a list. Only what the parser itself has put there. */
function at(node: Node | Node[], name: string): Node | Node[] {
  const one = Array.isArray(node) ? node[0] : node;
  return typeof one === "object" && Object.hasOwn(one, name) ? one[name] : undefined;
}

function list(node: Node | Node[]): Node[] {
  return node === undefined ? [] : Array.isArray(node) ? node : [node];
}

function textOf(node: Node | Node[]): string {
  const one = Array.isArray(node) ? node[0] : node;
  if (typeof one === "string") return one;
  return typeof one === "object" && typeof one["#text"] === "string" ? one["#text"] : "";
}

function statusOf(node: Node | Node[]): number {
  return Number(/^HTTP\/\S+\s+(\d{3})/.exec(textOf(node))?.[1] ?? 0);
}
