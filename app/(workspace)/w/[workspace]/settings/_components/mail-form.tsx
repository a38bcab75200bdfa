"use client";

import { type ComponentProps, useActionState } from "react";
import { Checkbox, Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { untouchedForm } from "@/lib/actions/form-state";
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
  const [state, send, busy] = useActionState(saveMyMail, untouchedForm);
  const { fields, problem, done } = state;
  const { text, checked, drawn, isTouched, onInput, onLeave } = useKeptForm("mail", "", state);
  return (
    <form
      action={send}
      onInput={onInput}
      noValidate
      className="flex flex-col gap-5 rounded-sheet border border-line bg-sheet p-4"
    >
      <input type="hidden" name="workspace" value={workspace} />
      {/* A choice made anew is drawn anew: what was typed stands there again after a refusal. */}
      <div key={drawn} className="flex flex-col gap-5">
        {isClient ? (
          <fieldset className="flex flex-col gap-3 border-b border-line pb-5">
            <legend className="sr-only">The daily mail</legend>
            <Checkbox
              label="Mail me what must be me today, once a day. Nothing is sent when nothing is before me."
              name="dailyOn"
              defaultChecked={checked("dailyOn", settings.dailyOn)}
            />
            <div className="grid gap-3 sm:grid-cols-3">
              <HourSelect
                label="Every day at"
                name="dailyHour"
                defaultValue={text("dailyHour", String(settings.dailyHour))}
                error={fields.dailyHour}
              />
            </div>
          </fieldset>
        ) : null}
        <fieldset className="flex flex-col gap-3">
          <legend className="sr-only">The weekly list</legend>
          <Checkbox
            label="Mail me what comes up, once a week. Nothing is sent when nothing does."
            name="weeklyOn"
            defaultChecked={checked("weeklyOn", settings.weeklyOn)}
          />
          <div className="grid gap-3 sm:grid-cols-3">
            <Select
              label="On"
              name="weeklyWeekday"
              defaultValue={text("weeklyWeekday", String(settings.weeklyWeekday))}
              error={fields.weeklyWeekday}
            >
              {weekdays.map((name, n) => (
                <option key={name} value={n + 1}>
                  {name}
                </option>
              ))}
            </Select>
            <HourSelect
              label="At"
              name="weeklyHour"
              defaultValue={text("weeklyHour", String(settings.weeklyHour))}
              error={fields.weeklyHour}
            />
            <TextInput
              label="Days ahead"
              name="weeklyDays"
              type="number"
              inputMode="numeric"
              min={1}
              max={90}
              defaultValue={text("weeklyDays", String(settings.weeklyDays))}
              error={fields.weeklyDays}
            />
          </div>
        </fieldset>
        <TextInput
          label="Your time zone"
          name="zone"
          list="my-zones"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={`${deskZone} (as the desk)`}
          defaultValue={text("zone", String(settings.zone ?? ""))}
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
          name="whisperHours"
          type="number"
          inputMode="numeric"
          min={1}
          max={72}
          placeholder="off"
          defaultValue={text("whisperHours", String(settings.whisperHours ?? ""))}
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
