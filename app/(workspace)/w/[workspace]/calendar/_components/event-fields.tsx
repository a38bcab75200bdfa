"use client";

import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { ZoneChoice } from "@/app/_components/zone-choice";
import { deskApi } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import type { EventFormState } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event-form";
import { useTimes } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-times";
import { repeatWordsOf, travelOf } from "@/components/calendar/event-form-input";
import { EventFormMore } from "@/components/calendar/event-form-more";
import { EventFormTimes } from "@/components/calendar/event-form-times";
import { type EventValues, spanOf, takeSlot } from "@/components/calendar/event-form-values";
import { EventMeanwhile } from "@/components/calendar/event-meanwhile";
import { GuestField } from "@/components/calendar/guest-field";
import { KeptAsk } from "@/components/calendar/kept-ask";
import { RepeatFields } from "@/components/calendar/repeat-fields";
import { TimeHints } from "@/components/calendar/time-hints";
import { TextArea, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { EventDetail } from "@/lib/domain/calendar/event";
import { readDay } from "@/lib/domain/calendar/stretch";
import { isZone } from "@/lib/domain/calendar/zone-day";

type Props = { id: string; event: EventDetail | null; form: EventFormState };

/** Every field of an entry, and what has to be asked before it is saved. Ctrl and Enter save from anywhere in it. */
export function EventFields({ id, event, form }: Props) {
  const desk = useDesk();
  const ref = useRef<HTMLFormElement>(null);
  const { values, errors, put, asking } = form;
  const isElsewhere = values.zone !== desk.zone;
  const [isZoneOpen, setZoneOpen] = useState(false);
  const change = (part: Partial<EventValues>) => put({ ...values, ...part });
  const find = useCallback(
    async (name: string, signal: AbortSignal) => {
      const answer = await deskApi(desk.slug).people(name, signal);
      return answer.ok ? answer.value.people : [];
    },
    [desk.slug],
  );
  const times = useTimes(desk.slug, {
    span: values.isFree ? null : spanOf(values, desk.zone),
    // A call is joined from anywhere: nobody travels to it.
    place: values.link.trim() === "" ? values.place.trim() : "",
    ignore: event?.id ?? null,
    otherZone: isElsewhere && isZone(values.zone) ? values.zone : null,
    travelMinutes: travelOf(values) ?? null,
  });
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    const first = ref.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    first?.closest("details")?.setAttribute("open", "");
    first?.focus();
  }, [errors]);

  function onKeyDown(pressed: KeyboardEvent) {
    if (pressed.key !== "Enter" || !(pressed.ctrlKey || pressed.metaKey)) return;
    pressed.preventDefault();
    // A breath later, so that what a field takes up as it is left belongs to it.
    const active = document.activeElement as HTMLElement | null;
    active?.blur();
    requestAnimationFrame(() => ref.current?.requestSubmit());
  }

  const text = (name: "summary" | "place" | "link" | "note", most: number) => ({
    maxLength: most,
    autoComplete: "off",
    value: values[name],
    error: errors[name],
    onChange: (typed: { target: { value: string } }) => change({ [name]: typed.target.value }),
  });
  return (
    <form
      ref={ref}
      id={id}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void form.save();
      }}
      className="flex flex-col gap-5"
    >
      {form.wasKept ? (
        <Notice role="status">
          This is what you had typed before.{" "}
          <button
            type="button"
            className="underline underline-offset-2 pointer-coarse:min-h-11"
            onClick={form.startAfresh}
          >
            Start afresh
          </button>
        </Notice>
      ) : null}
      {form.meanwhile ? <EventMeanwhile meanwhile={form.meanwhile} onTake={change} /> : null}
      <TextInput label="Name" {...text("summary", 500)} />
      <EventFormTimes
        values={values}
        errors={errors}
        desk={desk}
        zoneChoice={
          isZoneOpen || isElsewhere ? (
            <ZoneChoice
              zones={Intl.supportedValuesOf("timeZone")}
              chosen={values.zone}
              error={errors.zone}
              hint="Begin to type a city, and choose from the list."
              takesFocus={isZoneOpen}
              onChoose={(zone) => change({ zone })}
            />
          ) : null
        }
        onOtherZone={isZoneOpen || isElsewhere ? null : () => setZoneOpen(true)}
        onChange={put}
      />
      <TimeHints
        found={values.allDay && times.found ? { ...times.found, slots: [] } : times.found}
        problem={times.problem}
        isLong={values.startDay !== values.endDay}
        isRepeating={values.repeat.how !== "never"}
        otherZone={isElsewhere && isZone(values.zone) ? values.zone : null}
        onTake={(slot) => put(takeSlot(values, slot))}
      />
      <RepeatFields
        value={values.repeat}
        first={readDay(values.startDay) ?? "2026-01-01"}
        locale={desk.locale}
        words={repeatWordsOf(values)}
        errors={errors}
        onChange={(part) => change({ repeat: { ...values.repeat, ...part } })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput label="Place" {...text("place", 1000)} />
        <TextInput label="Link" type="url" inputMode="url" placeholder="https://" {...text("link", 2000)} />
      </div>
      <GuestField
        guests={values.guests}
        error={errors.guests}
        find={find}
        onChange={(guests) => change({ guests })}
      />
      <TextArea label="Notes" rows={3} {...text("note", 20_000)} />
      <EventFormMore values={values} errors={errors} isClient={desk.role === "client"} onChange={change} />
      {asking?.about === "kept" ? (
        <KeptAsk
          kept={asking.kept}
          desk={desk}
          isBusy={form.isSaving}
          onYes={() =>
            void form.save(asking.scope, desk.role === "client" ? { overProtected: true } : { hold: true })
          }
          onNo={form.stopAsking}
        />
      ) : null}
      <p role="alert" className="text-late empty:hidden">
        {form.problem || errors.form}
      </p>
    </form>
  );
}
