import { clientAddresses } from "@/lib/data/event-invitations";
import { Prisma } from "@/prisma/generated/client";

/** Whether the desk's client declined: as entry `e` of events keeps their answer, or as its guest list tells it, at whichever of their addresses. */
export function clientDeclined(workspaceId: string): Prisma.Sql {
  return Prisma.sql`(e.answer = 'declined' OR EXISTS (SELECT 1 FROM jsonb_array_elements(CASE jsonb_typeof(e.attendees) WHEN 'array' THEN e.attendees ELSE '[]' END) asked
    WHERE lower(asked ->> 'status') = 'declined' AND lower(asked ->> 'email') = ANY (ARRAY(SELECT c.address FROM (${clientAddresses(workspaceId)}) c))))`;
}
