import { DavFolder } from "./dav-folder";
import type { DavHouse } from "./start-servers";

/** One entry as a phone would save it; `when` are its lines of time, DTSTART first. */
export function vevent(uid: string, summary: string, ...more: string[]): string {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTAMP:20261101T080000Z",
    `SUMMARY:${summary}`,
    ...more,
    "END:VEVENT",
    "",
  ].join("\r\n");
}

/** A whole calendar of these entries. */
export function vcalendar(...entries: string[]): string {
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Somebody//A phone//EN\r\n${entries.join("")}END:VCALENDAR\r\n`;
}

const THIS_HOUR = Math.floor(Date.now() / 3_600_000);

/** "20261203T100000Z": so many hours from when the test began, on the hour; what it says must not depend on the day it is run. */
export function hoursAhead(hours: number): string {
  const at = new Date((THIS_HOUR + hours) * 3_600_000);
  return at.toISOString().replace(/[-:]/g, "").replace(".000", "");
}

/** What a phone does with its calendar on a server: the other side of our syncing. */
export class PhoneCalendar extends DavFolder {
  constructor(house: Pick<DavHouse, "username" | "password">, url: string) {
    super(house, url, { type: "text/calendar", ending: "ics" });
  }

  /** Makes it (RFC 4791 §5.3.1), of these parts alone. */
  async make(name: string, parts = ["VEVENT"]): Promise<void> {
    const comps = parts.map((part) => `<C:comp name="${part}"/>`).join("");
    await this.ask(
      "MKCALENDAR",
      this.url,
      `<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop><D:displayname>${name}</D:displayname><C:supported-calendar-component-set>${comps}</C:supported-calendar-component-set></D:prop></D:set></C:mkcalendar>`,
      "application/xml",
    );
  }
}
