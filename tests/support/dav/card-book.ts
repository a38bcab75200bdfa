import { DavFolder } from "./dav-folder";
import type { DavHouse } from "./start-servers";

/** One vCard 3.0 as a phone would save it. */
export function vcard(uid: string, name: string, ...more: string[]): string {
  const [given = "", family = ""] = name.split(" ");
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `UID:${uid}`,
    `FN:${name}`,
    `N:${family};${given};;;`,
    ...more,
  ];
  return [...lines, "END:VCARD", ""].join("\r\n");
}

/** What a phone does with its address book on a server: the other side of our syncing. */
export class CardBook extends DavFolder {
  constructor(house: DavHouse, url = house.book) {
    super(house, url, { type: "text/vcard", ending: "vcf" });
  }
}
