import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { insertEvent } from "@/lib/data/events";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { spreadSeriesIn } from "@/lib/use-cases/calendar/spread-series";
import { makeChecks } from "@/lib/use-cases/check/make-checks";
import type { Guest } from "../../support/meet";
import { must } from "../../support/must";

const HOUR = 3_600_000;
export const hours = (at: Date, n: number) => new Date(at.getTime() + n * HOUR);

export type Entry = {
  startsAt: Date;
  uid?: string;
  summary?: string;
  place?: string;
  link?: string;
  zone?: string | null;
  rule?: string;
  exdates?: Date[];
  attendees?: Guest[];
  isPrivate?: boolean;
  wantsCheck?: boolean | null;
  answer?: "" | "needs-action" | "accepted" | "tentative" | "declined";
};

const utc = (at: Date) => {
  const local = at.toISOString().slice(0, 19);
  return { kind: "utc", local, zone: "UTC", writtenZone: null, utc: `${local}Z` };
};

/** What a series of an hour is worked out from. */
const sourceOf = (uid: string, { startsAt, rule = "", exdates = [] }: Entry) => ({
  uid,
  start: utc(startsAt),
  end: utc(hours(startsAt, 1)),
  duration: null,
  rules: rule === "" ? [] : [rule],
  excludedRules: [],
  rdates: [],
  exdates: exdates.map(utc),
  recurrenceId: null,
  replacesFollowing: false,
});

/** Puts a meeting on the calendar, with its times; gives its id. */
export async function enter(actor: Actor, entry: Entry, at: Date): Promise<string> {
  const id = randomUUID();
  const uid = entry.uid ?? id;
  const { summary = "Lunch at the harbour", place = "Quay 4", link = "", zone = null, rule = "" } = entry;
  const said = { uid, recurrenceId: "", sequence: 0, summary, description: "", location: place, link };
  const more = { status: "CONFIRMED", organiser: "", organiserAddress: "", transparent: false, stamp: null };
  const { attendees = [], isPrivate = false, wantsCheck = null, answer = "" } = entry;
  const event = {
    ...said,
    ...more,
    attendees,
    answer,
    allDay: false,
    zone,
    rule,
    source: sourceOf(uid, entry),
  };
  const standing = { id, isPrivate, wantsCheck, importId: null, expandedUntil: at };
  must(
    await writeAs(actor, "add-event", { kind: "event", id }, async (tx) => {
      await insertEvent(tx, actor.workspace.id, { ...event, ...standing });
      await spreadSeriesIn(tx, actor.workspace.id, actor.workspace.zone, [uid], at);
      return granted(null);
    }),
  );
  return id;
}

/** Changes a meeting past its form, and works its times out anew. */
export async function alter(actor: Actor, id: string, entry: Partial<Entry>, at: Date): Promise<void> {
  must(
    await writeAs(actor, "edit-event", { kind: "event", id }, async (tx) => {
      const { place, link, startsAt, rule, exdates } = entry;
      const { uid } = await tx.event.findFirstOrThrow({ where: { id }, select: { uid: true } });
      const source = startsAt
        ? sourceOf(uid, { startsAt, rule: rule ?? "", exdates: exdates ?? [] })
        : undefined;
      const data = {
        ...(place === undefined ? {} : { location: place }),
        ...(link === undefined ? {} : { link }),
      };
      await tx.event.updateMany({ where: { id }, data: { ...data, ...(source ? { source } : {}) } });
      await spreadSeriesIn(tx, actor.workspace.id, actor.workspace.zone, [uid], at);
      return granted(null);
    }),
  );
}

/** Takes a meeting off the calendar. */
export async function takeOff(actor: Actor, id: string, at: Date): Promise<void> {
  must(
    await writeAs(actor, "remove-event", { kind: "event", id }, async (tx) => {
      const { uid } = await tx.event.findFirstOrThrow({ where: { id }, select: { uid: true } });
      await tx.event.updateMany({ where: { id }, data: { removedAt: at } });
      await spreadSeriesIn(tx, actor.workspace.id, actor.workspace.zone, [uid], at);
      return granted(null);
    }),
  );
}

/** The double-checks that somebody sees, in the order of their meetings. */
export async function checksOf(actor: Actor) {
  const tasks = must(
    await readAs(actor, (tx) =>
      tx.task.findMany({
        where: { workspaceId: actor.workspace.id, kind: "meeting-check", state: { not: "withdrawn" } },
        orderBy: { dueAt: "asc" },
      }),
    ),
  );
  return tasks.map((task) => ({ ...task, fields: task.fields as Record<string, string> }));
}

/** The only one there is. */
export async function checkOf(actor: Actor) {
  const all = await checksOf(actor);
  expect(all).toHaveLength(1);
  return all[0] as (typeof all)[number];
}

export async function ask(system: Actor, at: Date): Promise<number> {
  return must(await makeChecks(system, at)).made;
}

export const confirmed = {
  confirmed: ["date", "time", "place"],
  withWhom: "Priya Raman",
  how: "call",
  otherZone: null,
  note: "",
} satisfies import("@/lib/domain/calendar/check").CheckInput;
