import type { ReactNode } from "react";
import { rangeText } from "@/components/calendar/conflict-words";
import { type EventValues, spanOf, withStart } from "@/components/calendar/event-form-values";
import { skippedWords } from "@/components/calendar/skipped-words";
import { Checkbox, TextInput } from "@/components/ui/field";
import type { Place } from "@/components/when";

type Props = {
  values: EventValues;
  errors: Record<string, string>;
  desk: Place;
  /** The choice of a zone, where it is open. */
  zoneChoice: ReactNode;
  /** Opens it; null where it is open. */
  onOtherZone: (() => void) | null;
  onChange: (values: EventValues) => void;
};

/** Beside each other while there is room for both; in large letters one below the other. */
const dayClass = "min-w-0 grow basis-32";
const timeClass = "min-w-0 basis-[8.25rem]";

/** When it is: whole days or hours, in the desk's zone or another; the end follows the beginning. */
export function EventFormTimes({ values, errors, desk, zoneChoice, onOtherZone, onChange }: Props) {
  const { allDay, startDay, endDay, endTime, zone } = values;
  const span = spanOf(values, desk.zone);
  const skipped = allDay ? null : skippedWords(values);
  const typed = (name: "endDay" | "endTime") => ({
    value: values[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...values, [name]: event.target.value }),
  });
  const begins = (name: "startDay" | "startTime") => ({
    value: values[name],
    onChange: (event: { target: { value: string } }) =>
      onChange(withStart(values, { [name]: event.target.value })),
  });
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">When</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="flex flex-wrap gap-3">
          <TextInput
            label={allDay ? "First day" : "Begins"}
            type="date"
            error={errors.start}
            className={dayClass}
            {...begins("startDay")}
          />
          {allDay ? null : (
            <TextInput label="At" type="time" className={timeClass} {...begins("startTime")} />
          )}
        </div>
        <div className="flex flex-wrap gap-3">
          <TextInput
            label={allDay ? "Last day" : "Ends"}
            type="date"
            min={startDay}
            error={errors.end}
            className={dayClass}
            {...typed("endDay")}
          />
          {allDay ? null : <TextInput label="At" type="time" className={timeClass} {...typed("endTime")} />}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <Checkbox
          label="All day"
          checked={allDay}
          onChange={(event) => onChange({ ...values, allDay: event.target.checked })}
        />
        {onOtherZone && !allDay ? (
          <button
            type="button"
            onClick={onOtherZone}
            className="rounded text-[0.8125rem] text-muted underline decoration-line underline-offset-2 pointer-coarse:min-h-11"
          >
            In another time zone
          </button>
        ) : null}
      </div>
      {allDay ? null : zoneChoice}
      {span && !allDay && zone !== desk.zone ? (
        <p role="status" className="text-[0.8125rem] text-muted">
          That is {rangeText(span, desk)} in {desk.zone.replaceAll("_", " ")}.
        </p>
      ) : null}
      {skipped ? (
        <p role="status" className="text-[0.8125rem] text-late">
          {skipped}
        </p>
      ) : null}
      {span && !allDay && endDay !== startDay ? (
        <p className="text-[0.8125rem] text-muted">It goes on into another day, until {endTime}.</p>
      ) : null}
    </fieldset>
  );
}
