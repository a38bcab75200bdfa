import { createHash } from "node:crypto";
import { deleteObject, type PutAnswer, putObject } from "@/lib/adapters/calendar/caldav/put-object";
import { entryOf, hereSide, placeOf } from "@/lib/adapters/calendar/object-side";
import { rewriteObject } from "@/lib/adapters/calendar/rewrite-object";
import { DavProblem, type DavServer } from "@/lib/adapters/dav/dav";
import { placeOf as placeOnServer } from "@/lib/adapters/dav/hrefs";
import { forgetItems } from "@/lib/data/calendar-items";
import {
  announceOurs,
  listOursItems,
  listOursToTakeOut,
  listOursToWrite,
  listOwnRows,
  type OursChange,
  type OursItem,
  type OursToWrite,
  type OwnRow,
  saveOurs,
} from "@/lib/data/calendar-ours";
import type { StoredCalendar } from "@/lib/data/calendars";
import type { Tx } from "@/lib/data/client";
import { findDeskDays } from "@/lib/data/day-tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { isSameSide } from "@/lib/domain/calendar/merge-object";
import { type PushStep, planPush } from "@/lib/domain/calendar/push-plan";
import { granted } from "@/lib/domain/result";
import { hasPlan } from "@/lib/use-cases/calendar/event-words";
import { readSide, type SideView, sameFields } from "@/lib/use-cases/calendar-source/object-sides";
import type { Change, Reading } from "@/lib/use-cases/calendar-source/read-changes";
import { CHANGED_THERE, WRITTEN } from "@/lib/use-cases/calendar-source/take-ours";

/** So many are announced, written and noted together: a step that is cut off has little to find again. */
const OBJECTS_PER_PUSH = 25;

type Job = OursToWrite & { href: string; step: PushStep; text: string; etag: string; said: string };

/** Whether anything of ours is still to be written into this calendar, or taken out of it. */
export async function hasToPush(tx: Tx, workspaceId: string, calendar: StoredCalendar): Promise<boolean> {
  return (await listToPush(tx, workspaceId, calendar, 1)).length > 0;
}

function listToPush(
  tx: Tx,
  workspaceId: string,
  calendar: StoredCalendar,
  limit: number,
): Promise<OursToWrite[]> {
  if (calendar.kind !== "caldav") return Promise.resolve([]);
  return calendar.takesOurs
    ? listOursToWrite(tx, workspaceId, calendar, limit)
    : listOursToTakeOut(tx, workspaceId, calendar.id, limit);
}

/**
 * Writes some of what was changed here into the calendar that takes it: each under the condition that it still is there as we know it.
 * What is not is read again first. Throws {@link DavProblem} when nothing could be written at all.
 */
export async function pushOurs(reading: Reading, server: DavServer): Promise<Change> {
  const { actor, calendar, at } = reading;
  const planned = await writeAs(actor, "sync-calendar", { kind: "calendar", id: calendar.id }, async (tx) =>
    granted(await planIn(tx, actor, calendar, server, at)),
  );
  const jobs = planned.ok ? planned.value.value : [];
  const done: [Job, PutAnswer][] = [];
  for (const job of jobs) {
    try {
      done.push([job, await send(server, job)]);
    } catch (error) {
      if (!(error instanceof DavProblem) || done.length === 0) throw error;
      break;
    }
  }
  return (tx, now) => noteIn(tx, actor.workspace.id, now, done, at);
}

async function planIn(
  tx: Tx,
  actor: Actor,
  calendar: StoredCalendar,
  server: DavServer,
  at: Date,
): Promise<Job[]> {
  const workspaceId = actor.workspace.id;
  const wanted = await listToPush(tx, workspaceId, calendar, OBJECTS_PER_PUSH);
  const uids = wanted.map(({ uid }) => uid);
  const rows = (await listOwnRows(tx, workspaceId, uids)).filter(({ removedAt }) => removedAt === null);
  const items = await listOursItems(tx, workspaceId, calendar.id, uids);
  const { zone } = await findDeskDays(tx, workspaceId);
  const jobs = wanted.map((one) => {
    const item = items.find(({ href }) => href === one.href) ?? null;
    const theirs = one.stands ? rows.filter((row) => row.uid === one.uid && hasPlan(row)) : [];
    return jobOf(one, item, theirs, server, { zone, at });
  });
  const sent = jobs.filter(({ step }) => step === "create" || step === "update");
  const announced = sent.map(({ href, uid, text }) => ({ href, uid, theirs: text }));
  await announceOurs(tx, workspaceId, calendar.id, announced);
  return jobs;
}

function jobOf(
  one: OursToWrite,
  item: OursItem | null,
  rows: OwnRow[],
  server: DavServer,
  view: SideView,
): Job {
  const said = item?.said ?? "";
  const base = readSide(said, view);
  const here = hereSide(rows, base.side);
  const isHidden = [...base.entries.values()].every((entry) => entry.isPrivate);
  const isAsSaid = isSameSide(here, base.side) && (isHidden || !rows.some((row) => row.isPrivate));
  const step = planPush({ stands: rows.length > 0, etag: item?.etag ?? null, isAsSaid });
  const parts = rows.map((row) => {
    const place = placeOf(row);
    return { entry: entryOf(row), asSaid: sameFields(here.get(place), base.side.get(place)) };
  });
  const text = step === "create" || step === "update" ? rewriteObject(said, parts) : "";
  const href = item?.href ?? hrefOf(server, one.uid);
  return { ...one, href, step, text, etag: item?.etag ?? "", said };
}

function hrefOf({ url }: DavServer, uid: string): string {
  const name = /^[\w.@-]{1,200}$/.test(uid) ? uid : createHash("sha256").update(uid).digest("hex");
  return `${folderOf(url)}${encodeURIComponent(name)}.ics`;
}

/** Where the objects of a calendar are on its server, spelt as their places are. */
export function folderOf(url: string): string {
  const base = new URL(url);
  return (placeOnServer(base.pathname, base) ?? "").replace(/\/*$/, "/");
}

async function send(server: DavServer, { step, href, text, etag }: Job): Promise<PutAnswer> {
  if (step === "create") return putObject(server, href, text, null);
  if (step === "update") return putObject(server, href, text, etag);
  if (step === "delete") return deleteObject(server, href, etag);
  return { kind: "written", etag };
}

async function noteIn(
  tx: Tx,
  workspaceId: string,
  calendar: StoredCalendar,
  done: readonly [Job, PutAnswer][],
  at: Date,
): Promise<void> {
  const isOff = ({ step }: Job, { kind }: PutAnswer) =>
    step === "forget" || (step === "delete" && (kind === "written" || kind === "gone"));
  const off = done.filter(([job, answer]) => isOff(job, answer)).map(([{ href }]) => href);
  if (off.length > 0) await forgetItems(tx, workspaceId, calendar.id, off);
  const left = done.filter(([{ href }]) => !off.includes(href));
  await saveOurs(
    tx,
    workspaceId,
    calendar.id,
    left.map(([job, answer]) => become(job, answer, at)),
  );
}

function become(job: Job, answer: PutAnswer, at: Date): OursChange {
  const { href, uid, etag, said, text, changed } = job;
  const known = { href, uid, etag, etagThere: etag, said, state: "in-step", why: "", theirs: null };
  if (answer.kind === "refused") return { ...known, state: "left-out", why: answer.why };
  // Told apart from every tag, so that it is read before anything else happens to it.
  const unread = `${WRITTEN}${at.toISOString()}`;
  if (answer.kind !== "written")
    return { ...known, etagThere: `moved ${at.toISOString()}`, why: CHANGED_THERE };
  if (job.step === "nothing") return { ...known, written: changed };
  if (answer.etag === "") return { ...known, etagThere: unread, theirs: text, written: changed };
  return { ...known, etag: answer.etag, etagThere: answer.etag, said: text, written: changed };
}
