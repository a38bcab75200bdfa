import { randomUUID } from "node:crypto";
import type { Thing } from "../../integration/fence/doors";
import type { Desk, Someone, World } from "./world";

/** Everything, as a filter. */
export const everyTask = {
  q: "",
  kind: null,
  tag: null,
  state: null,
  personId: null,
  snoozed: false,
  overdue: false,
};

/** A saved view of somebody's; one that is private is the client's. */
export async function newView(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  { by = desk.client, isPrivate = false }: { by?: Someone; isPrivate?: boolean } = {},
): Promise<Thing> {
  const id = randomUUID();
  await sudo.query(
    "INSERT INTO saved_views (workspace_id, id, user_id, name, filter) VALUES ($1, $2, $3, $4, $5)",
    [
      desk.id,
      id,
      isPrivate ? desk.client.id : by.id,
      isPrivate ? "Xylophone things" : `View ${id}`,
      everyTask,
    ],
  );
  return { id, version: 1 };
}
