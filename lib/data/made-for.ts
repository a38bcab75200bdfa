import type { Tx } from "@/lib/data/client";
import type { RawTask } from "@/lib/data/task-rows";
import { readDayKey } from "@/lib/domain/person/day-task";
import type { MadeFor } from "@/lib/domain/person/no-longer";

/** What these tasks were made for, by task: whose day, and how that is written down now. */
export async function listMadeFor(
  tx: Tx,
  workspaceId: string,
  tasks: readonly RawTask[],
): Promise<Map<string, MadeFor>> {
  const ids = tasks.map((task) => task.id);
  const stored = await tx.task.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, sourceKey: true },
  });
  const keyOf = new Map(stored.map((task) => [task.id, task.sourceKey]));
  const people = await tx.person.findMany({
    where: { workspaceId, id: { in: tasks.flatMap((task) => task.person_id ?? []) } },
    select: { id: true, name: true, isDead: true },
  });
  const dayIds = stored.flatMap((task) => readDayKey(task.sourceKey)?.id ?? []);
  const days = await tx.personDate.findMany({
    where: { workspaceId, id: { in: dayIds }, removedAt: null },
    select: { id: true, month: true, day: true, year: true },
  });
  return new Map(
    tasks.map(({ id, kind, fields, person_id }) => {
      const sourceKey = keyOf.get(id) ?? null;
      const day = days.find((one) => one.id === readDayKey(sourceKey)?.id) ?? null;
      const person = people.find((one) => one.id === person_id) ?? null;
      return [id, { kind, sourceKey, date: fields.date, person, day }];
    }),
  );
}
