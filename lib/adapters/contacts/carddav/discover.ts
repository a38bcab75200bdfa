import { resolveSrv } from "node:dns/promises";
import { type DavAnswer, DavProblem, type DavServer, propfind } from "@/lib/adapters/contacts/carddav/dav";
import { placeOf } from "@/lib/adapters/contacts/carddav/hrefs";

/** An address book that a server offers. */
export type FoundBook = { url: string; name: string };

const WHO = ["D:resourcetype", "D:displayname", "D:current-user-principal", "C:addressbook-home-set"];
const MOST_BOOKS = 100;

/** What was typed as a server: "example.com", "ana@example.com" or an address; null when it is none of them. */
export function serverTyped(typed: string): { url: string; domain: string | null } | null {
  const text = typed.trim();
  const domain = /^(?:[^\s@/]+@)?([^\s@/:]+\.[^\s@/:]+|localhost)$/.exec(text)?.[1] ?? null;
  const url = domain !== null ? `https://${domain}/` : /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(url) && !/\s/.test(text) ? { url: new URL(url).href, domain } : null;
}

/** Of the books that were found the one whose address was typed, or else the first. */
export function bookAt(typed: string, books: readonly FoundBook[]): FoundBook | undefined {
  const url = serverTyped(typed)?.url;
  return books.find((one) => one.url === url) ?? books[0];
}

/**
 * The address books behind what was typed (RFC 6764 §6): the address itself, then /.well-known/carddav, then the root; from
 * there the user's principal and its home (RFC 6352 §7.1.1). Throws {@link DavProblem}; never an empty list.
 */
export async function discoverBooks(server: DavServer, domain: string | null): Promise<FoundBook[]> {
  const origin = new URL(server.url).origin;
  const starts = [...new Set([server.url, `${origin}/.well-known/carddav`, `${origin}/`])];
  if (domain !== null) starts.unshift(starts.splice(1, 1)[0] as string);
  let first: DavProblem | null = null;
  for (const start of starts) {
    try {
      const books = await booksFrom(server, start);
      if (books.length > 0) return books.slice(0, MOST_BOOKS);
    } catch (error) {
      if (!(error instanceof DavProblem)) throw error;
      // Neither a wrong password nor a server that is not there gets better by asking elsewhere.
      if (error.code === "sign-in" || error.code === "net") throw await betterPlace(error, domain);
      if (first === null || first.code === "not-found" || first.code === "not-dav") first = error;
    }
  }
  throw (
    first ?? new DavProblem("not-found", `There is no address book for this user on ${new URL(origin).host}.`)
  );
}

async function booksFrom(server: DavServer, start: string): Promise<FoundBook[]> {
  const answer = await propfind(server, start, 0, WHO);
  const here = answer.things[0];
  if (here?.isAddressBook) return [{ url: answer.url.href, name: here.name || lastPart(answer.url) }];
  const principal = inside(here?.principal, answer);
  const homes = here?.homes.length ? answer : principal ? await propfind(server, principal, 0, WHO) : null;
  const places = homes?.things[0]?.homes.map((home) => inside(home, homes)) ?? [];
  const books: FoundBook[] = [];
  for (const place of places.length > 0 ? places : [start]) {
    const listed = await propfind(server, place ?? start, 1, WHO);
    for (const thing of listed.things) {
      if (!thing.isAddressBook) continue;
      const url = new URL(placeOf(thing.href, listed.url) ?? "", listed.url);
      if (placeOf(thing.href, listed.url) !== null)
        books.push({ url: url.href, name: thing.name || lastPart(url) });
    }
  }
  return books;
}

/** An address on the same origin; one elsewhere is refused by name, as the password would have to go there. */
function inside(href: string | null | undefined, answer: DavAnswer): string | null {
  if (!href || !URL.canParse(href, answer.url)) return null;
  const url = new URL(href, answer.url);
  if (url.origin === answer.url.origin) return url.href;
  throw new DavProblem(
    "net",
    `This user's address books are kept at ${url.origin}. Type that address to sign in there.`,
  );
}

/** RFC 6764 §3: a domain without a server of its own may name the one that keeps its address books. */
async function betterPlace(problem: DavProblem, domain: string | null): Promise<DavProblem> {
  if (domain === null || problem.code !== "net") return problem;
  const [record] = await Promise.race([
    resolveSrv(`_carddavs._tcp.${domain}`).catch(() => []),
    new Promise<[]>((resolve) => setTimeout(resolve, 3000, []).unref()),
  ]);
  if (!record || record.name === "" || record.name === domain) return problem;
  const port = record.port === 443 ? "" : `:${record.port}`;
  return new DavProblem(
    "net",
    `${domain} keeps its address books at https://${record.name}${port}. Type that address to sign in there.`,
  );
}

function lastPart(url: URL): string {
  const part = url.pathname.split("/").filter(Boolean).at(-1) ?? url.host;
  try {
    return decodeURIComponent(part).slice(0, 200);
  } catch {
    return part.slice(0, 200);
  }
}
