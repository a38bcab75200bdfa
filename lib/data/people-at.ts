import { Prisma } from "@/prisma/generated/client";

/**
 * Everybody on the desk who has one of these addresses (a text[] in small letters), on their own row or as a fact: rows of
 * (address, person_id, name, created_at), once each, the name in small letters too.
 */
export function peopleAt(workspaceId: string, addresses: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH asked AS MATERIALIZED (SELECT ${addresses} AS all_of), found AS MATERIALIZED (SELECT fence.people_at((SELECT all_of FROM asked)) AS ids)
    SELECT lower(e ->> 'value') AS address, p.id AS person_id, lower(p.name) AS name, p.created_at FROM persons p, jsonb_array_elements(p.emails) e
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = ANY ((SELECT ids FROM found)::uuid[]) AND p.removed_at IS NULL AND lower(e ->> 'value') = ANY ((SELECT all_of FROM asked)::text[])
    UNION
    SELECT lower(f.value), p.id, lower(p.name), p.created_at FROM person_facts f JOIN persons p ON p.workspace_id = f.workspace_id AND p.id = f.person_id
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.person_id = ANY ((SELECT ids FROM found)::uuid[]) AND f.kind = 'email' AND f.removed_at IS NULL AND p.removed_at IS NULL
      AND lower(f.value) = ANY ((SELECT all_of FROM asked)::text[])`;
}
