import { randomUUID } from "node:crypto";
import { listCircles } from "@/lib/data/circles";
import { findDeskDays } from "@/lib/data/day-tasks";
import { insertPerson } from "@/lib/data/people";
import { insertDates } from "@/lib/data/person-dates";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { WIDER } from "@/lib/domain/policy/circles";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";
import {
  circlesAfter,
  type PersonInput,
  whyNotCircles,
  whyNotDates,
} from "@/lib/use-cases/person/write-person";

/**
 * Writes somebody down, with their yearly days; a day whose lead days have begun becomes a task at once.
 * Refuses `invalid` for a day or circle that does not exist, `only-client` for somebody private from an assistant.
 */
export async function addPerson(
  actor: Actor,
  input: PersonInput & { name: string; isPrivate?: boolean },
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const id = randomUUID();
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "add-person", { kind: "person", id: null }, async (tx) => {
    const { dates = [], circle = WIDER, ...facts } = input;
    const all = await listCircles(tx, workspaceId);
    const circles = circlesAfter([], { circle, circles: input.circles }, all);
    const no =
      whyNotDates(dates) ??
      whyNotCircles(circles, all) ??
      (input.isPrivate ? whyNotMakePrivate(actor) : null);
    if (no !== null) return refused(no);
    await insertPerson(tx, workspaceId, { ...facts, circles, id });
    await insertDates(
      tx,
      workspaceId,
      dates.map((date) => ({ ...date, id: randomUUID(), personId: id })),
    );
    await makeDayTasksIn(tx, workspaceId, await findDeskDays(tx, workspaceId), [id], at);
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
