"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { calendarApi, type Word } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { deskApi, type Problem } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { moveTask, undoTask } from "@/app/(workspace)/w/[workspace]/calendar/_components/move-task";
import {
  type Move,
  type Moves,
  stillMoving,
  withMoves,
} from "@/app/(workspace)/w/[workspace]/calendar/_components/moved-entries";
import type { useEventBar } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event-bar";
import { timeWords } from "@/components/calendar/move-words";
import { useDesk } from "@/components/workspace/desk-context";
import type { EventScope } from "@/lib/domain/calendar/event";
import { isSameTime, type Walls, wallsOf } from "@/lib/domain/calendar/shift-entry";
import type { CalendarEntry, CalendarEvent, CalendarTask, CalendarView } from "@/lib/domain/calendar/view";
import { oneStop } from "@/lib/domain/full-stop";

/** What has to be answered before an entry moves: which of a series, or whether it may stand over kept time. */
export type MoveQuestion = { entry: CalendarEvent; walls: Walls } & (
  | { about: "scope" }
  | { about: "kept"; kept: string[]; scope: EventScope }
);

type Bar = Pick<ReturnType<typeof useEventBar>, "begin" | "say" | "refuse" | "show">;

/**
 * Moves entries: at once on the screen, then on the server, and back where it says no. `view` is the calendar as it will be,
 * `held` the keys of what is on its way. `onMoved` reads again.
 */
export function useMoves(read: CalendarView, bar: Bar, onMoved: () => void) {
  const desk = useDesk();
  const [moves, setMoves] = useState<Moves>(new Map());
  const [question, setQuestion] = useState<MoveQuestion | null>(null);
  const left = stillMoving(moves, read.seq);
  const view = useMemo(() => withMoves(read, left), [read, left]);
  const held = useMemo(() => new Set(left.keys()), [left]);
  const undoing = useRef<(() => void) | null>(null);

  // What a reading knows by now is forgotten.
  useEffect(() => setMoves((all) => stillMoving(all, read.seq)), [read.seq]);

  function put(key: string, move: Move | null) {
    setMoves((all) => {
      const next = new Map(all);
      if (move) next.set(key, move);
      else next.delete(key);
      return next;
    });
  }

  function back(entry: CalendarEntry, problem: Problem | null) {
    put(entry.key, null);
    if (!problem) return;
    bar.refuse(problem.sentence);
    if (problem.code !== "offline") onMoved();
  }

  /** Shows an entry elsewhere, without telling the server yet; null shows it where it was. */
  function show(entry: CalendarEntry, walls: Walls | null) {
    put(entry.key, walls && { entry, walls, until: null });
  }

  /** Moves an entry, as it stood before it was shown elsewhere. */
  function move(entry: CalendarEntry, walls: Walls) {
    if (isSameTime(wallsOf(entry), walls)) return put(entry.key, null);
    undoing.current = null;
    bar.begin();
    show(entry, walls);
    if (entry.type === "task") return void sendTask(entry, walls);
    if (entry.type !== "event") return;
    if (entry.isRepeating) setQuestion({ about: "scope", entry, walls });
    else void send(entry, walls, "all");
  }

  async function send(entry: CalendarEvent, walls: Walls, scope: EventScope, word: Word = {}) {
    setQuestion(null);
    const occurrence = entry.isRepeating ? entry.startsAt : null;
    const target = { id: entry.eventId, version: entry.version, scope, occurrence };
    const answer = await calendarApi(desk.slug).move(target, walls, word);
    if (!answer.ok) {
      const no = answer.problem.refusal;
      if (no?.code !== "protected") return back(entry, answer.problem);
      return setQuestion({ about: "kept", entry, walls, scope, kept: no.kept });
    }
    // Whoever moves it again before it is read again means it as it is now.
    const { id, version } = answer.value;
    const now = id === entry.eventId && !entry.isRepeating ? { ...entry, version } : entry;
    put(entry.key, { entry: now, walls, until: answer.value.seq });
    undoing.current = null;
    const waits = answer.value.held ? ` It waits for ${desk.clientShort}.` : "";
    const says = oneStop(`“${entry.title}” is on ${timeWords(walls, desk.locale)}.`) + waits;
    bar.say({ says, undo: answer.value.undo });
    onMoved();
  }

  async function sendTask(entry: CalendarTask, walls: Walls) {
    const api = deskApi(desk.slug);
    const answer = await moveTask(api, entry, walls, read.zone);
    if (!answer.ok) return back(entry, answer.problem);
    put(entry.key, { entry, walls, until: answer.value.seq });
    const { task } = answer.value;
    const undo = async () => {
      undoing.current = null;
      const undone = task ? await undoTask(api, task) : null;
      if (undone && !undone.ok) return bar.refuse(undone.problem.sentence);
      bar.show({ says: "It is as it was.", tone: "plain", action: null });
      onMoved();
    };
    undoing.current = () => void undo();
    bar.show({
      says: oneStop(`“${entry.title}” is due on ${timeWords(walls, desk.locale, "start")}.`),
      tone: "plain",
      action: { label: "Undo", shortcut: "U", onClick: () => undoing.current?.() },
    });
    onMoved();
  }

  /** Answers the question that is open; null leaves the entry where it was. */
  function answer(given: { scope: EventScope } | Word | null) {
    if (!question) return;
    const { entry, walls } = question;
    setQuestion(null);
    if (given === null) return back(entry, null);
    if (question.about === "kept") return void send(entry, walls, question.scope, given as Word);
    if ("scope" in given) void send(entry, walls, given.scope);
  }

  /** Takes back the last thing if it was a task's; false where it was not. */
  function undoTaskMove(): boolean {
    const undo = undoing.current;
    undo?.();
    return undo !== null;
  }

  return { view, held, question, show, move, answer, undoTaskMove };
}
