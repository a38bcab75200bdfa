"use client";

import type { ComponentProps, ReactNode } from "react";
import { Checkbox, Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { CircleView } from "@/lib/queries/read-circles";
import { saveCircle } from "../circle-actions";
import { everyOf, withinOf } from "./circle-spans";
import { SaveRow } from "./save-row";
import { useKeptForm } from "./use-kept-form";

type Props = {
  workspace: string;
  circle: CircleView;
  canChange: boolean;
  /** Buttons that move it, and the one that removes it. */
  order: ReactNode;
  remove: ReactNode;
};

/** One circle: what it is called, and what it asks of the client. The assistant reads it. */
export function CircleForm({ workspace, circle, canChange, order, remove }: Props) {
  const kept = useKeptForm("circle", circle.key, saidOf(circle), saveCircle);
  const { state, send, busy, text, box, isTouched, onSubmit, onLeave } = kept;
  const { fields } = state;
  return (
    <article aria-label={circle.name} className="rounded-sheet border border-line bg-sheet p-4">
      <header className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 className="wrap-anywhere font-serif text-lg font-medium">
          <bdi>{circle.name}</bdi>{" "}
          <span className="ms-1 font-sans text-[0.8125rem] font-normal text-muted">
            {circle.people === 1 ? "1 person" : `${circle.people} people`}
          </span>
        </h2>
        <div className="flex flex-wrap items-center gap-1">
          {order}
          {remove}
        </div>
      </header>
      <form action={send} onSubmit={onSubmit} noValidate aria-label={`What ${circle.name} asks`}>
        <fieldset disabled={!canChange} className="flex flex-col gap-4">
          <input type="hidden" name="workspace" value={workspace} />
          <input type="hidden" name="key" value={circle.key} />
          <input type="hidden" name="version" value={circle.version} />
          <TextInput label="Name" {...text("name")} maxLength={60} autoComplete="off" error={fields.name} />
          <div className="flex flex-col gap-1.5">
            <Checkbox {...box("greetInPerson")} label="Birthdays and other days are greeted in person" />
            <div className="group flex flex-col gap-1">
              <Checkbox {...box("mustBeYou")} label="Everything towards them must be you" />
              {circle.defaultTag === null ? (
                <p className="hidden ps-6.5 text-[0.8125rem] text-muted group-has-checked:block">
                  Once saved, their open tasks must be you too. Taking it back loosens none of them: you do
                  that task by task.
                </p>
              ) : null}
            </div>
          </div>
          <div className="grid items-start gap-4 sm:grid-cols-3">
            <Span
              label="In touch every"
              empty="never"
              number={text("every")}
              error={fields.every}
              unit={text("unit")}
              units={["days", "weeks", "months"]}
            />
            <TextInput
              label="Days ahead of a day"
              placeholder="7, as usual"
              {...text("leadDays")}
              inputMode="numeric"
              maxLength={3}
              error={fields.leadDays}
            />
            <Span
              label="Answer within"
              empty="3"
              number={text("replyWithin")}
              error={fields.replyWithin}
              unit={text("replyUnit")}
              units={["hours", "days"]}
            />
            <TextInput
              label="Double-check meetings, hours before"
              placeholder="as usual"
              {...text("checkHours")}
              inputMode="numeric"
              maxLength={3}
              className="sm:col-start-1 sm:col-end-3"
              error={fields.checkHours}
            />
          </div>
          {state.problem ? (
            <Notice tone="late" role="alert">
              {state.problem}
            </Notice>
          ) : null}
          {canChange ? (
            <SaveRow
              label={`Save ${circle.name}`}
              busy={busy}
              done={state.done ?? ""}
              isTouched={isTouched}
              onLeave={onLeave}
            />
          ) : null}
        </fieldset>
      </form>
    </article>
  );
}

type SpanProps = {
  label: string;
  /** What an empty field means. */
  empty: string;
  number: Omit<ComponentProps<typeof TextInput>, "label">;
  error?: string;
  unit: Omit<ComponentProps<typeof Select>, "label">;
  units: string[];
};

function Span({ label, empty, number, error, unit, units }: SpanProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] items-end gap-2">
      <TextInput
        label={label}
        placeholder={empty}
        {...number}
        inputMode="numeric"
        maxLength={4}
        error={error}
      />
      <Select label={`${label}: counted in`} labelHidden {...unit}>
        {units.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** A circle as its form says it. */
function saidOf(circle: CircleView) {
  const every = everyOf(circle.cadenceDays);
  const within = withinOf(circle.replyWithinHours);
  return {
    name: circle.name,
    greetInPerson: circle.greetInPerson,
    mustBeYou: circle.defaultTag !== null,
    every: every.n,
    unit: every.unit,
    leadDays: String(circle.leadDays ?? ""),
    replyWithin: within.n,
    replyUnit: within.unit,
    checkHours: String(circle.checkHours ?? ""),
  };
}
