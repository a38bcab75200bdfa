import { randomUUID } from "node:crypto";
import { listCircles, type StoredCircle } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { type DeskDays, findKnownKeys, insertTasks } from "@/lib/data/day-tasks";
import { type AsItStood, listAsTheyStood } from "@/lib/data/taken-back";
import type { NewTask } from "@/lib/data/tasks";
import { dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { whatCirclesAsk } from "@/lib/domain/policy/circles";
import { tagByPolicy } from "@/lib/domain/policy/default-tags";
import { type Due, listDue } from "@/lib/use-cases/person/days-due";

/** The import that brings them; and the source key of the one task that is wanted, where no other is. */
type More = { importId?: string | null; only?: string };

/**
 * Makes the tasks of the yearly days whose lead days have begun, of everybody (`null`) or of these people, and gives how
 * many; of everybody also those of days that passed in the last two weeks while no server was there. Asked again it makes
 * none: one task a day and year, and one that somebody took back by hand stays away. One that went with its cause comes
 * again as it stood, as strict and in its place. Private for private people.
 */
export async function makeDayTasksIn(
  tx: Tx,
  workspaceId: string,
  desk: DeskDays,
  personIds: string[] | null,
  at: Date,
  { importId = null, only }: More = {},
): Promise<number> {
  const today = dayAt(at.getTime(), desk.zone);
  const circles = await listCircles(tx, workspaceId);
  const all = await listDue(tx, workspaceId, { desk, circles, personIds, today });
  const due = only === undefined ? all : all.filter(({ task }) => task.sourceKey === only);
  const keys = due.map(({ task }) => task.sourceKey);
  const known = await findKnownKeys(tx, workspaceId, keys, "ever");
  const wanted = due.filter(({ task }) => !known.has(task.sourceKey));
  const stood = await listAsTheyStood(
    tx,
    workspaceId,
    wanted.map(({ task }) => task.sourceKey),
  );
  let made = 0;
  for (let from = 0; from < wanted.length; from += 500) {
    const some = wanted.slice(from, from + 500);
    made += await insertTasks(
      tx,
      workspaceId,
      some.map((one) => ({
        ...toNewTask(one, circles, desk.zone, stood.get(one.task.sourceKey)),
        importId,
      })),
    );
  }
  return made;
}

function toNewTask(
  { kind, isRemembrance, whose, task, fields }: Due,
  circles: StoredCircle[],
  zone: string,
  stood: AsItStood | undefined,
): NewTask & { tagRule: string } {
  const { wasStrict, ...asBefore } = stood ?? { wasStrict: false, isPrivate: false };
  const asks = whatCirclesAsk(circles, whose.circles);
  const policy = tagByPolicy({ kind, circles: asks, voice: null, isRemembrance, wasStrict });
  return {
    ...asBefore,
    id: randomUUID(),
    kind,
    title: task.title,
    tag: policy.tag,
    tagRule: policy.rule,
    personId: whose.personId,
    fields,
    dueAt: new Date(startOfDay(task.day, zone)),
    dueAllDay: true,
    isPrivate: whose.isPrivate || asBefore.isPrivate,
    sourceKey: task.sourceKey,
  };
}
