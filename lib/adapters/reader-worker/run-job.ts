import { expandOccurrences, type Window } from "@/lib/adapters/calendar/expand-occurrences";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import { readObjectOf, readObjects } from "@/lib/adapters/calendar/read-objects";
import { readCardOf } from "@/lib/adapters/contacts/carddav/read-card-of";
import { readCards } from "@/lib/adapters/contacts/read-cards";
import { readPeopleJson } from "@/lib/adapters/contacts/read-people-json";
import { AsksTooMuch } from "@/lib/adapters/content-lines/asks-too-much";
import { readMultistatus } from "@/lib/adapters/dav/multistatus";
import { inspectFile } from "@/lib/adapters/reader-worker/inspect-file";
import type { CalendarAnswer, ReaderJob, WorkerReply, WorkerRequest } from "@/lib/adapters/reader-worker/job";
import { readTable } from "@/lib/adapters/tables/read-table";

/** Does one job where it is called: the worker's whole work. Never throws; what goes wrong is a refusal. */
export function runJob(request: WorkerRequest): WorkerReply {
  const { id, job, bytes } = request;
  try {
    return { id, json: answer(job, bytes) };
  } catch (error) {
    if (error instanceof AsksTooMuch) return { id, refusal: { code: "too-much", sentence: error.message } };
    return { id, refusal: { code: "unreadable", sentence: "This file could not be read." } };
  }
}

function answer(job: ReaderJob, bytes: Uint8Array): Uint8Array {
  if (job.kind === "inspect") return inspectFile(job.fileName, bytes, job.window);
  const read = readOther(job, bytes);
  if (read === null) throw new Error("not what it seemed");
  return new TextEncoder().encode(JSON.stringify(read));
}

function readOther(job: Exclude<ReaderJob, { kind: "inspect" }>, bytes: Uint8Array): unknown {
  if (job.kind === "multistatus") return readMultistatus(bytes, null);
  if (job.kind === "card-multistatus") return readMultistatus(bytes, readCardOf);
  if (job.kind === "calendar-multistatus")
    return readMultistatus(bytes, (text) => readObjectOf(text, job.window, job.few));
  if (job.kind === "calendar-objects") return readObjects(bytes, job.window, job.few);
  if (job.kind === "cards") return readCards(bytes, { keepPictures: job.keepPictures });
  if (job.kind === "people-json") return readPeopleJson(bytes);
  if (job.kind === "table") return readTable(bytes);
  return calendarOf(job.window, bytes);
}

function calendarOf(window: Window | null, bytes: Uint8Array): CalendarAnswer {
  const { ownZones, ...calendar } = readCalendar(bytes);
  return window ? { ...calendar, ...expandOccurrences(calendar.events, window, ownZones) } : calendar;
}
