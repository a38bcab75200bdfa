import { ownDatabase } from "./own-database";

/** Rows of this file's own database as they are really kept, or a scene that no guard would let stand: see TestDatabase. */
export function asSuperuser<R extends object>(sql: string, values: unknown[] = []): Promise<R[]> {
  return ownDatabase().sudo<R>(sql, values);
}
