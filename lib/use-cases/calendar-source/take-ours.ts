import { hereSide, sideOfText } from "@/lib/adapters/calendar/object-side";
import type { StoredItem } from "@/lib/data/calendar-items";
import {
  isOursElsewhere,
  listOursItems,
  listOwnRows,
  type OursChange,
  type OwnRow,
  saveOurs,
} from "@/lib/data/calendar-ours";
import type { StoredCalendar } from "@/lib/data/calendars";
import type { Tx } from "@/lib/data/client";
import type { Actor } from "@/lib/domain/actor";
import { isSameSide, mergeObject, type ObjectSide } from "@/lib/domain/calendar/merge-object";
import type { EventReading } from "@/lib/domain/import/payload";
import { applyRowsIn } from "@/lib/use-cases/calendar/apply-rows";
import type { RowChange } from "@/lib/use-cases/calendar/judge-series";
import { type ReadSide, type SideView, sideOf } from "@/lib/use-cases/calendar-source/object-sides";
import { rowsFromObject } from "@/lib/use-cases/calendar-source/rows-from-object";

/** What taking a change of ours over works with. */
export type OursStep = {
  tx: Tx;
  actor: Actor;
  calendar: Pick<StoredCalendar, "id" | "takesOurs">;
  zone: string;
  at: Date;
};

/** An object of ours as it stands there now. */
export type GivenOurs = { item: StoredItem; text: string; uid: string; entries: EventReading[] };

/** Why an object waits to be read: its server would not have it changed, as it is not as we know it. */
export const CHANGED_THERE = "It was changed there meanwhile.";
/** Behind this stands when something was written whose tag the server did not tell. */
export const WRITTEN = "written ";

/**
 * Brings here what was changed there on entries that are ours: as a change by the calendar, which stands also over time that is kept.
 * What was changed on both sides in two ways stays as it is on both, and waits for the client. A calendar that takes nothing of
 * ours any more is not listened to either.
 */
export async function takeOurs(step: OursStep, given: readonly GivenOurs[]): Promise<void> {
  if (given.length === 0) return;
  const { tx, actor, calendar, zone, at } = step;
  const workspaceId = actor.workspace.id;
  const isHeard = calendar.takesOurs || (await isOursElsewhere(tx, workspaceId, calendar.id));
  const uids = given.map(({ uid }) => uid);
  const rows = await listOwnRows(tx, workspaceId, uids);
  const known = await listOursItems(tx, workspaceId, calendar.id, uids);
  const changes: RowChange[] = [];
  const items: OursChange[] = [];
  for (const one of given) {
    const { href, etagThere, said } = one.item;
    const same = { href, uid: one.uid, etag: etagThere, etagThere };
    if (!isHeard) {
      items.push({ ...same, said, state: "left-out", why: "", theirs: null });
      continue;
    }
    // One that stands at another place than before is the same one.
    const before = said || (known.find((item) => item.uid === one.uid && item.href !== href)?.said ?? "");
    const taken = takeOne(
      { ...one, said: before },
      rows.filter((row) => row.uid === one.uid),
      { zone, at },
    );
    changes.push(...taken.changes);
    items.push({ ...same, ...taken.item });
  }
  await changeRowsIn(step, changes);
  await saveOurs(tx, workspaceId, calendar.id, items);
}

/** Writes rows as a calendar has them. */
export async function changeRowsIn(
  { tx, actor, at }: Pick<OursStep, "tx" | "actor" | "at">,
  changes: RowChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const no = await applyRowsIn(tx, actor, changes, at);
  // Nobody else writes on the desk while this does.
  if (no !== null) throw new Error(`an entry of ours cannot be changed: ${no.code}`);
}

type Taken = {
  changes: RowChange[];
  item: Pick<OursChange, "said" | "state" | "why" | "theirs" | "written">;
};

function takeOne(
  { item, text, entries, said }: GivenOurs & { said: string },
  rows: readonly OwnRow[],
  view: SideView,
): Taken {
  const there = sideOf(entries);
  const base = basisOf({ ...item, said }, there);
  const here = hereSide(
    rows.filter(({ removedAt }) => removedAt === null),
    base,
  );
  const { side, clashes } = mergeObject(base, here, there.side);
  if (clashes.length > 0) return { changes: [], item: { said, state: "conflict", why: "", theirs: text } };
  // A server that says "changed" of what is not would be asked for ever.
  const isStuck = item.why === CHANGED_THERE && isSameSide(base, there.side) && !isSameSide(side, there.side);
  const state = isStuck ? "left-out" : "in-step";
  const why = isStuck ? "The server does not let it be changed." : "";
  const written = isSameSide(side, there.side) ? "now" : null;
  const changes = rowsFromObject(rows, here, side, there, view.at);
  return { changes, item: { said: text, state, why, theirs: null, written } };
}

/**
 * What both sides knew last. What we were about to write when we were cut off is that, once it stands there; and also where a server
 * made something else of it.
 */
function basisOf(item: StoredItem, there: ReadSide): ObjectSide {
  const sent = item.state === "conflict" || !item.theirs ? null : sideOfText(item.theirs);
  const isSent = sent !== null && (item.etagThere.startsWith(WRITTEN) || isSameSide(sent, there.side));
  return isSent ? sent : sideOfText(item.said);
}
