"use client";

import { useState } from "react";
import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { PauseDialog } from "@/components/people/pause-dialog";
import { plainDayText } from "@/components/people/words";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";
import { sayAgo, sayEvery, type TouchOfPerson } from "@/lib/domain/person/touch";
import { nameCircles } from "@/lib/domain/policy/circles";

const spans = [7, 14, 30, 60, 90, 180, 365];

type Change = { cadenceDays?: number | null; neverDue?: boolean; pausedUntil?: string | null };
type Done = { version: number; before: Change };

/** How often one likes to hear from each other, when it was last, and when it is time again. */
export function TouchSheet({ page, today }: { page: PersonPage; today: string }) {
  const { person, act } = page;
  const { touch } = person;
  const desk = useDesk();
  const [isPausing, setPausing] = useState(false);
  const set = (change: Change, text: string) =>
    act<Done>({
      path: `people/${person.id}/touch`,
      input: { ...change, version: person.version },
      quiet: change.pausedUntil != null,
      says: ({ version, before }) => ({
        text,
        back: { path: `people/${person.id}/touch`, input: { ...before, version } },
      }),
    });

  function choose(value: string) {
    if (value === "never") return void set({ neverDue: true }, "Nobody is reminded of them any more.");
    const cadenceDays = value === "circles" ? null : Number(value);
    const every = cadenceDays === null ? "As their circles say." : `Now ${sayEvery(cadenceDays)}.`;
    void set({ neverDue: false, cadenceDays }, every);
  }

  async function pause(pausedUntil: string) {
    const no = await set({ pausedUntil }, `Not before ${plainDayText(pausedUntil, today, desk.locale)}.`);
    if (no === null) setPausing(false);
    return no && (no.refusal?.code === "invalid" ? no.refusal.fields : { form: no.sentence });
  }
  const now = touch.neverDue ? "never" : touch.own === null ? "circles" : String(touch.own);
  const isPaused = touch.pausedUntil !== null && touch.pausedUntil > today;
  return (
    <Sheet aria-label="Keeping in touch">
      <SheetHeader level={2} title="Keeping in touch" />
      <p className="wrap-anywhere">{sayLast(touch, today)}</p>
      <p className="mb-3 text-[0.8125rem] text-muted">{sayNext(touch, today, desk.locale)}</p>
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label="How often"
          value={now}
          onChange={(event) => choose(event.target.value)}
          className="min-w-[min(15rem,100%)] flex-1"
        >
          <option value="circles">{sayByCircles(touch, desk.circles)}</option>
          {[...new Set([...spans, ...(touch.own ? [touch.own] : [])])]
            .sort((a, b) => a - b)
            .map((days) => (
              <option key={days} value={days}>
                {capital(sayEvery(days))}
              </option>
            ))}
          <option value="never">Never remind of them</option>
        </Select>
        {touch.cadence ? <Button onClick={() => setPausing(true)}>Not before…</Button> : null}
        {isPaused ? (
          <Button variant="quiet" onClick={() => void set({ pausedUntil: null }, "No pause any more.")}>
            No pause
          </Button>
        ) : null}
      </div>
      <PauseDialog
        open={isPausing}
        name={person.name}
        today={today}
        locale={desk.locale}
        isBusy={page.isBusy}
        onClose={() => setPausing(false)}
        onPause={pause}
      />
    </Sheet>
  );
}

function sayLast({ last }: TouchOfPerson, today: string): string {
  return last ? `Last: ${last.says}, ${sayAgo(last.day, today)}.` : "No contact is written down yet.";
}

function sayNext({ cadence, dueOn, pausedUntil, neverDue }: TouchOfPerson, today: string, locale: string) {
  if (neverDue) return "Nobody is reminded of them.";
  if (cadence === null || dueOn === null) return "Neither they nor their circles say how often.";
  const day = plainDayText(dueOn, today, locale);
  if (pausedUntil !== null && pausedUntil > today && dueOn >= pausedUntil) return `Not before ${day}.`;
  return dueOn <= today ? `It has been time since ${day}.` : `Time again on ${day}.`;
}

function sayByCircles({ cadence }: TouchOfPerson, circles: { key: string; name: string }[]): string {
  if (cadence?.by !== "circle" || cadence.circle === null) return "As their circles say";
  return `${capital(sayEvery(cadence.days))}, as in ${nameCircles(circles, [cadence.circle])}`;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
