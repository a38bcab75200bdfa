/** A circle's spans as its form shows them: a whole number of the largest unit that fits; empty where there is none. */
export function everyOf(days: number | null): { n: string; unit: string } {
  if (days === null) return { n: "", unit: "weeks" };
  if (days % 30 === 0) return { n: String(days / 30), unit: "months" };
  return days % 7 === 0 ? { n: String(days / 7), unit: "weeks" } : { n: String(days), unit: "days" };
}

/** Hours as hours or whole days. */
export function withinOf(hours: number | null): { n: string; unit: string } {
  if (hours === null) return { n: "", unit: "days" };
  return hours % 24 === 0 ? { n: String(hours / 24), unit: "days" } : { n: String(hours), unit: "hours" };
}
