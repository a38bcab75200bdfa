import { Prisma } from "@/prisma/generated/client";

/** Whether the desk's client declined, by the address they sign in with, as a guest list tells it (a jsonb column of its entries). */
export function clientDeclined(workspaceId: string, attendees: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM jsonb_array_elements(CASE jsonb_typeof(${attendees}) WHEN 'array' THEN ${attendees} ELSE '[]' END) asked
    WHERE lower(asked ->> 'status') = 'declined' AND lower(asked ->> 'email') = ANY (ARRAY(SELECT lower(u.email) FROM memberships m
      JOIN users u ON u.id = m.user_id WHERE m.workspace_id = ${workspaceId}::uuid AND m.role = 'client' AND m.ended_at IS NULL)))`;
}
