/** What two who may be one say of themselves, line by line, in words. */
import { dayName, yearlyDayText } from "@/components/people/words";
import type { PairSide } from "@/lib/domain/person/duplicates-view";
import { type MergeField, oneOf, oneOrBoth } from "@/lib/domain/person/merge-people";
import { fieldWords } from "@/lib/domain/person/merge-undo";
import { nameCircles } from "@/lib/domain/policy/circles";

/** One line of the two columns. `field` is set where a person chooses between the two. */
export type PairLine = {
  key: string;
  label: string;
  one: string;
  other: string;
  choice: { field: MergeField; mayBeBoth: boolean } | null;
};

/** Every line in which at least one of them says something. */
export function pairLines(one: PairSide, other: PairSide, locale: string): PairLine[] {
  const line = (key: string, of: (side: PairSide) => string, label = fieldWords[key] ?? key): PairLine => ({
    key,
    label,
    one: of(one),
    other: of(other),
    choice: null,
  });
  const list = (key: "emails" | "phones" | "addresses" | "links") =>
    line(key, (side) => side[key].map((entry) => entry.value).join("\n"));
  const ask = (said: PairLine, field: MergeField, mayBeBoth = false): PairLine => ({
    ...said,
    choice: said.one !== "" && said.other !== "" && said.one !== said.other ? { field, mayBeBoth } : null,
  });
  const birthday = (side: PairSide) => {
    const day = side.days.find((one) => one.kind === "birthday");
    return day ? yearlyDayText(day, locale) : "";
  };
  const days = (side: PairSide) =>
    side.days
      .filter((day) => day.kind !== "birthday")
      .map((day) => `${dayName(day)}, ${yearlyDayText(day, locale)}`)
      .join("\n");
  return [
    ...oneOf.map((field) =>
      ask(
        line(field, (side) => side[field] ?? ""),
        field,
      ),
    ),
    line("nicknames", (side) => side.nicknames.join(", ")),
    list("emails"),
    list("phones"),
    list("addresses"),
    list("links"),
    ask(line("birthday", birthday), "birthday"),
    line("days", days, "other days"),
    ...oneOrBoth.map((field) =>
      ask(
        line(field, (side) => side[field]),
        field,
        true,
      ),
    ),
    ask(
      line("picture", (side) => (side.hasPicture ? `of ${side.name}` : "")),
      "picture",
    ),
    line("tasks", (side) => side.tasks.join("\n"), "open"),
  ].filter((said) => said.one !== "" || said.other !== "");
}

/** Somebody as one of two to choose from: by name, and where both have the same one, by what may tell them apart. */
export function sayWhich(
  side: PairSide,
  other: PairSide,
  circles: Parameters<typeof nameCircles>[0],
): string {
  if (side.name !== other.name) return side.name;
  const reached = side.emails[0]?.value ?? side.phones[0]?.value ?? "";
  return [side.name, nameCircles(circles, side.circles), reached].filter((word) => word !== "").join(" · ");
}
