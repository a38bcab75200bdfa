"use client";

import { useEffect, useState } from "react";
import {
  calendarApi,
  type EventChanged,
  type Word,
} from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import type { Answer } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import type { Happened } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event-bar";
import { toEventInput } from "@/components/calendar/event-form-input";
import { type EventValues, fromEvent, occurrenceOf, spanOf } from "@/components/calendar/event-form-values";
import { mergeValues } from "@/components/calendar/merge-event";
import { useDesk } from "@/components/workspace/desk-context";
import type { ActingRole } from "@/lib/domain/actor";
import type { EventDetail, EventScope } from "@/lib/domain/calendar/event";
import type { Stale } from "@/lib/domain/refusal";

/** What somebody else saved while one was typing. */
export type Meanwhile = {
  by: string;
  byRole?: ActingRole;
  taken: (keyof EventValues)[];
  both: (keyof EventValues)[];
  theirs: EventValues;
};
/** What has to be answered before it can be saved: which of a series, or whether it may stand over kept time. */
export type Asking = { about: "scope" } | { about: "kept"; kept: string[]; scope: EventScope };
export type EventFormState = ReturnType<typeof useEventForm>;
type Kept = { values: EventValues; base: EventValues; version: number };

/**
 * The form of an entry: what is typed is kept in this tab until it is saved, and laid over what others save meanwhile.
 * `fresh` is what the form begins with; where `isPlaced`, its time was pointed out and counts more than one that was kept.
 * `onSaved` hears of the entry, what is to be said, and when it begins now (ISO UTC).
 */
export function useEventForm(
  event: EventDetail | null,
  fresh: EventValues,
  isPlaced: boolean,
  onSaved: (changed: EventChanged, happened: Happened, startsAt: string | null) => void,
) {
  const desk = useDesk();
  const api = calendarApi(desk.slug);
  const happening = event && `${event.id}:${occurrenceOf(event) ?? ""}`;
  const key = `firsthand:event-form:${desk.slug}:${desk.role}:${happening ?? "new"}`;
  const [values, setValues] = useState(fresh);
  const [base, setBase] = useState({ values: fresh, version: event?.version ?? 0 });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState("");
  const [asking, setAsking] = useState<Asking | null>(null);
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  const [wasKept, setWasKept] = useState(false);
  const [isSaving, setSaving] = useState(false);

  const isRepeatTouched = JSON.stringify(values.repeat) !== JSON.stringify(base.values.repeat);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is read once, when the form opens.
  useEffect(() => {
    const kept = readKept(key);
    if (!kept) return;
    setWasKept(true);
    if (kept.version === base.version)
      return setValues(isPlaced ? { ...kept.values, ...timesOf(fresh) } : kept.values);
    const { values: merged, taken, both } = mergeValues(kept.base, kept.values, fresh);
    setValues(merged);
    if (taken.length + both.length > 0) setMeanwhile({ by: "", taken, both, theirs: fresh });
  }, [key]);

  function keepTyped(typed: EventValues, from: typeof base) {
    const kept: Kept = { values: typed, base: from.values, version: from.version };
    keep(key, JSON.stringify(kept));
  }

  function put(next: EventValues) {
    setValues(next);
    keepTyped(next, base);
  }

  function startAfresh() {
    keep(key, "");
    setValues(base.values);
    setErrors({});
    setProblem("");
    setWasKept(false);
    setMeanwhile(null);
  }

  /** Reads what the other saved, and lays one's own words over it. */
  async function catchUp({ by = "", byRole }: Stale) {
    if (!event) return;
    const now = await api.event(event.id, occurrenceOf(event));
    if (!now.ok) return setProblem(now.problem.sentence);
    const theirs = fromEvent(now.value);
    const { values: merged, taken, both } = mergeValues(base.values, values, theirs);
    const from = { values: theirs, version: now.value.version };
    setBase(from);
    setValues(merged);
    keepTyped(merged, from);
    setMeanwhile({ by, byRole, taken, both, theirs });
  }

  async function send(scope: EventScope, word: Word): Promise<Answer<EventChanged>> {
    const { input } = toEventInput(values);
    if (!event) return api.create(input, word);
    const target = { id: event.id, version: base.version, scope, occurrence: occurrenceOf(event) };
    // How it repeats goes back as it was written where nothing about it was touched.
    const isSame = !isRepeatTouched && values.startDay === base.values.startDay;
    return api.edit(target, isSame ? { ...input, rule: event.rule } : input, word);
  }

  /** Saves it; asks first which of a series is meant, and whether it may stand over kept time. */
  async function save(scope: EventScope | null = null, word: Word = {}): Promise<void> {
    if (isSaving) return;
    const { input, errors: found } = toEventInput(values);
    setProblem("");
    setErrors(found);
    if (Object.keys(found).length > 0) return setAsking(null);
    if (event?.isRepeating && scope === null) return setAsking({ about: "scope" });
    setAsking(null);
    setSaving(true);
    const answer = await send(scope ?? "all", word);
    setSaving(false);
    if (answer.ok) {
      keep(key, "");
      const { held, undo } = answer.value;
      const waits = `“${input.summary.trim()}” waits for ${desk.clientShort}.`;
      const says = held ? waits : event ? "Saved." : "It is on the calendar.";
      return onSaved(answer.value, { says, undo }, spanOf(values, desk.zone)?.startsAt ?? null);
    }
    const { refusal, sentence } = answer.problem;
    if (refusal?.code === "invalid") showErrors(refusal.fields);
    else if (refusal?.code === "stale" && event) await catchUp(refusal);
    else if (refusal?.code === "protected")
      setAsking({ about: "kept", kept: refusal.kept, scope: scope ?? "all" });
    else setProblem(sentence);
  }

  /** The server names the fields of the entry below "event". */
  function showErrors(fields: Record<string, string>) {
    const named = Object.entries(fields).map(([name, says]) => [name.replace(/^event\./, ""), says]);
    setErrors(Object.fromEntries(named));
    setProblem("Something above cannot be saved yet.");
  }

  return {
    ...{ values, put, errors, problem, asking, meanwhile, wasKept, isSaving },
    ...{ save, startAfresh, stopAsking: () => setAsking(null) },
    /** Why this one of a series alone cannot be meant, "" where it can. */
    whyNotOne: isRepeatTouched ? "How it repeats belongs to all of them." : "",
  };
}

function timesOf({ allDay, startDay, startTime, endDay, endTime, zone }: EventValues) {
  return { allDay, startDay, startTime, endDay, endTime, zone };
}

function readKept(key: string): Kept | null {
  try {
    return JSON.parse(read(key) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}
