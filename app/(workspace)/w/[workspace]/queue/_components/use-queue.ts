"use client";

import { useRef, useState } from "react";
import { deskApi, type Problem } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import { forgetWords } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { refusalCopy, sendStep } from "@/app/(workspace)/w/[workspace]/queue/_components/send-step";
import { useBar } from "@/app/(workspace)/w/[workspace]/queue/_components/use-bar";
import { writeFilter } from "@/components/tasks/filter-words";
import { guess, primaryOf, type Step, saidOf, whoUndoes } from "@/components/tasks/task-verbs";
import { stateWords } from "@/components/tasks/words";
import { useNow } from "@/components/ui/clock";
import { useDesk } from "@/components/workspace/desk-context";
import { oneStop } from "@/lib/domain/full-stop";
import { appendPage, mergeRows, removeRows, withCounts } from "@/lib/domain/task/queue-lists";
import type { Tag, TaskState } from "@/lib/domain/task/task";
import type { QueueSection, QueueView, TaskRow } from "@/lib/domain/task/view";

/** A queue as read; a page that shows one task alone knows no live cursor of its own. */
type Viewed = Omit<QueueView, "seq"> & { seq: number | null };
/** `notByMe` is why one may not take it back oneself; "" where one may. */
type Undoable = { items: { id: string; version: number }[]; notByMe: string };

/** Refusals by which one learns that a row is not what the screen shows. */
const movedOn = ["stale", "already-closed", "not-found", "not-closed", "must-be-you", "only-client-loosens"];

/** The queue as one person works on it: rows kept in step with the desk, everything they do, and the way back. */
export function useQueue(view: Viewed, onReload: () => void) {
  const desk = useDesk();
  const api = deskApi(desk.slug);
  const now = useNow();
  const { bar, show } = useBar();
  const [seen, setSeen] = useState(view);
  const [sections, setSections] = useState<QueueSection[]>(view.sections);
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  /** Tasks that were taken back, or that one may not see any more. */
  const [absent, setAbsent] = useState<ReadonlySet<string>>(new Set());
  /** The newest that is known of each row, also of those that are on no list. */
  const known = useRef(new Map<string, TaskRow>());
  const undoables = useRef<Undoable[]>([]);
  /** What is being done to each task: the next thing done to it waits, and so does undo. */
  const underWay = useRef(new Map<string, Promise<unknown>>());
  const loading = useRef(new Set<TaskState>());
  if (seen !== view) {
    setSeen(view);
    setSections(view.sections);
  }
  const looking = { filter: view.filter, at: now, zone: desk.zone };

  /** Takes rows as the server has them; one older than what was seen already is news of yesterday. */
  function take(rows: TaskRow[], gone: string[] = []) {
    const fresh = rows.filter((row) => row.version >= (known.current.get(row.id)?.version ?? 0));
    for (const row of fresh) known.current.set(row.id, row);
    for (const id of gone) known.current.delete(id);
    const back = new Set(fresh.map((row) => row.id));
    setAbsent((before) => new Set([...before, ...gone].filter((id) => !back.has(id))));
    setSections((lists) => mergeRows(removeRows(lists, gone), fresh, looking));
  }

  useChanges(view.seq, (changes) => {
    if (changes.reload) return onReload();
    take(changes.tasks, changes.gone);
    if (writeFilter({ ...view.filter, state: null }).size === 0)
      setSections((lists) => withCounts(lists, changes.counts));
  });

  function mark(rows: Pick<TaskRow, "id">[], isPending: boolean) {
    setPending((before) => {
      const after = new Set(before);
      for (const { id } of rows) {
        if (isPending) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  }

  function showDone(says: string, items: Undoable["items"], notByMe = "") {
    if (items.length > 0) undoables.current.push({ items, notByMe });
    const canUndo = items.length > 0 && notByMe === "";
    const action = canUndo ? { label: "Undo", shortcut: "U", onClick: () => void undo() } : null;
    show({ says: items.length > 0 && notByMe ? `${says} ${notByMe}` : says, tone: "plain", action });
  }

  /** Says the "no", brings the rows back, and offers the next best step for them. */
  async function showRefused(rows: TaskRow[], problem: Problem, says = problem.sentence) {
    const context = { ...desk, state: rows[0]?.state };
    const next = problem.refusal && (await refusalCopy()).nextStep(problem.refusal, context);
    const action = !next
      ? null
      : next.verb === "sign-in"
        ? { label: next.label, onClick: () => location.assign(`/sign-in?next=${signInNext()}`) }
        : next.verb === "refresh"
          ? null
          : {
              label: next.label,
              onClick: () =>
                void actAnew(rows, { verb: next.verb, input: next.verb === "move" ? { to: next.to } : {} }),
            };
    show({ says, tone: "refused", action });
  }

  /** Completing what only the client completes is not asked of the server: the "no" is known here, and so is the next best step. */
  function leaveToClient(row: TaskRow) {
    const step = primaryOf(row, desk);
    const says = `Only ${desk.clientShort} can complete this.`;
    const action = step ? { label: step.label, onClick: () => void act([row], step) } : null;
    show({ says, tone: "refused", action });
  }

  function newest(row: TaskRow): TaskRow {
    const newer = known.current.get(row.id);
    return newer && newer.version > row.version ? newer : row;
  }

  async function reread(id: string) {
    const answer = await api.task(id);
    if (answer.ok) take([answer.value]);
    else if (answer.problem.code === "not-found") take([], [id]);
  }

  /** The next best step after a "no": what was refused has often moved on meanwhile, so it is looked at again first. */
  async function actAnew(rows: TaskRow[], step: Step): Promise<void> {
    await Promise.all(rows.map(({ id }) => reread(id)));
    await act(rows.map(newest), step);
  }

  /** Does one thing to one task or to many. Resolves to the rows as they are afterwards; refused ones are back in their place. */
  function act(rows: TaskRow[], step: Step): Promise<TaskRow[]> {
    const before = rows.map(({ id }) => underWay.current.get(id));
    const acting = actAfter(Promise.allSettled(before), rows, step);
    for (const { id } of rows) underWay.current.set(id, acting);
    void acting.finally(() => {
      for (const { id } of rows) if (underWay.current.get(id) === acting) underWay.current.delete(id);
    });
    return acting;
  }

  async function actAfter(before: Promise<unknown>, rows: TaskRow[], step: Step): Promise<TaskRow[]> {
    if (rows.length === 0) return [];
    const guesses = rows.map((row) => guess(row, step)).filter((row) => row !== null);
    show(null);
    mark(rows, true);
    setSections((lists) => mergeRows(lists, guesses, looking));
    await before;
    const results = await sendStep(api, rows.map(newest), step);
    mark(rows, false);
    const done = results.flatMap(({ answer }) => (answer.ok && answer.value.task ? [answer.value.task] : []));
    const gone = results.flatMap(({ row, answer }) => (answer.ok && !answer.value.task ? [row.id] : []));
    const refused = results.flatMap(({ row, answer }) =>
      answer.ok ? [] : [{ row, problem: answer.problem }],
    );
    if (step.verb === "complete") forgetWords(desk, [...done.map(({ id }) => id), ...gone]);
    const back = refused.map(({ row }) => newest(row));
    setSections((lists) => mergeRows(lists, back, looking));
    take(done, gone);
    for (const { row, problem } of refused) if (movedOn.includes(problem.code)) void reread(row.id);
    await report(step, done, gone, refused);
    return done;
  }

  async function report(
    step: Step,
    done: TaskRow[],
    gone: string[],
    refused: { row: TaskRow; problem: Problem }[],
  ) {
    const words = saidOf(step, done, (state) => stateWords(state, desk));
    const items = done.map(({ id, version }) => ({ id, version }));
    const notByMe = whoUndoes(step, done.length, desk);
    const [first] = refused;
    if (!first) return void showDone(gone.length > 0 ? "Taken back." : words, items, notByMe);
    if (items.length > 0) undoables.current.push({ items, notByMe });
    const some = done.length > 0 ? `${words} ` : "";
    const others =
      refused.length > 1
        ? `${refused.length} stay as they are. `
        : done.length > 0
          ? "One stays as it is. "
          : "";
    return showRefused(
      refused.map(({ row }) => row),
      first.problem,
      `${some}${others}${first.problem.sentence}`,
    );
  }

  /** Takes back the last thing done here, once it is done. */
  async function undo(): Promise<TaskRow[]> {
    await Promise.allSettled([...underWay.current.values()]);
    const last = undoables.current.pop();
    if (!last || last.notByMe) {
      const says = last?.notByMe ?? "Nothing to undo.";
      show({ says, tone: last ? "refused" : "plain", action: null });
      return [];
    }
    mark(last.items, true);
    const results = await sendStep(api, last.items, { verb: "undo", input: {} });
    mark(last.items, false);
    const rows = results.flatMap(({ answer }) => (answer.ok && answer.value.task ? [answer.value.task] : []));
    const gone = results.flatMap(({ row, answer }) => (answer.ok && !answer.value.task ? [row.id] : []));
    const [problem] = results.flatMap(({ answer }) => (answer.ok ? [] : [answer.problem]));
    take(rows, gone);
    if (problem?.code === "offline") undoables.current.push(last);
    else for (const { row, answer } of results) if (!answer.ok) void reread(row.id);
    const count = rows.length + gone.length;
    const says =
      count === 1 ? oneStop(`Undone${rows[0] ? `: “${rows[0].title}”` : ""}.`) : `${count} undone.`;
    show({ says: problem?.sentence ?? says, tone: problem ? "refused" : "plain", action: null });
    return rows;
  }

  /** Folds two into one. A strict one is never folded into a looser one: then it is the other that goes. Resolves to the one that stays. */
  async function fold(row: TaskRow, twin: { id: string; title: string; version: number; tag: Tag }) {
    const turned = row.tag === "must-be-you" && twin.tag === "delegable";
    const going = turned ? twin : row;
    const into = turned ? row.id : twin.id;
    const answer = await api.act(going, "merge", { into });
    if (!answer.ok) {
      await showRefused([row], answer.problem);
      return null;
    }
    const { task } = answer.value;
    if (task) take([task]);
    showDone(
      `“${going.title}” is folded into the other.`,
      task ? [{ id: task.id, version: task.version }] : [],
    );
    return into;
  }

  /** Takes a task that was made elsewhere on this page (quick add), with its way back. */
  function made(task: TaskRow) {
    take([task]);
    showDone(oneStop(`Added: “${task.title}”.`), [{ id: task.id, version: task.version }]);
  }

  async function loadMore(state: TaskState): Promise<void> {
    const more = sections.find((list) => list.state === state)?.more;
    if (!more || loading.current.has(state)) return;
    loading.current.add(state);
    const query = writeFilter({ ...view.filter, state });
    query.set("cursor", more);
    const answer = await api.section(query);
    loading.current.delete(state);
    if (answer.ok) setSections((lists) => appendPage(lists, state, answer.value));
    else show({ says: answer.problem.sentence, tone: "refused", action: null });
  }

  const rowOf = (id: string | null) => (id === null ? null : (known.current.get(id) ?? null));
  return { sections, pending, absent, bar, show, act, leaveToClient, fold, undo, made, loadMore, rowOf };
}

function signInNext(): string {
  return encodeURIComponent(location.pathname + location.search);
}
