import type { CalendarView } from "@/lib/domain/calendar/view";
import type { Refusal, RefusalCode } from "@/lib/domain/refusal";
import type { ForYouView } from "@/lib/domain/task/for-you";
import type { Found } from "@/lib/domain/task/found";
import type { QuickAddPreview } from "@/lib/domain/task/quick-add";
import type { SavedView, ViewSaid } from "@/lib/domain/task/saved-view";
import type { TaskDetail, TaskRow } from "@/lib/domain/task/view";

/** What moved on a desk after a cursor. */
export type Changes = {
  seq: number;
  tasks: TaskRow[];
  gone: string[];
  counts: Record<string, number>;
  reload: boolean;
};

/** Why an answer is a "no": the domain's refusal, or `offline` / `broken` when there was no such answer at all. */
export type Problem = { sentence: string; code: RefusalCode | "offline" | "broken"; refusal: Refusal | null };
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export type Done = { task?: TaskRow; id?: string; seq: number };
type ViewDone = { id: string; version: number; seq: number };
export type BulkResult = { id: string; task?: TaskRow; problem?: { title: string; code: RefusalCode } };

/** The handlers of one desk, ready to be asked. */
export type DeskApi = ReturnType<typeof deskApi>;

const OFFLINE = "You are offline. Nothing was done; what you typed is kept.";
const CUT_OFF =
  "The line broke before the answer came. What you typed is kept; this page shows what was done once it is back.";
const BROKEN = "Something went wrong on our side. Look whether it was done before you try again.";

/** Everything the pages of a desk ask of their handlers. Never throws; an aborted request never answers. */
export function deskApi(slug: string) {
  const base = `/api/v1/w/${slug}`;
  return {
    forYou: () => get<ForYouView>(`${base}/for-you`),
    calendar: (from: string, to: string) => get<CalendarView>(`${base}/calendar?from=${from}&to=${to}`),
    changes: (after: number) => get<Changes>(`${base}/changes?after=${after}`),
    task: (id: string, signal?: AbortSignal) => get<TaskDetail>(`${base}/tasks/${id}`, signal),
    section: (query: URLSearchParams, signal?: AbortSignal) =>
      get<{ tasks: TaskRow[]; more: string | null }>(`${base}/tasks?${query}`, signal),
    search: (q: string, signal?: AbortSignal) =>
      get<Found>(`${base}/search?q=${encodeURIComponent(q)}`, signal),
    preview: (line: string, signal?: AbortSignal) =>
      post<QuickAddPreview>(`${base}/tasks/preview`, { line }, signal),
    quickAdd: (line: string) => post<Done>(`${base}/tasks/quick`, { line }),
    people: (q: string, signal?: AbortSignal) =>
      get<{ people: { id: string; name: string }[] }>(`${base}/people?q=${encodeURIComponent(q)}`, signal),
    addPerson: (name: string) => post<{ id: string }>(`${base}/people`, { name }),
    create: (input: Record<string, unknown>) => post<Done>(`${base}/tasks`, input),
    act: (task: { id: string; version: number }, verb: string, input: Record<string, unknown> = {}) =>
      post<Done>(`${base}/tasks/${task.id}/${verb}`, { ...input, version: task.version }),
    bulk: (verb: string, items: { id: string; version: number }[], input: Record<string, unknown> = {}) =>
      post<{ results: BulkResult[]; seq: number }>(`${base}/tasks/bulk`, { verb, items, input }),
    views: () => get<{ views: SavedView[] }>(`${base}/views`),
    saveView: (said: ViewSaid) => post<ViewDone>(`${base}/views`, said),
    editView: ({ id, version }: SavedView, change: Partial<ViewSaid>) =>
      post<ViewDone>(`${base}/views/${id}/edit`, { ...change, version }),
    removeView: ({ id, version }: SavedView) => post<ViewDone>(`${base}/views/${id}/remove`, { version }),
    restoreView: ({ id, version }: SavedView) => post<ViewDone>(`${base}/views/${id}/restore`, { version }),
  };
}

/** Reads from a handler of the desk. */
export function get<T>(url: string, signal?: AbortSignal): Promise<Answer<T>> {
  return ask<T>(url, { signal });
}

/** Asks a handler of the desk to do something. */
export function post<T>(url: string, body: unknown, signal?: AbortSignal): Promise<Answer<T>> {
  const headers = { "Content-Type": "application/json" };
  return ask<T>(url, { method: "POST", headers, body: JSON.stringify(body), signal });
}

async function ask<T>(url: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(url, init);
    if (!response.ok) return { ok: false, problem: readProblem(await response.json().catch(() => null)) };
    return { ok: true, value: (await response.json()) as T };
  } catch {
    if (init.signal?.aborted) return new Promise(() => {});
    const sentence = navigator.onLine ? CUT_OFF : OFFLINE;
    return { ok: false, problem: { sentence, code: "offline", refusal: null } };
  }
}

/** What a problem document says, or that there was none. */
export function readProblem(body: unknown): Problem {
  const { title, code } = (body ?? {}) as { title?: string; code?: RefusalCode };
  const sentence = title ?? BROKEN;
  return code ? { sentence, code, refusal: body as Refusal } : { sentence, code: "broken", refusal: null };
}
