import type { Tx } from "@/lib/data/client";
import { openStates } from "@/lib/domain/task/task";

const MOST = 300;

/** The longest in which the same page is taken for the same thing. */
const DAY = "24 hours";

/** The open task that a page made within the day before `at`, among those that the transaction may see; null for none. */
export async function findCaptured(
  tx: Tx,
  workspaceId: string,
  url: string,
  at: Date,
): Promise<{ id: string; title: string } | null> {
  const [found] = await tx.$queryRaw<{ id: string; title: string }[]>`
    SELECT id, title FROM tasks WHERE workspace_id = ${workspaceId}::uuid AND state = ANY (${[...openStates]}::text[])
      AND merged_into_id IS NULL AND created_at > ${at}::timestamptz - ${DAY}::interval
      AND (message ->> 'url' = ${url} OR fields ->> 'link' = ${url} OR note = ${url})
    ORDER BY created_at, id LIMIT 1`;
  return found ?? null;
}

/** Until the transaction ends nobody else captures the same page on this desk: of two at once one sees the other's. */
export async function holdPage(tx: Tx, workspaceId: string, url: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`capture:${workspaceId}:${url}`}, 0))`;
}

/** How a page, a mailbox or a telephone is written down with somebody, in the shape in which they are compared. */
export type TheirAddress = { link: string | null; email: string | null; phone: string | null };

/**
 * Everybody whose name may stand in a title of these words (folded), and everybody who has this address. Names of people
 * begin, as lists are ordered, with a word of them; nothing else is compared here.
 */
export async function findWhoMayBeMeant(
  tx: Tx,
  workspaceId: string,
  words: string[],
  { link, email, phone }: TheirAddress,
): Promise<{ id: string; name: string; hasAddress: boolean }[]> {
  return tx.$queryRaw<{ id: string; name: string; hasAddress: boolean }[]>`
    SELECT id, name, "hasAddress" FROM (
      SELECT p.id, p.name, p.sort_name,
        coalesce(p.links <> '[]' AND EXISTS (SELECT 1 FROM jsonb_array_elements(p.links) l
          WHERE lower(rtrim(regexp_replace(l ->> 'value', '^(https?://)?((www|m|mobile)\\.)?', '', 'i'), '/')) = ${link}), false)
        OR coalesce(p.emails <> '[]' AND EXISTS (SELECT 1 FROM jsonb_array_elements(p.emails) e WHERE lower(e ->> 'value') = ${email}), false)
        OR coalesce(p.phones <> '[]' AND EXISTS (SELECT 1 FROM jsonb_array_elements(p.phones) t
          WHERE regexp_replace(t ->> 'value', '[^0-9+]', '', 'g') = ${phone}), false) AS "hasAddress"
      FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND NOT p.is_dead
    ) someone
    WHERE "hasAddress" OR split_part(sort_name, ' ', 1) = ANY (${words}::text[])
    ORDER BY "hasAddress" DESC, name, id LIMIT ${MOST}`;
}
