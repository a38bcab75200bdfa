import { XMLParser } from "fast-xml-parser";
import { readCards } from "@/lib/adapters/contacts/read-cards";
import type { ReadPerson } from "@/lib/adapters/contacts/read-person";
import { AsksTooMuch } from "@/lib/adapters/content-lines/asks-too-much";

/** One thing of a DAV server's answer (RFC 4918 §14.24). `status` is the thing's own, 200 where only its properties have one. */
export type DavThing = {
  href: string;
  status: number;
  etag: string;
  name: string;
  ctag: string;
  syncToken: string;
  isCollection: boolean;
  isAddressBook: boolean;
  canSync: boolean;
  principal: string | null;
  homes: string[];
  /** With the cards asked for: who the card is, or why nobody can be made of it; both null when there was no card. */
  person: ReadPerson | null;
  why: string | null;
};

/** A whole answer; `syncToken` is the one after it (RFC 6578 §6.2). */
export type Multistatus = { things: DavThing[]; syncToken: string };

type Node = string | { [name: string]: Node | Node[] } | undefined;

/** More than the longest address book we read, so that a short answer cannot become a long list. */
const MOST_THINGS = 60_000;

/**
 * Reads a multistatus answer, with the cards in it. Namespaces are told apart by local names, which DAV and CardDAV do not
 * share. Throws {@link AsksTooMuch}, or an error for what is no multistatus. Belongs into the reader's thread.
 */
export function readMultistatus(bytes: Uint8Array): Multistatus {
  const text = new TextDecoder().decode(bytes);
  // Entities of an answer's own could grow without end, and no server needs them.
  if (/<!DOCTYPE/i.test(text)) throw new Error("a document type");
  const parser = new XMLParser({
    removeNSPrefix: true,
    ignoreAttributes: true,
    parseTagValue: false,
    trimValues: true,
    htmlEntities: true,
    isArray: (name) => name === "response" || name === "propstat",
  });
  const root = at(parser.parse(text) as Node, "multistatus");
  if (root === undefined) throw new Error("no multistatus");
  const responses = list(at(root, "response"));
  if (responses.length > MOST_THINGS) throw new AsksTooMuch(`${MOST_THINGS.toLocaleString("en")} entries`);
  return { things: responses.map(readThing), syncToken: textOf(at(root, "sync-token")) };
}

function readThing(response: Node): DavThing {
  const stats = list(at(response, "propstat"));
  const good = stats.find((stat) => statusOf(at(stat, "status")) === 200) ?? stats[0];
  const prop =
    good !== undefined && [200, 0].includes(statusOf(at(good, "status"))) ? at(good, "prop") : undefined;
  const types = at(prop, "resourcetype");
  const card = textOf(at(prop, "address-data"));
  return {
    href: textOf(list(at(response, "href"))[0]),
    status:
      statusOf(at(response, "status")) ||
      (prop === undefined && stats.length > 0 ? statusOf(at(stats[0], "status")) : 200),
    etag: textOf(at(prop, "getetag")).slice(0, 500),
    name: textOf(at(prop, "displayname")).slice(0, 200),
    ctag: textOf(at(prop, "getctag")).slice(0, 2000),
    syncToken: textOf(at(prop, "sync-token")).slice(0, 2000),
    isCollection: at(types, "collection") !== undefined,
    isAddressBook: at(types, "addressbook") !== undefined,
    canSync: list(at(at(prop, "supported-report-set"), "supported-report")).some(
      // Xandikos leaves the element in between away.
      (one) => at(at(one, "report") ?? one, "sync-collection") !== undefined,
    ),
    principal: textOf(at(at(prop, "current-user-principal"), "href")) || null,
    homes: list(at(at(prop, "addressbook-home-set"), "href"))
      .map(textOf)
      .filter(Boolean)
      .slice(0, 20),
    ...readCard(card),
  };
}

function readCard(text: string): Pick<DavThing, "person" | "why"> {
  if (text === "") return { person: null, why: null };
  const { people, skipped } = readCards(new TextEncoder().encode(text), { keepPictures: true });
  const [person] = people;
  if (person) return { person, why: null };
  return { person: null, why: skipped[0]?.why ?? "There is no card in it." };
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
