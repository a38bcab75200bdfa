import { eventScopes } from "@/lib/domain/calendar/event";
import type { CalendarEvent } from "@/lib/domain/calendar/view";
import { addDays, dayAt } from "@/lib/domain/calendar/zone-day";
import type { Result } from "@/lib/domain/result";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readEvent } from "@/lib/queries/read-event";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { editEvent } from "@/lib/use-cases/calendar/edit-event";
import { removeEvent } from "@/lib/use-cases/calendar/remove-event";
import { resolveItem } from "@/lib/use-cases/calendar-source/resolve-item";
import { booking, noWord, targetOf } from "../book";
import type { CalendarScene } from "../dav/calendar-scene";
import { vcalendar, vevent } from "../dav/phone-calendar";
import { type Lying, type TwoWayPhone, timesOf, unfold } from "../dav/two-way-phone";
import { must } from "../must";

/**
 * What one of the two did, and to which series (of one that is cut in two, both). `name` is what somebody reads since, "" for nothing
 * new, null where it was taken away as a whole.
 */
export type Done = { what: string; uids: string[]; name: string | null };

/** A desk and a phone that share a calendar, and change it at random. `random` gives 0 to 1. */
export class TwoSides {
  private named = 0;
  private lying: Lying[] = [];

  constructor(
    readonly scene: CalendarScene,
    readonly phone: TwoWayPhone,
    readonly id: string,
    readonly random: () => number,
  ) {}

  /** The phone looks at the calendar, before it changes some of it. */
  async look(): Promise<void> {
    this.lying = await this.phone.lying();
  }

  /** Somebody at the desk does something; null when there was nothing to be done. */
  async changeHere(): Promise<Done | null> {
    const client = this.scene.cast.client;
    if (this.random() < 0.3) {
      const name = this.name();
      const start = this.hour();
      const event = booking({
        summary: name,
        start,
        end: later(start, 1),
        place: this.pick(["", "Room 4", "Café, north"]),
        rule: this.pick(["", "", "FREQ=WEEKLY;COUNT=5", "FREQ=DAILY;COUNT=4"]),
      });
      const { id } = must(await createEvent(client, { event, ...noWord }, new Date()));
      return { what: "made here", uids: [await this.uidOf(id)], name };
    }
    const ours = (await this.shown()).filter(({ own }) => own);
    if (ours.length === 0) return null;
    const chosen = this.pick(ours);
    const seen = await readEvent(client, chosen.eventId, chosen.startsAt, new Date());
    if (seen === null) return null;
    const scope = seen.isRepeating ? this.pick(eventScopes) : "all";
    const target = targetOf(seen, scope);
    if (this.random() < 0.2) {
      const removed = isDone(await removeEvent(client, target, new Date()));
      const name = scope === "all" ? null : "";
      return removed && { what: `${scope} removed here`, uids: [seen.uid], name };
    }
    const isMoved = this.random() < 0.5;
    const name = isMoved ? "" : this.name();
    const event = isMoved
      ? booking({ ...seen, start: later(seen.start, 1), end: later(seen.end, 1) })
      : booking({ ...seen, summary: name });
    const changed = isDone(await editEvent(client, { ...target, event, ...noWord }, new Date()));
    if (changed === null) return null;
    const what = `${scope} ${isMoved ? "moved" : "renamed"} here`;
    return { what, uids: [seen.uid, await this.uidOf(changed.id)], name };
  }

  /** Somebody at the phone does something. */
  async changeThere(): Promise<Done | null> {
    const chosen = this.random() < 0.25 || this.lying.length === 0 ? null : this.pick(this.lying);
    if (chosen === null) return this.makeThere();
    if (this.random() < 0.15) {
      this.lying = this.lying.filter((one) => one !== chosen);
      await this.phone.drop(chosen.href);
      return { what: "deleted there", uids: [chosen.uid], name: null };
    }
    const name = this.name();
    const before = unfold(chosen.text);
    const change = this.pick([
      rename(name),
      rename(name),
      moveByAnHour,
      leaveOneOut,
      makeOneDifferent(name),
      addAlarm,
    ]);
    const text = change(before);
    if (text === before) return null;
    await this.phone.save(chosen.href, text);
    chosen.text = text;
    const [from, to] = this.weeks();
    const isRead = timesOf([chosen], from, to).some((line) => line.includes(name));
    return { what: "changed there", uids: [chosen.uid], name: isRead ? name : "" };
  }

  private async makeThere(): Promise<Done> {
    const name = this.name();
    const uid = `${name}@phone.test`;
    const start = compact(this.hour());
    const lines = [`DTSTART:${start}Z`, "DURATION:PT1H", ...this.pick([[], ["RRULE:FREQ=WEEKLY;COUNT=4"]])];
    const text = vcalendar(vevent(uid, name, ...lines));
    const href = `${this.phone.url}${name}.ics`;
    await this.phone.save(href, text);
    this.lying.push({ href, uid, text });
    return { what: "made there", uids: [uid], name };
  }

  /** Brings both in step, and has the client choose where both changed something, at random. Gives whose entries that were. */
  async settle(): Promise<Set<string>> {
    await this.sync();
    const lying = await this.phone.lying();
    const asked = new Set<string>();
    const { conflictList } = await this.scene.calendar(this.id);
    for (const { href } of conflictList) {
      const found = lying.find(
        (one) => new URL(one.href, this.phone.url).href === new URL(href, this.phone.url).href,
      );
      asked.add(found?.uid ?? decodeURIComponent(href.split("/").at(-1) ?? "").replace(/\.ics$/, ""));
      const side = this.random() < 0.5 ? "here" : "there";
      must(await resolveItem(this.scene.cast.client, this.id, { href, side }, new Date()));
    }
    if (asked.size > 0) await this.sync();
    return asked;
  }

  private async sync(): Promise<void> {
    const { problem } = await this.scene.sync(this.id, this.scene.cast.system);
    if (problem !== null) throw new Error(problem);
  }

  /** What each side shows of the coming weeks, line by line, and under which ids it lies there. */
  async both(): Promise<{ here: string[]; there: string[]; uids: string[] }> {
    const [from, to] = this.weeks();
    const lying = await this.phone.lying();
    const isShown = (line: string) => line.slice(0, 10) > from && line.slice(0, 10) < addDays(to, -1);
    const here = (await this.shown()).map(
      ({ startsAt, title, place }) => `${startsAt.slice(0, 16)}Z ${title} @ ${place}`,
    );
    return {
      here: here.filter(isShown).sort(),
      there: timesOf(lying, from, to).filter(isShown),
      uids: lying.map(({ uid }) => uid).sort(),
    };
  }

  private async shown(): Promise<CalendarEvent[]> {
    const [from, to] = this.weeks();
    const { entries } = must(await readCalendar(this.scene.cast.client, from, to, new Date()));
    return entries.filter((entry): entry is CalendarEvent => entry.type === "event");
  }

  private weeks(): [string, string] {
    const today = dayAt(Date.now(), "Europe/Berlin");
    return [today, addDays(today, 60)];
  }

  private async uidOf(id: string): Promise<string> {
    return (await readEvent(this.scene.cast.client, id, null, new Date()))?.uid ?? "";
  }

  private name(): string {
    this.named += 1;
    return `Entry-${this.named}.`;
  }

  private hour(): string {
    const day = addDays(this.weeks()[0], 3 + Math.floor(this.random() * 14));
    return `${day}T${String(8 + Math.floor(this.random() * 9)).padStart(2, "0")}:00`;
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }
}

/** Some series do not move as they were asked to, or were left out meanwhile: that is no change. */
function isDone<T>(result: Result<T>): T | null {
  if (result.ok) return result.value;
  if (["invalid", "stale", "not-found"].includes(result.refusal.code)) return null;
  throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
}

function later(wall: string, hours: number): string {
  return new Date(Date.parse(`${wall}Z`) + hours * 3_600_000).toISOString().slice(0, wall.length);
}

function compact(wall: string): string {
  return `${wall.replace(/[-:]/g, "")}00`;
}

/** "20261204T120000" so many hours later on the same clock. */
function shifted(value: string, hours: number): string {
  const wall = value.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\d/, "$1-$2-$3T$4:$5");
  return compact(later(wall, hours));
}

const rename = (name: string) => (text: string) => text.replace(/^SUMMARY:.*?(\r?)$/m, `SUMMARY:${name}$1`);

/** What happens once, or all of a series that has no exceptions yet. */
function moveByAnHour(text: string): string {
  if ((text.match(/BEGIN:VEVENT/g) ?? []).length > 1 || /^EXDATE/m.test(text)) return text;
  const at = text.indexOf("BEGIN:VEVENT");
  const moved = text
    .slice(at)
    .replace(
      /^((?:DTSTART|DTEND)[^:\r\n]*:)(\d{8}T\d{6})/gm,
      (_, head: string, value: string) => head + shifted(value, 1),
    );
  return text.slice(0, at) + moved;
}

/** The second time of a series, in the words of its DTSTART: null for what happens once, or where that time is different already. */
function secondTime(text: string): { head: string; value: string; tail: string } | null {
  // Not the rule of the zone's clock changes, which stands before the first entry.
  const [, ...entries] = text.split("BEGIN:VEVENT");
  const master = entries.find((part) => /^RRULE/m.test(part));
  const start = /^DTSTART([^:\r\n]*:)(\d{8}T\d{6})(Z?)/m.exec(master ?? "");
  if (!master || !start || /RECURRENCE-ID|EXDATE/.test(text)) return null;
  const [, head = "", value = "", tail = ""] = start;
  return { head, value: shifted(value, master.includes("DAILY") ? 24 : 168), tail };
}

function leaveOneOut(text: string): string {
  const time = secondTime(text);
  if (time === null) return text;
  const at = text.indexOf("BEGIN:VEVENT");
  const entries = text.slice(at).replace(/^RRULE/m, `EXDATE${time.head}${time.value}${time.tail}\r\nRRULE`);
  return text.slice(0, at) + entries;
}

const makeOneDifferent = (name: string) => (text: string) => {
  const time = secondTime(text);
  if (time === null) return text;
  const { head, value, tail } = time;
  const uid = /^UID:(.*?)\r?$/m.exec(text)?.[1] ?? "";
  const start = `DTSTART${head}${shifted(value, 2)}${tail}`;
  const other = vevent(uid, name, `RECURRENCE-ID${head}${value}${tail}`, start, "DURATION:PT1H");
  return text.replace(/END:VCALENDAR/, `${other}END:VCALENDAR`);
};

function addAlarm(text: string): string {
  return text.replace(
    "END:VEVENT",
    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Go\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT",
  );
}
