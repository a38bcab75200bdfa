import type { Tx } from "@/lib/data/client";
import { findDeskDays, findKnownKeys } from "@/lib/data/day-tasks";
import { listDeathDays, listRememberedBirthdays } from "@/lib/data/person-dates";
import { listLineTasks } from "@/lib/data/weekly-lists";
import { type Remembrance, remembranceInYear } from "@/lib/domain/person/remembrance";
import { isOpen } from "@/lib/domain/task/task";
import type { RememberedDay } from "@/lib/domain/weekly/view";

type Span = { from: string; to: string; mostDays: number };

/**
 * The days of those who are remembered within a stretch, in their order, and how many there are in all: birthdays, and from a
 * year after on the day they died. One that was seen to already, or taken back, is left out.
 */
export async function findRememberedDays(
  tx: Tx,
  workspaceId: string,
  { from, to, mostDays }: Span,
): Promise<{ days: RememberedDay[]; inAll: number }> {
  const desk = await findDeskDays(tx, workspaceId);
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, n) => first + n);
  const found: RememberedDay[] = [];
  const add = (person: RememberedDay["person"], kept: Remembrance | null) => {
    if (kept && kept.day >= from && kept.day <= to)
      found.push({ key: kept.sourceKey, day: kept.day, what: kept.what, person });
  };
  for (const { personId: id, name, diedOn, ...date } of await listRememberedBirthdays(tx, workspaceId))
    for (const year of years)
      add({ id, name }, remembranceInYear(date, { id, name, diedOn }, year, desk.leapDayRule));
  const dead = await listDeathDays(tx, workspaceId, { personIds: null, zone: desk.zone });
  for (const { personId: id, name, diedOn } of dead)
    for (const year of years)
      add({ id, name }, remembranceInYear(null, { id, name, diedOn }, year, desk.leapDayRule));

  const keys = found.map((one) => one.key);
  const known = await findKnownKeys(tx, workspaceId, keys, "ever");
  const tasks = await listLineTasks(tx, workspaceId, keys, []);
  const open = new Set(
    tasks.filter((task) => isOpen({ ...task, mergedIntoId: null })).map((task) => task.sourceKey),
  );
  const left = found
    .filter(({ key }) => !known.has(key) || open.has(key))
    .sort((a, b) =>
      a.day < b.day ? -1 : a.day > b.day ? 1 : a.person.name.localeCompare(b.person.name, "en"),
    );
  return { days: left.slice(0, mostDays), inAll: left.length };
}
