/** The muted words beside a line of a dry run. */
import { cutText } from "@/lib/domain/cut-text";
import type { CardReading, EventReading } from "@/lib/domain/import/payload";
import type { CardDay } from "@/lib/domain/person/fill-in";
import { FEW_OCCURRENCES } from "@/lib/use-cases/import/event-from-entry";

/** "Birthday 4 May 1986 · noor@example.org · 2 phone numbers". */
export function sayCard({ facts, days }: CardReading): string {
  const emails = facts.emails ?? [];
  const phones = facts.phones ?? [];
  const parts = [
    facts.organization ?? "",
    ...days.slice(0, 3).map(sayDay),
    emails.length > 1 ? `${emails.length} e-mail addresses` : (emails[0]?.value ?? ""),
    phones.length > 1 ? `${phones.length} phone numbers` : (phones[0]?.value ?? ""),
  ];
  return cutText(parts.filter(Boolean).join(" · "), 300);
}

/** Made once: it takes longer to make than to use, and a long address book has many thousand days. */
const dayAndMonth = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long" });

/** "Birthday 4 May 1986", without the year where nobody knows it. */
function sayDay({ kind, label, year, month, day }: CardDay): string {
  const word = kind === "other" ? label || "Day" : kind === "birthday" ? "Birthday" : "Anniversary";
  const said = dayAndMonth.format(Date.UTC(2000, month - 1, day));
  return `${word} ${said}${year === null ? "" : ` ${year}`}`;
}

/** "Fri, 11 Dec 2026, 19:00 · repeats, 3 times from then on · organiser Elin Sørensen". */
export function sayEntry(entry: EventReading, zone: string): string {
  const first = entry.occurrences[0];
  const times = entry.occurrences.length;
  const parts = [
    first ? sayWhen(first.startsAt, entry.allDay, zone) : "",
    entry.rule || times > 1 ? sayTimes(times) : "",
    entry.location.split("\n")[0] ?? "",
    entry.organiser ? `organiser ${entry.organiser}` : "",
  ];
  return cutText(parts.filter(Boolean).join(" · "), 300);
}

/** Of a series only the next few times are known before it is imported. */
function sayTimes(times: number): string {
  return times >= FEW_OCCURRENCES
    ? "repeats"
    : `repeats, ${times === 1 ? "once" : `${times} times`} from then on`;
}

/** "Fri, 11 Dec 2026, 19:00", where the client lives. */
export function sayWhen(startsAt: string, allDay: boolean, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    ...(allDay ? {} : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  }).format(Date.parse(startsAt));
}
