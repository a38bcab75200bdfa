"use client";

import { Plus, X } from "lucide-react";
import { addLine } from "@/components/people/new-line";
import { type DayValues, emptyDay } from "@/components/people/person-form-values";
import { dateKindWords } from "@/components/people/words";
import { Button, IconButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/field";
import { type DateKind, dateKinds } from "@/lib/domain/person/person";

const months = Array.from({ length: 12 }, (_, at) =>
  new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, at, 1)),
);

type Props = {
  days: DayValues[];
  errors: Record<string, string>;
  /** Days ahead where a day says nothing of its own: as the person or their circles say. */
  usual: number;
  onChange: (days: DayValues[]) => void;
};

/** The days that come back every year, and how long before each its task appears. */
export function DayRows({ days, errors, usual, onChange }: Props) {
  const change = (at: number, part: Partial<DayValues>) =>
    onChange(days.map((day, index) => (index === at ? { ...day, ...part } : day)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">Days of every year</legend>
      {days.map((day, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset cannot be a grid everywhere.
        <div
          role="group"
          aria-label={`Day ${at + 1}`}
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are never re-ordered, and a new one has no name yet.
          key={at}
          className="relative grid grid-cols-6 items-start gap-2 rounded-sheet border border-line bg-sheet p-3 pe-12 sm:grid-cols-12"
        >
          <Select
            label="Which"
            className="col-span-6 sm:col-span-4"
            value={day.kind}
            error={errors[`dates.${at}.kind`]}
            onChange={(event) => change(at, { kind: event.target.value as DateKind })}
          >
            {dateKinds.map((kind) => (
              <option key={kind} value={kind}>
                {dateKindWords[kind]}
              </option>
            ))}
          </Select>
          {day.kind === "birthday" ? null : (
            <TextInput
              label="Called"
              placeholder="Wedding, day we met …"
              className="col-span-6 sm:col-span-8"
              maxLength={100}
              value={day.label}
              error={errors[`dates.${at}.label`]}
              onChange={(event) => change(at, { label: event.target.value })}
            />
          )}
          <TextInput
            label="Day"
            inputMode="numeric"
            maxLength={2}
            className="col-span-2 sm:col-start-1"
            value={day.day}
            error={errors[`dates.${at}.day`]}
            onChange={(event) => change(at, { day: event.target.value })}
          />
          <Select
            label="Month"
            className="col-span-4"
            value={day.month}
            error={errors[`dates.${at}.month`]}
            onChange={(event) => change(at, { month: event.target.value })}
          >
            <option value="" />
            {months.map((name, index) => (
              <option key={name} value={index + 1}>
                {name}
              </option>
            ))}
          </Select>
          <TextInput
            label="Year, if known"
            inputMode="numeric"
            maxLength={4}
            className="col-span-3"
            value={day.year}
            error={errors[`dates.${at}.year`]}
            onChange={(event) => change(at, { year: event.target.value })}
          />
          <TextInput
            label="Days ahead"
            title="How many days before it a task appears"
            placeholder={`${usual}, as usual`}
            inputMode="numeric"
            maxLength={3}
            className="col-span-3"
            value={day.leadDays}
            error={errors[`dates.${at}.leadDays`]}
            onChange={(event) => change(at, { leadDays: event.target.value })}
          />
          <IconButton
            label={`Take day ${at + 1} out`}
            className="absolute end-1.5 top-1.5"
            onClick={() => onChange(days.filter((_, index) => index !== at))}
          >
            <X aria-hidden="true" className="size-4" />
          </IconButton>
        </div>
      ))}
      {errors.dates ? (
        <p role="alert" className="text-[0.8125rem] text-late">
          {errors.dates}
        </p>
      ) : null}
      {days.length < 30 ? (
        <Button
          size="sm"
          variant="quiet"
          className="-ms-2.5 self-start"
          icon={<Plus aria-hidden="true" className="size-4" />}
          onClick={(event) => {
            const isOther = days.some(({ kind }) => kind === "birthday");
            const line: DayValues = isOther ? { ...emptyDay, kind: "other" } : emptyDay;
            addLine(event.currentTarget, () => onChange([...days, line]));
          }}
        >
          {days.length === 0 ? "Add a birthday or another day" : "Add another day"}
        </Button>
      ) : null}
    </fieldset>
  );
}
