import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { addPersonDate, findPerson, insertPerson, savePerson } from "@/lib/data/people";
import { listDates, saveDate } from "@/lib/data/person-dates";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type Result, refused } from "@/lib/domain/result";
import type { QuickAddPreview, QuickAddReading } from "@/lib/domain/task/quick-add";
import { readTaskRule } from "@/lib/domain/task/repeat";
import type { KindFields } from "@/lib/domain/task/view";
import { type Changed, flatten } from "@/lib/use-cases/task/change-task";
import { createTaskIn } from "@/lib/use-cases/task/create-task";
import type { KnownDay } from "@/lib/use-cases/task/plan-day";
import { understandLine } from "@/lib/use-cases/task/understand-line";

/**
 * Makes what one line says: the person when they are new, the yearly day of a birthday, and the task. A birthday's task is
 * the one that the job would make, so that it never stands there twice.
 * Refuses `invalid` with a sentence for `line`, and `only-client-loosens`.
 */
export async function quickAdd(actor: Actor, line: string, at: Date): Promise<Result<Changed>> {
  return flatten(
    await writeAs(actor, "quick-add", { kind: "task", id: null }, async (tx) => {
      const { preview, reading, day, no } = await understandLine(tx, actor, line, at);
      if (no !== null) return refused(no);
      const [problem] = preview.problems;
      if (problem !== undefined) return refused({ code: "invalid", fields: { line: problem } });
      const personId = await keepPerson(tx, actor, preview);
      const dateId = personId && day ? await keepDay(tx, actor.workspace.id, personId, day) : null;
      const { kind, title, note, priority, repeat, dueAllDay } = preview;
      const made = await createTaskIn(
        tx,
        actor,
        {
          kind,
          title,
          note,
          priority,
          repeat,
          personId,
          dueAt: preview.dueAt ? new Date(preview.dueAt) : null,
          dueAllDay,
          fields: fieldsOf(preview, reading),
          sourceKey: dateId && day ? `day:${dateId}:${day.day.slice(0, 4)}` : null,
          ...(reading.tag ? { tag: reading.tag } : {}),
        },
        at,
      );
      return made.ok || made.refusal.code !== "invalid"
        ? made
        : refused({ code: "invalid", fields: { line: Object.values(made.refusal.fields)[0] ?? "" } });
    }),
  );
}

async function keepPerson(
  tx: Tx,
  actor: Actor,
  { personId, personName, isNewPerson }: QuickAddPreview,
): Promise<string | null> {
  if (!isNewPerson || personName === null) return personId;
  const id = randomUUID();
  await insertPerson(tx, actor.workspace.id, { id, name: personName });
  return id;
}

/**
 * Writes the yearly day down; a year that was not known yet is added to the day that is there. Whoever has their form open is told:
 * saved as it was opened, it would take the day away again.
 */
async function keepDay(tx: Tx, workspaceId: string, personId: string, day: KnownDay): Promise<string> {
  const { kind, yearly, ownLeadDays: leadDays } = day;
  const known = (await listDates(tx, workspaceId, [personId])).find(
    (date) => date.kind === kind && date.month === yearly.month && date.day === yearly.day,
  );
  if (known && known.year === yearly.year && known.leadDays === leadDays) return known.id;
  const person = await findPerson(tx, workspaceId, personId);
  if (person) await savePerson(tx, workspaceId, person, {});
  if (!known) return addPersonDate(tx, workspaceId, { personId, kind, ...yearly, leadDays });
  await saveDate(tx, workspaceId, known.id, { year: yearly.year, leadDays });
  return known.id;
}

function fieldsOf(preview: QuickAddPreview, reading: QuickAddReading): KindFields {
  const { kind, dueAt, dueAllDay, repeat } = preview;
  const startsAt = dueAt !== null && !dueAllDay ? { startsAt: dueAt } : {};
  if (kind === "birthday")
    return { ...(preview.date ? { date: preview.date } : {}), leadDays: preview.leadDays ?? undefined };
  if (kind === "event-invite" || kind === "meeting-check") return startsAt;
  if (kind === "scheduled-post") return dueAt !== null && !dueAllDay ? { publishAt: dueAt } : {};
  if (kind === "introduction") return { between: reading.rest };
  if (kind === "keep-in-touch") return everyDays(repeat?.rule);
  if (kind !== "follow-request") return {};
  return {
    ...(reading.handle ? { handle: reading.handle } : {}),
    ...(reading.service ? { service: reading.service } : {}),
  };
}

function everyDays(rule: string | undefined): KindFields {
  const read = rule === undefined ? null : readTaskRule(rule);
  if (!read?.ok) return {};
  const { freq, interval } = read.rule;
  if (freq === "DAILY") return { everyDays: interval };
  return freq === "WEEKLY" ? { everyDays: interval * 7 } : {};
}
