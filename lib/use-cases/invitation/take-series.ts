import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { listEventsByUid, listTimesLeftOut, type StoredEvent } from "@/lib/data/events";
import { isClientInPerson } from "@/lib/domain/actor";
import type { ReceivedOutcome } from "@/lib/domain/calendar/answer";
import { takeItip } from "@/lib/domain/calendar/take-itip";
import { firstName } from "@/lib/domain/person/first-name";
import { findDay } from "@/lib/use-cases/calendar/find-day";
import { callAHuman } from "@/lib/use-cases/invitation/call-a-human";
import { type Arrived, type ItipStep, outcomeOf } from "@/lib/use-cases/invitation/itip-step";
import { keepTime } from "@/lib/use-cases/invitation/keep-time";
import { knownEntry } from "@/lib/use-cases/invitation/known-entry";
import { takeCancel } from "@/lib/use-cases/invitation/take-cancel";
import { takeInvite } from "@/lib/use-cases/invitation/take-invite";
import { takeReply } from "@/lib/use-cases/invitation/take-reply";
import { takeUpdate } from "@/lib/use-cases/invitation/take-update";

/** Takes in what a message says of one series, entry by entry, in order. An instance that comes with its series is told with it. */
export async function takeSeries(step: ItipStep, arrived: readonly Arrived[]): Promise<ReceivedOutcome[]> {
  const outcomes: ReceivedOutcome[] = [];
  const withSeries = arrived.some(
    ({ entry, facts }) => entry.recurrenceId === "" && facts.method === "REQUEST",
  );
  for (const one of arrived) {
    const outcome = await takeEntry(step, one, arrived, withSeries && one.entry.recurrenceId !== "");
    if (outcome !== null) outcomes.push(outcome);
  }
  return outcomes;
}

async function takeEntry(
  step: ItipStep,
  written: Arrived,
  beside: readonly Arrived[],
  isToldWithSeries: boolean,
): Promise<ReceivedOutcome | null> {
  const { tx, actor, clients } = step;
  const { facts } = written;
  const series = await listEventsByUid(tx, actor.workspace.id, [written.entry.uid]);
  const here = { entry: findDay(series, written.entry), series: wholeOf(series, written) };
  const one = asNamedHere(written, here.entry);
  const { entry } = one;
  const known = {
    entry: here.entry && knownEntry(here.entry),
    series: here.series && knownEntry(here.series),
  };
  const take = takeItip(facts, known, clients);
  const stands = here.entry ?? here.series;
  const about = { eventId: stands?.id ?? null, summary: stands?.summary };
  if ((take === "invite" || take === "update") && entry.isPrivate && !isClientInPerson(actor))
    return { ...outcomeOf(step, one, "not-done"), says: sayPrivate(entry.summary, actor.clientName) };
  switch (take) {
    case "invite":
      // A day that the acting person may not see is in the way, in whichever form it is written.
      if (await isLeftOut(step, series, one)) return isToldWithSeries ? null : outcomeOf(step, one, "same");
      return takeInvite(step, one, { series, isToldWithSeries });
    case "update":
      return here.entry && takeUpdate(step, one, { event: here.entry, series, beside, isToldWithSeries });
    case "cancel":
      return takeCancel(step, one, { ...here, series });
    case "keep-time":
      return stands && keepTime(step, one, stands);
    case "note-reply":
      return stands && takeReply(step, one, stands);
    case "propose":
    case "crasher":
    case "other-organiser":
      return (
        stands && outcomeOf(step, one, take, { ...about, taskId: await callAHuman(step, one, stands, take) })
      );
    default:
      return isToldWithSeries ? null : outcomeOf(step, one, take, about);
  }
}

/** The series itself, where a day of it is meant. */
function wholeOf(series: readonly StoredEvent[], { entry }: Arrived): StoredEvent | null {
  if (entry.recurrenceId === "") return null;
  return series.find(({ recurrenceId }) => recurrenceId === "") ?? null;
}

/** A day goes by the name under which it came first, in whatever form it comes now; so do the tasks that ask about it. */
function asNamedHere(one: Arrived, here: StoredEvent | null): Arrived {
  return here === null ? one : { ...one, entry: { ...one.entry, recurrenceId: here.recurrenceId } };
}

async function isLeftOut({ tx }: ItipStep, series: readonly StoredEvent[], { entry }: Arrived) {
  if (entry.recurrenceId === "" || series.length === 0) return false;
  const whole = series.filter(({ recurrenceId }) => recurrenceId === "");
  const left = (await listTimesLeftOut(tx, [entry.uid])).map(({ recurrence }) => ({
    recurrenceId: (recurrence as ReadTime).local,
    source: { recurrenceId: recurrence },
  }));
  return findDay([...whole, ...left], entry) !== null;
}

function sayPrivate(summary: string, client: string): string {
  return `“${summary || "(no title)"}” is marked private: only ${firstName(client)} can bring it in.`;
}
