import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import { PhoneCalendar } from "./phone-calendar";

/** One object as it lies on the server. */
export type Lying = { href: string; uid: string; text: string };

/** A phone that shares its calendar with a desk: it reads what lies there, changes single lines of it, and saves it whole. */
export class TwoWayPhone extends PhoneCalendar {
  /** Everything that lies there. */
  async lying(): Promise<Lying[]> {
    const body =
      '<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"/></C:comp-filter></C:filter></C:calendar-query>';
    const answer = await fetch(this.url, {
      method: "REPORT",
      body,
      headers: { ...this.keys(), depth: "1", "content-type": "application/xml" },
    });
    const xml = await answer.text();
    return [...xml.matchAll(/<(?:\w+:)?response>(.*?)<\/(?:\w+:)?response>/gs)].map(([, inside = ""]) => {
      const of = (name: string) =>
        plain(new RegExp(`<(?:\\w+:)?${name}[^>]*>(.*?)</(?:\\w+:)?${name}>`, "s").exec(inside)?.[1] ?? "");
      const text = of("calendar-data");
      return { href: of("href"), text, uid: /^UID:(.*?)\r?$/m.exec(text)?.[1] ?? "" };
    });
  }

  async one(uid: string): Promise<Lying> {
    const found = (await this.lying()).find((lying) => lying.uid === uid);
    if (!found) throw new Error(`${uid} does not lie there`);
    return found;
  }

  async save(href: string, text: string): Promise<void> {
    await this.ask("PUT", new URL(href, this.url).href, text);
  }

  async drop(href: string): Promise<void> {
    await this.ask("DELETE", new URL(href, this.url).href);
  }

  /** Changes an entry as a phone does: `change` is given its lines, folds undone. */
  async change(uid: string, change: (text: string) => string): Promise<void> {
    const { href, text } = await this.one(uid);
    await this.save(href, change(unfold(text)));
  }

  private keys(): Record<string, string> {
    const { username, password } = this.house;
    return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` };
  }
}

/** The text with its lines whole. */
export function unfold(text: string): string {
  return text.replace(/\r?\n[ \t]/g, "");
}

/** When the entries of some objects happen between two days, with what they say: "2026-12-07T08:00Z Standup @ Room 4". */
export function timesOf(objects: readonly Lying[], from: string, to: string): string[] {
  return objects
    .flatMap(({ text }) => {
      const { events } = readCalendar(new TextEncoder().encode(text));
      const { occurrences } = expandOccurrences(events, { from, to, zone: "Europe/Berlin" });
      return occurrences.map(({ startUtc, eventIndex }) => {
        const event = events[eventIndex];
        return `${startUtc.slice(0, 16)}Z ${event?.summary ?? ""} @ ${event?.location ?? ""}`;
      });
    })
    .sort();
}

function plain(xml: string): string {
  return xml
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#13;/g, "\r")
    .replace(/&#10;/g, "\n")
    .replace(/&amp;/g, "&");
}
