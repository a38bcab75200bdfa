import { get, post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import type { AnswerInput, InvitationView, ReceivedOutcome } from "@/lib/domain/calendar/answer";
import type { CheckFacts, CheckInput } from "@/lib/domain/calendar/check";
import type { TimeCheck } from "@/lib/domain/calendar/conflicts";
import type { EventDetail, EventInput, EventScope } from "@/lib/domain/calendar/event";
import type { FeedInput, FeedView } from "@/lib/domain/calendar/feed";
import type { CalendarWishes, ProtectedInput, ProtectedView } from "@/lib/domain/calendar/kept";
import type { CalendarSource, CalendarSourceDetail, FoundAtAddress } from "@/lib/domain/calendar/source";

/** An entry after a change; `undo` takes the change back. `held`: it waits for the client. */
export type EventChanged = { id: string; version: number; held: boolean; undo: string; seq: number };
/** Which happening of which entry, as it was seen. `occurrence` ISO UTC, null for an entry that happens once. */
export type EventTarget = { id: string; version: number; scope: EventScope; occurrence: string | null };
/** Whether somebody knows that it is over kept time (the client), or has it wait for the client. */
export type Word = { overProtected?: boolean; hold?: boolean };
export type AnswerGiven = {
  draft: { id: string; version: number; latest: number; state: string };
  seq: number;
};

/** Everything the calendar's pages ask of their handlers. Never throws. */
export function calendarApi(slug: string) {
  const base = `/api/v1/w/${slug}`;
  return {
    event: (id: string, at: string | null, signal?: AbortSignal) =>
      get<EventDetail>(`${base}/events/${id}${at ? `?at=${encodeURIComponent(at)}` : ""}`, signal),
    create: (event: EventInput, word: Word = {}) => post<EventChanged>(`${base}/events`, { event, ...word }),
    edit: ({ id, ...target }: EventTarget, event: EventInput, word: Word = {}) =>
      post<EventChanged>(`${base}/events/${id}/edit`, { ...target, event, ...word }),
    move: (
      { id, ...target }: EventTarget,
      to: { start: string; end: string; allDay: boolean },
      word: Word = {},
    ) => post<EventChanged>(`${base}/events/${id}/move`, { ...target, ...to, ...word }),
    remove: ({ id, ...target }: EventTarget) => post<EventChanged>(`${base}/events/${id}/remove`, target),
    undo: (undo: string) => post<{ seq: number }>(`${base}/events/undo`, { undo }),
    privacy: (event: { id: string; version: number }, isPrivate: boolean) =>
      post<EventChanged>(`${base}/events/${event.id}/privacy`, { version: event.version, isPrivate }),
    allow: (event: { id: string; version: number }, allow: boolean) =>
      post<EventChanged>(`${base}/events/${event.id}/allow`, { version: event.version, allow }),
    times: (
      ask: {
        startsAt: string;
        endsAt: string;
        place?: string;
        ignore?: string | null;
        otherZone?: string | null;
        travelMinutes?: number | null;
      },
      signal?: AbortSignal,
    ) => post<TimeCheck>(`${base}/calendar/times`, ask, signal),
    receive: (base64: string) =>
      post<{ outcomes: ReceivedOutcome[]; seq: number }>(`${base}/invitations`, { base64 }),
    invitation: (taskId: string, signal?: AbortSignal) =>
      get<InvitationView>(`${base}/tasks/${taskId}/invitation`, signal),
    answer: (taskId: string, input: AnswerInput) =>
      post<AnswerGiven>(`${base}/tasks/${taskId}/answer`, input),
    checkFacts: (taskId: string, signal?: AbortSignal) =>
      get<CheckFacts>(`${base}/tasks/${taskId}/check`, signal),
    check: (task: { id: string; version: number }, input: CheckInput) =>
      post<{ id: string; seq: number }>(`${base}/tasks/${task.id}/check`, {
        ...input,
        version: task.version,
      }),
    undoCheck: (id: string) => post<{ seq: number }>(`${base}/checks/${id}/undo`, {}),
    protectedTimes: () => get<{ times: ProtectedView[]; wishes: CalendarWishes }>(`${base}/protected-times`),
    protect: (input: ProtectedInput) => post<{ id: string; seq: number }>(`${base}/protected-times`, input),
    editProtected: (time: { id: string; version: number }, input: ProtectedInput) =>
      post<{ id: string; seq: number }>(`${base}/protected-times/${time.id}/edit`, {
        ...input,
        version: time.version,
      }),
    removeProtected: (time: { id: string; version: number }) =>
      post<{ version: number; seq: number }>(`${base}/protected-times/${time.id}/remove`, {
        version: time.version,
      }),
    restoreProtected: (time: { id: string; version: number }) =>
      post<{ version: number; seq: number }>(`${base}/protected-times/${time.id}/restore`, {
        version: time.version,
      }),
    exceptProtected: (time: { id: string; version: number }, on: string) =>
      post<{ version: number; seq: number }>(`${base}/protected-times/${time.id}/except`, {
        version: time.version,
        on,
      }),
    wish: (wishes: CalendarWishes) => post<{ seq: number }>(`${base}/calendar/wishes`, wishes),
    feeds: () => get<{ feeds: FeedView[] }>(`${base}/feeds`),
    makeFeed: (input: FeedInput) =>
      post<{ id: string; address: string; seq: number }>(`${base}/feeds`, input),
    reissueFeed: (feed: { id: string; version: number }) =>
      post<{ id: string; address: string; seq: number }>(`${base}/feeds/${feed.id}/reissue`, {
        version: feed.version,
      }),
    revokeFeed: (feed: { id: string; version: number }) =>
      post<{ seq: number }>(`${base}/feeds/${feed.id}/revoke`, { version: feed.version }),
    calendars: () => get<{ calendars: CalendarSource[] }>(`${base}/calendars`),
    calendar: (id: string) => get<CalendarSourceDetail>(`${base}/calendars/${id}`),
    lookForCalendars: (place: { address: string; username?: string; password?: string }) =>
      post<FoundAtAddress>(`${base}/calendars/look`, place),
    addCalendar: (input: Record<string, unknown>) =>
      post<{ id: string; seq: number }>(`${base}/calendars`, input),
    editCalendar: (calendar: { id: string; version: number }, input: Record<string, unknown>) =>
      post<{ id: string; seq: number }>(`${base}/calendars/${calendar.id}/edit`, {
        ...input,
        version: calendar.version,
      }),
    pauseCalendar: (id: string, paused: boolean) =>
      post<{ seq: number }>(`${base}/calendars/${id}/pause`, { paused }),
    syncCalendar: (id: string, begin: boolean) =>
      post<{ waiting: number; events: number; finished: boolean; problem: string | null; seq: number }>(
        `${base}/calendars/${id}/sync`,
        { begin },
      ),
    removeCalendar: (id: string, events: "keep" | "remove") =>
      post<{ seq: number }>(`${base}/calendars/${id}/remove`, { events }),
    resolveItem: (id: string, href: string, side: "here" | "there") =>
      post<{ seq: number }>(`${base}/calendars/${id}/resolve`, { href, side }),
  };
}
