import { readDate, readLabelledDate, writtenDate } from "@/lib/adapters/contacts/card-dates";
import type { CardDraft } from "@/lib/adapters/contacts/card-draft";
import { pushText } from "@/lib/adapters/contacts/card-lists";
import { components } from "@/lib/adapters/contacts/card-names";
import type { ContentLine } from "@/lib/adapters/content-lines/content-line";
import { textValue } from "@/lib/adapters/content-lines/text-values";

/** `vnd.android.cursor.item/contact_event;1996-04-15;3;;;…`: 3 is a birthday, 1 an anniversary, 0 has its own label. */
export function readAndroidCustom(line: ContentLine, draft: CardDraft): void {
  const [kind, value = "", type, label] = components(line);
  if (value === "") return;
  if (kind?.endsWith("/nickname")) draft.person.nicknames.push(value);
  if (kind?.endsWith("/relation")) pushText(draft.person.relations, label || androidRelation(type), value);
  if (!kind?.endsWith("/contact_event")) return;
  const dateLine = { ...line, value: value, params: [] };
  if (type === "3") readDate({ ...dateLine, name: "BDAY" }, draft, "birthday");
  else if (type === "1") readDate({ ...dateLine, name: "ANNIVERSARY" }, draft, "anniversary");
  else {
    const found = writtenDate(dateLine, draft);
    if (found) draft.person.otherDates.push({ label: label || "date", ...found });
  }
}

function androidRelation(type: string | undefined): string {
  const names =
    "custom assistant brother child domestic-partner father friend manager mother parent partner referred-by relative sister spouse";
  return names.split(" ")[Number(type)] ?? "related";
}

/** FullContact hides a property's name in hexadecimal: X-FC-RelatedNames:Mother, X-FC-OtherDates:Anniversary. */
export function readEncodedProperty(line: ContentLine, draft: CardDraft): void {
  const hex = /^X-FCENCODED-((?:[0-9A-F]{2})+)$/.exec(line.name)?.[1];
  if (!hex) return;
  const [property, label = ""] = Buffer.from(hex, "hex").toString("utf8").split(":");
  if (/relatednames$/i.test(property ?? ""))
    pushText(draft.person.relations, label.toLowerCase(), textValue(line));
  if (!/otherdates$/i.test(property ?? "")) return;
  const group = "ENCODED";
  readLabelledDate({ ...line, group }, { ...draft, labels: new Map([[group, label]]) });
}
