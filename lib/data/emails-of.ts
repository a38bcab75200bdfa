import type { Tx } from "@/lib/data/client";

/** The addresses of somebody, as the transaction may see them, each with their name; the first is the one they are written to. */
export async function listEmailsOf(
  tx: Tx,
  workspaceId: string,
  personId: string,
): Promise<{ name: string; address: string }[]> {
  return tx.$queryRaw<{ name: string; address: string }[]>`
    SELECT p.name, e.address FROM persons p CROSS JOIN LATERAL (
      SELECT x.value ->> 'value' AS address, x.at FROM jsonb_array_elements(p.emails) WITH ORDINALITY AS x (value, at)
      UNION ALL SELECT f.value, 1000 + row_number() OVER (ORDER BY f.entered_at, f.id) FROM person_facts f
        WHERE f.workspace_id = p.workspace_id AND f.person_id = p.id AND f.kind = 'email' AND f.removed_at IS NULL) e
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = ${personId}::uuid AND e.address <> '' ORDER BY e.at`;
}
