import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import { fewOccurrences } from "@/lib/adapters/calendar/few-occurrences";
import { readItip } from "@/lib/adapters/calendar/itip/read-itip";
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

type CalendarJob = Extract<ReaderJob, { kind: "calendar" }>;

/** Does one job where it is called: the worker's whole work. Never throws; what goes wrong is a refusal. */
export async function runJob(request: WorkerRequest): Promise<WorkerReply> {
  const { id, job, bytes } = request;
  try {
    return { id, json: await answer(job, bytes) };
  } catch (error) {
    if (error instanceof AsksTooMuch) return { id, refusal: { code: "too-much", sentence: error.message } };
    return { id, refusal: { code: "unreadable", sentence: "This file could not be read." } };
  }
}

async function answer(job: ReaderJob, bytes: Uint8Array): Promise<Uint8Array> {
  if (job.kind === "inspect") return inspectFile(job.fileName, bytes, job.window);
  const read = job.kind === "itip" ? await readItip(bytes, job.window) : readOther(job, bytes);
  if (read === null) throw new Error("not what it seemed");
  return new TextEncoder().encode(JSON.stringify(read));
}

function readOther(job: Exclude<ReaderJob, { kind: "inspect" | "itip" }>, bytes: Uint8Array): unknown {
  if (job.kind === "multistatus") return readMultistatus(bytes, null);
  if (job.kind === "card-multistatus") return readMultistatus(bytes, readCardOf);
  if (job.kind === "calendar-multistatus")
    return readMultistatus(bytes, (text) => readObjectOf(text, job.window, job.few));
  if (job.kind === "calendar-objects") return readObjects(bytes, job.window, job.few);
  if (job.kind === "cards") return readCards(bytes, { keepPictures: job.keepPictures });
  if (job.kind === "people-json") return readPeopleJson(bytes);
  if (job.kind === "table") return readTable(bytes);
  return calendarOf(job, bytes);
}

function calendarOf({ window, few }: CalendarJob, bytes: Uint8Array): CalendarAnswer {
  const calendar = readCalendar(bytes);
  if (!window) return calendar;
  if (!few) return { ...calendar, ...expandOccurrences(calendar.events, window) };
  return { ...calendar, ...fewOccurrences(calendar.events, window, few) };
}
