import type { QuickAddReading } from "@/lib/domain/task/quick-add";
import { sayDay } from "@/lib/domain/task/quick-add-days";

/** The chips of a reading with what was looked up in them: who is meant, and when it is kept. */
export function chipsOf(
  reading: QuickAddReading,
  person: { name: string } | null,
  isNew: boolean,
  day: { says: string } | null,
) {
  const chips = reading.chips.map((chip) => {
    if (chip.label === "Person")
      return { ...chip, value: isNew ? `${chip.value} (new)` : (person?.name ?? chip.value) };
    if (chip.label === "Date")
      return { ...chip, value: day?.says ?? sayDay(reading.date?.day ?? "", reading.date?.time ?? null) };
    return chip;
  });
  if (person === null || reading.person === null || reading.person.use === "make") return chips;
  return [...chips, { ...reading.person.span, label: "Person", value: person.name }].sort(
    (a, b) => a.start - b.start,
  );
}
