import { type CardField, type CardSaid, dayField } from "@/lib/domain/address-book/merge-card";
import type { CardDay } from "@/lib/domain/person/fill-in";
import type { LabelledText } from "@/lib/domain/person/person";

const labels: Record<string, string> = {
  name: "Name",
  givenName: "First name",
  familyName: "Family name",
  saidAs: "How to say the name",
  organization: "Organization",
  jobTitle: "Job title",
  note: "Note",
  language: "Language",
  zone: "Time zone",
  emails: "E-mail addresses",
  phones: "Phone numbers",
  addresses: "Addresses",
  links: "Links",
  nicknames: "Nicknames",
  private: "Who sees them",
  "day:birthday": "Birthday",
  "day:anniversary": "Anniversary",
};

/** What a field of a card is called. */
export function labelOf(field: CardField): string {
  return labels[field] ?? field.replace(/^day:other:/, "");
}

/** What one side has in a field, as text; empty when it has nothing. */
export function sayField(field: CardField, { facts, days, isPrivate = false }: CardSaid): string {
  if (field === "private") return isPrivate ? "You alone" : "Everybody on this desk";
  if (field.startsWith("day:"))
    return days
      .filter((day) => dayField(day) === field)
      .map(sayDay)
      .join(", ");
  const value = facts[field as keyof typeof facts] as string | null | string[] | LabelledText[] | undefined;
  if (!value) return "";
  if (typeof value === "string") return value;
  return value.map((one) => (typeof one === "string" ? one : one.value)).join("\n");
}

function sayDay({ month, day, year }: CardDay): string {
  const date = new Date(Date.UTC(2000, month - 1, day));
  const said = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long" }).format(
    date,
  );
  return year === null ? said : `${said} ${year}`;
}
