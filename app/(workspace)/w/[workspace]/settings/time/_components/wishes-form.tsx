"use client";

import { type FormEvent, useState } from "react";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { Checkbox, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { CalendarWishes } from "@/lib/domain/calendar/kept";
import { SaveRow } from "../../_components/save-row";
import { useAskDesk } from "../../_components/use-ask-desk";
import { weekdays } from "./weekdays";

const numbers = ["travelMinutes", "windowMinutes", "checkHours", "escalateHours"] as const;
type NumberName = (typeof numbers)[number];

/** When the client may be booked, how long they are on the way, and when meetings are checked. */
export function WishesForm({ wishes }: { wishes: CalendarWishes }) {
  const { ask, busy, wrong } = useAskDesk();
  const kept = useKeptValues(aboutKey(useDesk(), "wishes", ""), {
    ...wishes,
    ...(Object.fromEntries(numbers.map((name) => [name, String(wishes[name])])) as Record<
      NumberName,
      string
    >),
  });
  const { values: typed, change } = kept;
  const [saved, setSaved] = useState(false);
  const [unread, setUnread] = useState<Record<string, string>>({});
  const errors: Record<string, string> = { ...wrong, ...unread };

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const bad = numbers.filter((name) => !/^\d{1,4}$/.test(typed[name].trim()));
    setUnread(Object.fromEntries(bad.map((name) => [name, "Give a whole number."])));
    if (bad.length > 0) return;
    const input = Object.fromEntries(numbers.map((name) => [name, Number(typed[name])]));
    setSaved(false);
    if ((await ask("calendar/wishes", { ...typed, ...input })) === null) return;
    kept.settle();
    setSaved(true);
  }
  const field = (name: NumberName | "hoursFrom" | "hoursTo") => ({
    name,
    value: typed[name],
    error: errors[name],
    autoComplete: "off",
    ...(name === "hoursFrom" || name === "hoursTo" ? { type: "time" } : { inputMode: "numeric" as const }),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });

  return (
    <form
      onSubmit={save}
      noValidate
      aria-label="Hours, ways and checks"
      className="flex flex-col gap-5 rounded-sheet border border-line bg-sheet p-4"
    >
      <div className="grid grid-cols-2 items-start gap-4">
        <TextInput {...field("hoursFrom")} label="The day begins" />
        <TextInput {...field("hoursTo")} label="It ends" />
      </div>
      <fieldset>
        <legend className="mb-1.5 text-[0.8125rem] font-medium">Days for meetings</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1.5">
          {weekdays.map((name, at) => (
            <Checkbox
              key={name}
              label={name}
              checked={typed.workDays.includes(at + 1)}
              onChange={({ target }) =>
                change({
                  workDays: target.checked
                    ? [...typed.workDays, at + 1].sort()
                    : typed.workDays.filter((day) => day !== at + 1),
                })
              }
            />
          ))}
        </div>
        {errors.workDays ? (
          <p role="alert" className="mt-1 text-[0.8125rem] text-late">
            {errors.workDays}
          </p>
        ) : null}
      </fieldset>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextInput {...field("travelMinutes")} label="On the way, each way, in minutes" />
        <TextInput {...field("windowMinutes")} label="Kept after a scheduled post, in minutes" />
        <TextInput {...field("checkHours")} label="Meetings are checked, hours before" />
        <TextInput {...field("escalateHours")} label="A missing check is urgent, hours before" />
      </div>
      {errors.form ? (
        <Notice tone="late" role="alert">
          {errors.form}
        </Notice>
      ) : null}
      <SaveRow
        busy={busy !== ""}
        done={saved ? "Saved." : ""}
        isTouched={kept.isTouched}
        onLeave={kept.forget}
      />
    </form>
  );
}
