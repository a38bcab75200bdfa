import { sayWeekday, WeekdayToggles } from "@/components/calendar/weekday-toggles";
import { Select, TextInput } from "@/components/ui/field";
import {
  type MonthWay,
  monthWays,
  nthOf,
  type RepeatChoice,
  type RepeatHow,
} from "@/lib/domain/calendar/repeat-choice";

type Props = {
  value: RepeatChoice;
  /** The day of the first time, "YYYY-MM-DD". */
  first: string;
  locale: string;
  /** The choice as it stands, in words. */
  words: string;
  errors: Record<string, string>;
  onChange: (part: Partial<RepeatChoice>) => void;
};

const hows: [RepeatHow, string][] = [
  ["never", "Does not repeat"],
  ["daily", "Daily"],
  ["weekly", "Weekly"],
  ["monthly", "Monthly"],
  ["yearly", "Yearly"],
];
const units = { daily: "days", weekly: "weeks", monthly: "months", yearly: "years" } as const;
const nths = ["first", "second", "third", "fourth", "fifth"];

/** How often an entry comes back, on which days, and until when; said in words below. */
export function RepeatFields({ value, first, locale, words, errors, onChange }: Props) {
  const { how, every, end, until, other } = value;
  const unit = how === "never" || how === "other" ? null : units[how];
  const number = (name: "every" | "times") => ({
    inputMode: "numeric" as const,
    value: value[name] ? String(value[name]) : "",
    error: errors[`rule.${name}`],
    onChange: (event: { target: { value: string } }) =>
      onChange({ [name]: Number(event.target.value.replace(/\D/g, "").slice(0, 4)) }),
  });
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        <Select
          label="Repeats"
          value={how}
          error={errors.rule}
          className={unit ? "" : "max-sm:col-span-2"}
          onChange={(event) => onChange({ how: event.target.value as RepeatHow })}
        >
          {other ? <option value="other">As it is</option> : null}
          {hows.map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </Select>
        {unit ? <TextInput label={`Every so many ${unit}`} {...number("every")} /> : null}
        {how === "monthly" ? (
          <Select
            label="On"
            value={value.month}
            onChange={(event) => onChange({ month: event.target.value as MonthWay })}
          >
            {monthWays(first).map((way) => (
              <option key={way} value={way}>
                {sayWay(way, first, locale)}
              </option>
            ))}
          </Select>
        ) : null}
      </div>
      {how === "weekly" ? (
        <WeekdayToggles
          chosen={value.weekdays}
          first={first}
          locale={locale}
          onChange={(weekdays) => onChange({ weekdays })}
        />
      ) : null}
      {unit ? (
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          <Select
            label="Ends"
            value={end}
            onChange={(event) => onChange({ end: event.target.value as RepeatChoice["end"] })}
          >
            <option value="never">Never</option>
            <option value="until">On a day</option>
            <option value="times">After so many times</option>
          </Select>
          {end === "until" ? (
            <TextInput
              label="Last day"
              type="date"
              min={first}
              value={until}
              error={errors["rule.until"]}
              onChange={(event) => onChange({ until: event.target.value })}
            />
          ) : null}
          {end === "times" ? <TextInput label="Times" {...number("times")} /> : null}
        </div>
      ) : null}
      {how === "never" ? null : (
        <p role="status" className="text-[0.8125rem] text-muted first-letter:uppercase">
          {words}
          {every > 1 || how !== "yearly" || !first.endsWith("-02-29") ? "" : ", in leap years"}
        </p>
      )}
    </div>
  );
}

function sayWay(way: MonthWay, first: string, locale: string): string {
  const weekday = sayWeekday(first, locale, "long");
  if (way === "day") return `day ${Number(first.slice(8))}`;
  if (way === "last-day") return "the last day";
  return way === "weekday" ? `the ${nths[nthOf(first) - 1]} ${weekday}` : `the last ${weekday}`;
}
