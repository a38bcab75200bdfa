"use client";

import type { ComponentProps } from "react";
import { Checkbox, Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { saveMyMail } from "../mail-actions";
import { SaveRow } from "./save-row";
import { useKeptForm } from "./use-kept-form";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

type Props = {
  workspace: string;
  settings: {
    zone: string | null;
    weeklyOn: boolean;
    weeklyWeekday: number;
    weeklyHour: number;
    weeklyDays: number;
    whisperHours: number | null;
    dailyOn: boolean;
    dailyHour: number;
  };
  deskZone: string;
  zones: readonly string[];
  /** "Mon 30 Nov, 08:00"; null while nothing is mailed. */
  next: string | null;
  nextDaily: string | null;
  /** The daily mail is the client's alone. */
  isClient: boolean;
};

/** What a member is mailed, on which day and hour, and where they live. */
export function MailForm({ workspace, settings, deskZone, zones, next, nextDaily, isClient }: Props) {
  const kept = useKeptForm("mail", "", saidOf(settings), saveMyMail);
  const { state, send, busy, text, box, isTouched, onSubmit, onLeave } = kept;
  const { fields, problem, done } = state;
  return (
    <form
      action={send}
      onSubmit={onSubmit}
      noValidate
      className="flex flex-col gap-5 rounded-sheet border border-line bg-sheet p-4"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <div className="flex flex-col gap-5">
        {isClient ? (
          <fieldset className="flex flex-col gap-3 border-b border-line pb-5">
            <legend className="sr-only">The daily mail</legend>
            <Checkbox
              label="Mail me what must be me today, once a day. Nothing is sent when nothing is before me."
              {...box("dailyOn")}
            />
            <div className="grid gap-3 sm:grid-cols-3">
              <HourSelect label="Every day at" {...text("dailyHour")} error={fields.dailyHour} />
            </div>
          </fieldset>
        ) : null}
        <fieldset className="flex flex-col gap-3">
          <legend className="sr-only">The weekly list</legend>
          <Checkbox
            label="Mail me what comes up, once a week. Nothing is sent when nothing does."
            {...box("weeklyOn")}
          />
          <div className="grid gap-3 sm:grid-cols-3">
            <Select label="On" {...text("weeklyWeekday")} error={fields.weeklyWeekday}>
              {weekdays.map((name, n) => (
                <option key={name} value={n + 1}>
                  {name}
                </option>
              ))}
            </Select>
            <HourSelect label="At" {...text("weeklyHour")} error={fields.weeklyHour} />
            <TextInput
              label="Days ahead"
              {...text("weeklyDays")}
              type="number"
              inputMode="numeric"
              min={1}
              max={90}
              error={fields.weeklyDays}
            />
          </div>
        </fieldset>
        <TextInput
          label="Your time zone"
          {...text("zone")}
          list="my-zones"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={`${deskZone} (as the desk)`}
          error={fields.zone}
          hint={`Where you read your mail. Empty: the desk’s, ${deskZone}.`}
        />
        <datalist id="my-zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <TextInput
          label="Whisper card before meetings"
          {...text("whisperHours")}
          type="number"
          inputMode="numeric"
          min={1}
          max={72}
          placeholder="off"
          error={fields.whisperHours}
          hint="So many hours before, one page on everyone who will be there. Empty: off."
        />
      </div>
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      <SaveRow variant="primary" busy={busy} done={done ?? ""} isTouched={isTouched} onLeave={onLeave}>
        <p className="text-muted">
          {next ? `The next weekly list is due ${next}.` : "No weekly list is mailed."}
          {nextDaily ? ` The next daily mail is due ${nextDaily}.` : ""}
        </p>
      </SaveRow>
    </form>
  );
}

function HourSelect(props: Omit<ComponentProps<typeof Select>, "children">) {
  return (
    <Select {...props}>
      {Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`).map((time, hour) => (
        <option key={time} value={hour}>
          {time}
        </option>
      ))}
    </Select>
  );
}

/** What a member is mailed, as the form says it. */
function saidOf(settings: Props["settings"]) {
  return {
    dailyOn: settings.dailyOn,
    dailyHour: String(settings.dailyHour),
    weeklyOn: settings.weeklyOn,
    weeklyWeekday: String(settings.weeklyWeekday),
    weeklyHour: String(settings.weeklyHour),
    weeklyDays: String(settings.weeklyDays),
    zone: settings.zone ?? "",
    whisperHours: String(settings.whisperHours ?? ""),
  };
}
