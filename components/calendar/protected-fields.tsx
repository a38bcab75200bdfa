import type { ReactNode } from "react";
import type { ProtectedValues } from "@/components/calendar/protected-values";
import { RepeatFields } from "@/components/calendar/repeat-fields";
import { Checkbox, TextInput } from "@/components/ui/field";
import type { ProtectedInput } from "@/lib/domain/calendar/kept";
import { sayProtected } from "@/lib/domain/calendar/say-protected";
import { readDay } from "@/lib/domain/calendar/stretch";

type Props = {
  values: ProtectedValues;
  /** What they are as they stand, to be said in words; null while something cannot be read. */
  hours: ProtectedInput | null;
  errors: Record<string, string>;
  locale: string;
  /** Where the calendar is while the first day is being typed. */
  today: string;
  /** The choice of another zone, where it is wanted. */
  zone: ReactNode;
  onChange: (part: Partial<ProtectedValues>) => void;
};

/** The fields of hours that are nobody's to book, and what they come to in words. */
export function ProtectedFields({ values, hours, errors, locale, today, zone, onChange }: Props) {
  const field = (name: "title" | "firstOn" | "lastOn" | "from" | "until") => ({
    name,
    value: values[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  const { allDay, from, until, repeat } = values;
  const isNight = !allDay && until !== "" && until <= from && until !== "00:00";
  return (
    <>
      <TextInput
        {...field("title")}
        label="What you call it"
        placeholder="Evenings at home"
        autoComplete="off"
        maxLength={200}
      />
      <Checkbox
        label="Whole days"
        checked={allDay}
        onChange={(event) => onChange({ allDay: event.target.checked })}
      />
      <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-3">
        <TextInput
          {...field("firstOn")}
          label={repeat.how === "never" && !allDay ? "Day" : "First day"}
          type="date"
          className={allDay ? "" : "max-sm:col-span-2"}
        />
        {allDay ? (
          <TextInput {...field("lastOn")} label="Last day" type="date" />
        ) : (
          <>
            <TextInput {...field("from")} label="From" type="time" />
            <TextInput
              {...field("until")}
              label={isNight ? "Until, the next day" : "Until"}
              type="time"
              error={errors.until ?? errors.minutes}
            />
          </>
        )}
      </div>
      {allDay && errors.minutes ? (
        <p role="alert" className="text-[0.8125rem] text-late">
          {errors.minutes}
        </p>
      ) : null}
      <RepeatFields
        value={repeat}
        first={readDay(values.firstOn) ?? today}
        locale={locale}
        words={hours === null ? "" : sayProtected(hours)}
        errors={errors}
        onChange={(part) => onChange({ repeat: { ...repeat, ...part } })}
      />
      {zone}
    </>
  );
}
