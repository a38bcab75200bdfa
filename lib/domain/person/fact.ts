/** Single facts about somebody, each with who said it: what they enjoy, what to avoid, what to talk about, and private ways to reach them. */

/** What one remembers of somebody, in the order in which a page tells it; then ways to reach them that are not for everybody's eyes. */
export const factKinds = [
  "like",
  "avoid",
  "topic",
  "gift",
  "detail",
  "phone",
  "email",
  "address",
  "link",
] as const;
export type FactKind = (typeof factKinds)[number];

/** What a kind is called where one stands alone: in the history, in a list of choices. */
export const factWords: Record<FactKind, string> = {
  like: "something they enjoy",
  avoid: "something to avoid",
  topic: "something to talk about",
  gift: "a gift idea",
  detail: "a detail",
  phone: "a phone number",
  email: "an e-mail address",
  address: "an address",
  link: "a link",
};

/** The same facts twice are one: without regard to capitals and spaces. */
export function isSameFact(
  a: { kind: FactKind; value: string },
  b: { kind: FactKind; value: string },
): boolean {
  return a.kind === b.kind && plain(a.value) === plain(b.value);
}

function plain(value: string): string {
  return value.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}
