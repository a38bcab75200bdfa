import { OWN_DAY, OWN_PRODUCT } from "@/lib/adapters/contacts/own-cards";
import { escapeText as escapeValue, foldLine as fold } from "@/lib/adapters/content-lines/write-line";
import { type ExportedPerson, eventOfDay } from "@/lib/domain/person/exported";
import type { LabelledText } from "@/lib/domain/person/person";

/** Labels that every program knows as a TYPE; others stand in a group of their own (X-ABLabel). */
const TYPES = new Set(["home", "work", "cell", "fax", "pager", "text", "video"]);

type Version = "3.0" | "4.0";

/**
 * Somebody as one vCard, 4.0 (RFC 6350) or 3.0 (RFC 2426), lines folded at 75 bytes and ended by CRLF. What the standard has no
 * place for stands in X-FIRSTHAND- properties, which our reader knows. UID and REV are the same each time while nothing changes.
 */
export function writeCard(person: ExportedPerson, version: Version): string {
  const lines: string[] = ["BEGIN:VCARD", `VERSION:${version}`, `PRODID:${OWN_PRODUCT}`];
  let groups = 0;
  const add = (head: string, value: string) => {
    if (value !== "") lines.push(fold(`${head}:${value}`));
  };
  const labelled = (name: string, { value, label }: LabelledText, written: string) => {
    const type = TYPES.has(label) ? `;TYPE=${label}` : "";
    if (label === "" || type !== "") {
      add(`${name}${type}`, written);
      return;
    }
    const group = `item${++groups}`;
    add(`${group}.${name}`, value === "" ? "" : written);
    add(`${group}.X-ABLabel`, escapeValue(label));
  };
  add("UID", escapeValue(person.uid));
  add("REV", person.changedAt.replace(/[-:]|\.\d+/g, ""));
  lines.push(fold(`FN:${escapeValue(person.name)}`));
  add("N", [person.familyName, person.givenName, "", "", ""].map(escapeValue).join(";"));
  add("NICKNAME", person.nicknames.map(escapeValue).join(","));
  add("ORG", escapeValue(person.organization));
  add("TITLE", escapeValue(person.jobTitle));
  for (const email of person.emails) labelled("EMAIL", email, escapeValue(email.value));
  for (const phone of person.phones) labelled("TEL", phone, escapeValue(phone.value));
  for (const address of person.addresses) labelled("ADR", address, `;;${escapeValue(address.value)};;;;`);
  for (const link of person.links) labelled("URL", link, escapeValue(link.value));
  const birthday = person.days.find((day) => day.kind === "birthday");
  const anniversary = person.days.find((day) => day.kind === "anniversary");
  if (birthday) addDay("BDAY", birthday, version, add);
  if (anniversary) addDay(version === "4.0" ? "ANNIVERSARY" : "X-ANNIVERSARY", anniversary, version, add);
  for (const day of person.days.filter((one) => one !== birthday && one !== anniversary)) {
    const group = `item${++groups}`;
    addDay(`${group}.X-ABDATE;${OWN_DAY}=${day.kind}`, day, "3.0", add);
    add(`${group}.X-ABLabel`, escapeValue(day.kind === "other" ? day.label : eventOfDay(day)));
  }
  if (person.diedOn) add(version === "4.0" ? "DEATHDATE" : "X-DEATHDATE", person.diedOn.replaceAll("-", ""));
  else if (person.isDead) add("X-FIRSTHAND-DEAD", "true");
  for (const { kind, name, isPrivate } of person.relations) {
    if (isPrivate) add("X-FIRSTHAND-RELATION", [kind, name, "private"].map(escapeValue).join(";"));
    else if (version === "4.0") add(`RELATED;VALUE=text;TYPE=${kind}`, escapeValue(name));
    else labelled("X-ABRELATEDNAMES", { value: name, label: kind }, escapeValue(name));
  }
  add("NOTE", escapeValue(person.note));
  add("LANG", escapeValue(person.language ?? ""));
  add("TZ", escapeValue(person.zone ?? ""));
  if (person.isPrivate) add("CLASS", "PRIVATE");
  add("X-FIRSTHAND-SAID-AS", escapeValue(person.saidAs));
  add("X-FIRSTHAND-HOW-MET", escapeValue(person.howMet));
  add("X-FIRSTHAND-CAREFUL", escapeValue(person.careful));
  add("X-FIRSTHAND-CIRCLES", person.circles.map(escapeValue).join(","));
  for (const { kind, label, value, fromWhere, isPrivate } of person.facts)
    add(
      "X-FIRSTHAND-FACT",
      [kind, label, value, fromWhere, isPrivate ? "private" : ""].map(escapeValue).join(";"),
    );
  if (person.picture) {
    const { mediaType, base64 } = person.picture;
    if (version === "4.0") add("PHOTO", `data:${mediaType};base64,${base64}`);
    else add(`PHOTO;ENCODING=b;TYPE=${mediaType.replace("image/", "").toUpperCase()}`, base64);
  }
  lines.push("END:VCARD", "");
  return lines.join("\r\n");
}

type Day = ExportedPerson["days"][number];

/** 4.0 has days without a year; 3.0 has Apple's way of saying so. */
function addDay(name: string, day: Day, version: Version, add: (head: string, value: string) => void): void {
  if (version === "4.0") add(name, yearly(day).replace(/(?<!^|-)-/g, ""));
  else if (day.year !== null) add(name, yearly(day));
  else add(`${name};X-APPLE-OMIT-YEAR=1604`, `1604-${two(day.month)}-${two(day.day)}`);
}

function yearly({ year, month, day }: Day): string {
  return `${year === null ? "-" : String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
