import { z } from "zod";
import { type SafeAnswer, type SafeRequest, safeFetch } from "@/lib/adapters/net/safe-fetch";
import { parseUrl } from "@/lib/domain/parse-url";
import { cleanName, mayBeAnsweredAt, type Program } from "@/lib/domain/program";

/** Whoever needs a secret, or asks for other ways in, is no program of ours. */
const documentSchema = z.object({
  client_id: z.string(),
  client_name: z.string().max(1000).optional(),
  redirect_uris: z.array(z.string().refine(mayBeAnsweredAt)).min(1).max(10),
  token_endpoint_auth_method: z.literal("none").optional(),
});

/**
 * Reads what a program says about itself at the address that is its id. Null for anything that is not exactly that: another address in
 * it, a redirect, too much of it, or a place that must not be reached from here.
 */
export async function fetchProgramDocument(
  id: string,
  ask: (asked: SafeRequest) => Promise<SafeAnswer> = safeFetch,
): Promise<Program | null> {
  if (!isDocumentAddress(id)) return null;
  try {
    const answer = await ask({
      url: id,
      headers: { accept: "application/json" },
      mostBytes: 20_000,
      mostMs: 5_000,
    });
    if (answer.status !== 200 || answer.url.href !== new URL(id).href) return null;
    const said = documentSchema.safeParse(JSON.parse(new TextDecoder().decode(answer.bytes)));
    if (!said.success || said.data.client_id !== id) return null;
    const { client_name, redirect_uris } = said.data;
    return { id, name: cleanName(client_name ?? "") || new URL(id).hostname, redirectUris: redirect_uris };
  } catch {
    return null;
  }
}

/** An https address with a path, and without anything that could be read in two ways. */
function isDocumentAddress(id: string): boolean {
  const url = parseUrl(id);
  if (url === null) return false;
  const { protocol, pathname, username, password, hash, href } = url;
  return protocol === "https:" && pathname !== "/" && username + password + hash === "" && href === id;
}
