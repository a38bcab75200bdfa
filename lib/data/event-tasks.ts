import type { Tx } from "@/lib/data/client";
import type { Tag, TaskState } from "@/lib/domain/task/task";
import type { KindFields } from "@/lib/domain/task/view";

/** A task about an entry of the calendar: its invitation, its double-check, or the question whether it may stand. */
export type EventTask = {
  id: string;
  version: number;
  kind: "event-invite" | "meeting-check" | "other";
  title: string;
  state: TaskState;
  tag: Tag;
  fields: KindFields;
};

/** The tasks about these entries, by id or by the uid of their series, as far as the transaction may see them. */
export function listEventTasks(
  tx: Tx,
  workspaceId: string,
  eventIds: string[],
  uids: string[],
): Promise<EventTask[]> {
  return tx.$queryRaw<EventTask[]>`
    SELECT t.id, t.version, t.kind, t.title, t.state, t.tag, t.fields FROM tasks t
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.kind IN ('event-invite', 'meeting-check', 'other') AND t.merged_into_id IS NULL AND t.state <> 'withdrawn'
      AND (t.fields ->> 'eventId' = ANY (${eventIds}::text[]) OR t.fields ->> 'eventUid' = ANY (${uids}::text[]))
    ORDER BY t.created_at DESC, t.id LIMIT 200`;
}
