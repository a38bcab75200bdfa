import { listCircles } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { type LookAlike, listCandidatePairs, listLookAlikes } from "@/lib/data/duplicates";
import { findMergePerson, hasPictures, listApart } from "@/lib/data/merges";
import { listDates } from "@/lib/data/person-dates";
import { listOpenTasksOf } from "@/lib/data/person-page";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { judgePair, type Verdict } from "@/lib/domain/person/duplicates";
import type { DuplicatesView, Pair, PairSide } from "@/lib/domain/person/duplicates-view";
import { whatCirclesAsk, whyNotRemovePerson } from "@/lib/domain/policy/circles";
import type { Result } from "@/lib/domain/result";

const PAGE = 20;

/** People who may be one, the surest pairs first, twenty at a time. Refuses `signed-out`. */
export function readDuplicates(actor: Actor, cursor: string | null): Promise<Result<DuplicatesView>> {
  const workspaceId = actor.workspace.id;
  return readAs(actor, async (tx) => {
    const candidates = await listCandidatePairs(tx, workspaceId);
    const facts = await listLookAlikes(tx, workspaceId, [...new Set(candidates.flat())]);
    const judged = candidates.flatMap(([a, b]) => judge(facts.get(a), facts.get(b))).sort(bySurest);
    const from = cursor === null ? 0 : judged.findIndex((pair) => pair.key > cursor);
    const page = from < 0 ? [] : judged.slice(from, from + PAGE);
    const pairs: Pair[] = [];
    for (const { one, other, how, reasons } of page) {
      const sides = [await readSide(tx, actor, one), await readSide(tx, actor, other)];
      const [first, second] = sides;
      if (first && second) pairs.push({ id: `${one}.${other}`, how, reasons, ...order(first, second) });
    }
    const last = page.at(-1);
    return {
      pairs,
      more: last && from + PAGE < judged.length ? last.key : null,
      apart: cursor === null ? await listApart(tx, workspaceId) : [],
    };
  });
}

/**
 * Two people whom somebody chose by hand, whatever speaks for or against their being one. Null unless there are two of them on the
 * desk whom one may see.
 */
export async function readPair(actor: Actor, one: string, other: string): Promise<Pair | null> {
  if (one === other) return null;
  const read = await readAs(actor, async (tx) => {
    const facts = await listLookAlikes(tx, actor.workspace.id, [one, other]);
    const [a, b] = [facts.get(one), facts.get(other)];
    const first = await readSide(tx, actor, one);
    const second = await readSide(tx, actor, other);
    if (!a || !b || !first || !second) return null;
    const verdict = judgePair(a, b) ?? { how: "perhaps" as const, reasons: ["you put them side by side"] };
    return { ...verdict, id: `${one}.${other}`, ...order(first, second) };
  });
  return read.ok ? read.value : null;
}

type Judged = Verdict & { one: string; other: string; key: string };

function judge(a: LookAlike | undefined, b: LookAlike | undefined): Judged[] {
  const verdict = a && b ? judgePair(a, b) : null;
  if (!a || !b || verdict === null) return [];
  const [name = ""] = [a.name, b.name].sort();
  return [
    {
      ...verdict,
      one: a.id,
      other: b.id,
      key: `${verdict.how === "surely" ? 0 : 1} ${name.slice(0, 80)} ${a.id} ${b.id}`,
    },
  ];
}

function bySurest(a: Judged, b: Judged): number {
  return a.key < b.key ? -1 : 1;
}

async function readSide(tx: Tx, actor: Actor, id: string): Promise<PairSide | null> {
  const workspaceId = actor.workspace.id;
  const person = await findMergePerson(tx, workspaceId, id);
  if (person === null) return null;
  const { importId: _, mergedIntoId: __, ...facts } = person;
  const asks = whatCirclesAsk(await listCircles(tx, workspaceId), person.circles);
  const tasks = await listOpenTasksOf(tx, workspaceId, id);
  return {
    ...facts,
    hasPicture: await hasPictures(tx, workspaceId, id),
    days: (await listDates(tx, workspaceId, [id])).map(({ personId: _, leadDays: __, ...day }) => day),
    tasks: tasks.slice(0, 5).map((task) => task.title),
    canLeave: whyNotRemovePerson(actor, asks) === null,
  };
}

/** Whoever may not be merged away stays; else the one of whom more is known. */
function order(a: PairSide, b: PairSide): { one: PairSide; other: PairSide } {
  const isFirst = a.canLeave !== b.canLeave ? !a.canLeave : known(a) >= known(b);
  return isFirst ? { one: a, other: b } : { one: b, other: a };
}

function known(side: PairSide): number {
  const lists = [side.emails, side.phones, side.addresses, side.links, side.days, side.tasks, side.nicknames];
  const texts = [side.organization, side.jobTitle, side.howMet, side.careful, side.note, side.familyName];
  return lists.reduce((sum, list) => sum + list.length, 0) + texts.filter(Boolean).length;
}
