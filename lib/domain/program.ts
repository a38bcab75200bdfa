import { parseUrl } from "@/lib/domain/parse-url";
import { scopes as allScopes, type Scope } from "@/lib/domain/token";

/** How long a program stays signed in, in days, however often it renews its token. */
export const PROGRAM_DAYS = 90;

/** What a program may be let in for. Nobody writes to the history, so nobody asks for that. */
export const programScopes: readonly Scope[] = allScopes.filter((scope) => scope !== "history:write");

/** What programs are told to ask for: what the desk's work is made of. History and imports are asked for by name alone. */
export const usualScopes: readonly Scope[] = programScopes.filter(
  (scope) => !/^(history|imports):/.test(scope),
);

/** A program that has introduced itself: what it calls itself proves nothing, where it lives is where it is answered. */
export type Program = { id: string; name: string; redirectUris: readonly string[] };

/** What a program asks a person for. `redirectHost` is null for a program on the person's own machine. */
export type Asking = {
  programId: string;
  name: string;
  redirectUri: string;
  redirectHost: string | null;
  scopes: Scope[];
  challenge: string;
  state: string | null;
};

/** A program that is signed in as an agent, as its owner and the client see it. Moments are ISO 8601 in UTC. */
export type ProgramView = {
  id: string;
  version: number;
  name: string;
  agent: { id: string; name: string };
  letInBy: string;
  letInAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  scopes: Scope[];
};

/**
 * What came of reading a request to sign in: what is asked; or that nobody knows the program, or this address of its (then nothing is
 * sent anywhere, RFC 6749 §4.1.2.1); or what is wrong with it, and the address at which the program is told so.
 */
export type ReadAsking =
  | { is: "asking"; asking: Asking }
  | { is: "unknown"; what: "program" | "address" }
  | { is: "wrong"; error: string; back: string; isOnThisMachine: boolean };

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;
type Here = { issuer: string; resource: string };

/** Reads the parameters of a request to sign in (RFC 6749 §4.1.1, RFC 7636 §4.3, RFC 8707 §2). `program` is whom client_id names. */
export function readAsking(query: Query, program: Program | null, { issuer, resource }: Here): ReadAsking {
  if (program === null) return { is: "unknown", what: "program" };
  const redirectUri = query.redirect_uri;
  if (typeof redirectUri !== "string" || !isAddressOf(program, redirectUri))
    return { is: "unknown", what: "address" };
  const state = typeof query.state === "string" ? query.state : null;
  const { hostname } = new URL(redirectUri);
  const redirectHost = isLoopback(hostname) ? null : hostname;
  const error = whatIsWrong(query, resource);
  if (error !== null) {
    const back = answerTo({ redirectUri, state }, issuer, { error });
    return { is: "wrong", error, back, isOnThisMachine: redirectHost === null };
  }
  const { id: programId, name } = program;
  const scopes = readScopes(query.scope as string | undefined);
  const challenge = query.code_challenge as string;
  return { is: "asking", asking: { programId, name, redirectUri, redirectHost, scopes, challenge, state } };
}

function whatIsWrong(query: Query, resource: string): string | null {
  const repeated = Object.values(query).some((value) => value !== undefined && typeof value !== "string");
  const { response_type, code_challenge, code_challenge_method, scope, state } = query as Record<
    string,
    string | undefined
  >;
  if (repeated || response_type === undefined || (state ?? "").length > 500) return "invalid_request";
  if (response_type !== "code") return "unsupported_response_type";
  // Without a method it would be "plain" (RFC 7636 §4.3), which proves nothing to whoever overhears it.
  if (code_challenge_method !== "S256" || !/^[\w-]{43}$/.test(code_challenge ?? "")) return "invalid_request";
  if (query.resource !== undefined && !isResource(query.resource as string, resource))
    return "invalid_target";
  return readScopes(scope).length === 0 ? "invalid_scope" : null;
}

/** Whether what is asked for is this desk's server: the address as it is published, with or without a slash at its end. */
export function isResource(asked: string, resource: string): boolean {
  return asked.replace(/\/$/, "") === resource;
}

/** The scopes in a list of words, each once; words that mean nothing here are passed over. Without a list, the usual ones. */
function readScopes(list: string | undefined): Scope[] {
  if (list === undefined || list.trim() === "") return [...usualScopes];
  const words = list.split(" ");
  return programScopes.filter((scope) => words.includes(scope));
}

/** Where the browser goes with the answer: the program's address, with the answer, its own state, and who says so (RFC 9207). */
export function answerTo(
  { redirectUri, state }: Pick<Asking, "redirectUri" | "state">,
  issuer: string,
  answer: { code: string } | { error: string },
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (state !== null) url.searchParams.set("state", state);
  url.searchParams.set("iss", issuer);
  return url.href;
}

/** Whether a program may be answered there: over https, or on the person's own machine (RFC 8252 §7.3). */
export function mayBeAnsweredAt(uri: string): boolean {
  if (uri.length > 2000 || !/^[\x21-\x7e]+$/.test(uri) || uri.includes("#")) return false;
  const url = parseUrl(uri);
  if (url === null) return false;
  const { protocol, hostname, username, password } = url;
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

/** An address is one that the program named, to the letter; on the person's own machine the port is whichever is free. */
function isAddressOf({ redirectUris }: Program, uri: string): boolean {
  if (!mayBeAnsweredAt(uri)) return false;
  const anyPort = (one: string) =>
    isLoopback(new URL(one).hostname) ? one.replace(hostWithPort, "$1") : one;
  return redirectUris.some((named) => named === uri || anyPort(named) === anyPort(uri));
}

/** Where an address begins, up to its port. Behind it there may be a path, or nothing. */
const hostWithPort = /^(https?:\/\/(?:\[::1\]|[^/?#:]+)):\d+/i;

function isLoopback(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

/** What a program calls itself, on one line and without letters that cannot be seen; "" when nothing is left. */
export function cleanName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\p{C}\p{Z}\s]+/gu, " ")
    .trim()
    .slice(0, 80);
}
