"use client";

import { ArrowLeft, Columns3, Keyboard, List, Search, SquarePen } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { type MouseEvent, useEffect, useMemo, useRef, useState, useTransition } from "react";
import { useDetail } from "@/app/(workspace)/w/[workspace]/_components/use-detail";
import { leftHere, useLeft } from "@/app/(workspace)/w/[workspace]/queue/_components/left-queues";
import { QuickAdd } from "@/app/(workspace)/w/[workspace]/queue/_components/quick-add";
import { refusalCopy } from "@/app/(workspace)/w/[workspace]/queue/_components/send-step";
import { isWide, useCursor, writeParam } from "@/app/(workspace)/w/[workspace]/queue/_components/use-cursor";
import { useQueue } from "@/app/(workspace)/w/[workspace]/queue/_components/use-queue";
import { useShut } from "@/app/(workspace)/w/[workspace]/queue/_components/use-shut";
import { FilterMenu } from "@/components/tasks/filter-bar";
import { writeFilter } from "@/components/tasks/filter-words";
import { TaskSection } from "@/components/tasks/task-section";
import {
  accept,
  guess,
  moveBeside,
  noteOn,
  otherTag,
  primaryOfAll,
  type Step,
} from "@/components/tasks/task-verbs";
import { stateWords } from "@/components/tasks/words";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { latePart, lateWindow } from "@/components/ui/late-part";
import { Link } from "@/components/ui/link";
import { Toast, ToastRegion } from "@/components/ui/toast";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import { useWarmUp } from "@/components/ui/warm-up";
import { useDesk } from "@/components/workspace/desk-context";
import { useDeskWindows } from "@/components/workspace/desk-windows";
import { unpackQueue } from "@/lib/domain/task/packed-queue";
import type { QueueFilter, QueueSection, QueueView, TaskRow } from "@/lib/domain/task/view";

const load = {
  board: () => import("@/app/(workspace)/w/[workspace]/queue/_components/board"),
  pane: () => import("@/app/(workspace)/w/[workspace]/queue/_components/task-pane"),
  merge: () => import("@/app/(workspace)/w/[workspace]/queue/_components/merge-dialog"),
  search: () => import("@/app/(workspace)/w/[workspace]/_components/search-dialog"),
  chips: () => import("@/components/tasks/filter-chips"),
  empty: () => import("@/components/tasks/queue-empty"),
  views: () => import("@/app/(workspace)/w/[workspace]/queue/_components/views-dialog"),
  bulk: () => import("@/components/tasks/bulk-actions"),
  snooze: () => import("@/components/tasks/snooze-dialog"),
  note: () => import("@/app/(workspace)/w/[workspace]/_components/complete-dialog"),
  keys: () => import("@/components/tasks/keys-help"),
};
const Board = latePart(() => load.board().then((m) => m.Board));
const TaskPane = latePart(() => load.pane().then((m) => m.TaskPane));
const FilterChips = latePart(() => load.chips().then((m) => m.FilterChips));
const QueueEmpty = latePart(() => load.empty().then((m) => m.QueueEmpty));
const MergeDialog = lateWindow(() => load.merge().then((m) => m.MergeDialog));
const ViewsDialog = lateWindow(() => load.views().then((m) => m.ViewsDialog));
const BulkActions = latePart(() => load.bulk().then((m) => m.BulkActions));
const SnoozeDialog = lateWindow(() => load.snooze().then((m) => m.SnoozeDialog));
const CompleteDialog = lateWindow(() => load.note().then((m) => m.CompleteDialog));
const KeysHelp = lateWindow(() => load.keys().then((m) => m.KeysHelp));

/** Everything but the board. */
const { board: _, ...small } = load;
const warm = [...Object.values(small), refusalCopy];

/** So many rows the server draws in outline, of all sections together: more than a large screen shows at once. */
const OUTLINED = 20;

function lengthOf(sections: readonly QueueSection[]): number {
  return sections.reduce((sum, { tasks }) => sum + tasks.length, 0);
}

type Asking =
  | { what: "snooze"; rows: TaskRow[] }
  | { what: "merge"; row: TaskRow }
  | { what: "note"; row: TaskRow }
  | { what: "views" }
  | { what: "keys" }
  | null;

/** A queue as `packQueue` sent it; as it was left, where one comes back to it. */
function unpack(packed: string): QueueView {
  const left = leftHere();
  return { ...unpackQueue(packed), ...(left?.packed === packed && { sections: left.sections }) };
}

/** The queue: sections or board, the task beside it, and every key of triage. `packed` is the queue as `packQueue` sent it. */
export function QueueScreen({ packed }: { packed: string }) {
  const view = useMemo(() => unpack(packed), [packed]);
  const params = useSearchParams();
  const asBoard = params.get("view") === "board";
  const [look, LookIcon] = asBoard ? (["List", List] as const) : (["Board", Columns3] as const);
  const desk = useDesk();
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  const [asking, setAsking] = useState<Asking>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const lastPicked = useRef<string | null>(null);
  const addRef = useRef<HTMLInputElement>(null);
  const openFilter = useRef<(() => void) | null>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const queue = useQueue(view, () => startLoading(() => router.refresh()));
  const rows = queue.sections.flatMap((section) => section.tasks);
  const { isShut, setShut } = useShut(desk.slug, view.filter.state);
  // What is folded is not walked.
  const order = queue.sections
    .flatMap(({ state, tasks }) => (asBoard || !isShut(state) ? tasks : []))
    .map((row) => row.id);
  const cursor = useCursor(order, params.get("task"), queue.absent, rows);
  useLeft({ packed, sections: queue.sections, activeId: cursor.activeId }, cursor.isOpen);
  const listed = rows.find((row) => row.id === cursor.activeId) ?? queue.rowOf(cursor.activeId);
  const [isWideNow, setWideNow] = useState(false);
  useEffect(() => setWideNow(isWide()), []);
  useWarmUp(warm);
  const { search, opener } = useDeskWindows();
  useEffect(() => {
    opener.current = read;
    return () => {
      opener.current = null;
    };
  });
  // Not while something is done to it: what is being taken back may be gone before the answer is here.
  const isStill = cursor.activeId !== null && !queue.pending.has(cursor.activeId);
  const isLookedAt = isStill && (cursor.isOpen || isWideNow);
  const { detail, problem } = useDetail(cursor.activeId, listed?.version ?? null, isLookedAt);
  const active = listed && (!detail || listed.version >= detail.version) ? listed : detail;
  const noted = active && noteOn(active, desk);
  // The board needs the width: there a task stands beside it only when it was opened.
  const hasAside = !asBoard || cursor.isOpen;
  const chosen = rows.filter((row) => selected.has(row.id));

  /** What a key or button means: the selection if there is one, otherwise the task one is at. */
  const meant = () => (chosen.length > 0 ? chosen : active ? [active] : []);

  async function run(on: TaskRow[], step: Step, { focus = true } = {}) {
    if (on.length === 0) return;
    const leaves = step.verb === "merge" || on.some((row) => guess(row, step) !== null);
    const next = leaves ? cursor.after(on.map((row) => row.id)) : null;
    if (leaves && isWide()) cursor.walkTo(next, { focus });
    else if (leaves) cursor.close();
    setSelected((before) => new Set([...before].filter((id) => on.every((row) => row.id !== id))));
    const done = await queue.act(on, step);
    const [only] = on;
    if (!leaves || !only || on.length > 1 || done.length > 0) return;
    cursor.walkTo(only.id, { focus: document.activeElement?.closest("[data-task]") !== null });
  }

  function runOne(row: TaskRow) {
    return (step: Step) => void run([row], step, { focus: false });
  }

  function pick(id: string, isRange: boolean) {
    const from = isRange && lastPicked.current ? order.indexOf(lastPicked.current) : -1;
    const to = order.indexOf(id);
    const ids = from === -1 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
    lastPicked.current = id;
    setSelected((before) => {
      const after = new Set(before);
      if (from === -1 && before.has(id)) after.delete(id);
      else for (const one of ids) after.add(one);
      return after;
    });
  }

  function onClick(event: MouseEvent) {
    const target = event.target as Element;
    const id = target.closest<HTMLElement>("[data-task]")?.dataset.task;
    if (!id) return;
    const isPick = target.closest("[data-check]") || event.shiftKey || event.metaKey || event.ctrlKey;
    if (isPick || (chosen.length > 0 && !isWide())) return pick(id, event.shiftKey);
    cursor.open(id);
  }

  /** Opens a task for whoever comes by keys. */
  function read(id: string) {
    cursor.open(id);
    requestAnimationFrame(() => headingRef.current?.focus());
  }

  async function undo() {
    const [row] = await queue.undo();
    if (row) cursor.walkTo(row.id);
  }

  function shift(step: 1 | -1) {
    const move = moveBeside(meant(), step);
    if (move) void run(meant(), move);
  }

  function onFilter(filter: QueueFilter, isBoard = asBoard) {
    const params = writeFilter(filter);
    if (isBoard) params.set("view", "board");
    startLoading(() => router.push(`/w/${desk.slug}/queue?${params}`, { scroll: false }));
  }

  function onViews() {
    setAsking({ what: "views" });
  }

  function toggleBoard() {
    writeParam("view", asBoard ? null : "board");
  }

  function primary() {
    const step = primaryOfAll(meant(), desk);
    if (step) void run(meant(), step);
    else if (chosen.length > 1)
      queue.show({ says: "These are not all at the same point. Choose below.", tone: "plain", action: null });
  }

  useKeys(asking === null, {
    j: () => cursor.walk(1),
    arrowdown: () => cursor.walk(1),
    k: () => cursor.walk(-1),
    arrowup: () => cursor.walk(-1),
    "1": () => void run(meant(), accept),
    "2": () => active && setAsking({ what: "merge", row: active }),
    "3": () => void run(meant(), { verb: "decline", input: {} }),
    h: () => meant().length > 0 && setAsking({ what: "snooze", rows: meant() }),
    t: () => {
      const step =
        chosen.length > 0 ? { verb: "retag", input: { tag: "must-be-you" } } : active && otherTag(active);
      if (step) void run(meant(), step);
    },
    e: () => cursor.activeId && read(cursor.activeId),
    c: () => addRef.current?.focus(),
    n: () => router.push(`/w/${desk.slug}/tasks/new`),
    "?": () => setAsking({ what: "keys" }),
    x: (event) => cursor.activeId && pick(cursor.activeId, event.shiftKey),
    enter: primary,
    ...(active && noted
      ? {
          d: () => (noted === "ask" ? setAsking({ what: "note", row: active }) : queue.leaveToClient(active)),
        }
      : {}),
    p: () => active && router.push(`/w/${desk.slug}/tasks/${active.id}/draft`),
    ...undoKeys(undo),
    f: () => openFilter.current?.(),
    v: onViews,
    b: toggleBoard,
    "[": () => shift(-1),
    "]": () => shift(1),
    escape: () => (selected.size > 0 ? setSelected(new Set()) : cursor.close()),
  });

  const nameOf = (personId: string | null) =>
    rows.find((row) => row.person?.id === personId)?.person?.name ?? "One person";
  const shown = queue.sections.filter(
    (section) => section.tasks.length > 0 || section.state === view.filter.state,
  );
  return (
    <div className={cx(hasAside && "min-[1100px]:grid min-[1100px]:grid-cols-[minmax(0,1fr)_28.5rem]")}>
      <div className={cx("min-w-0", cursor.isOpen && "max-[1099px]:hidden")}>
        <header className="sticky top-[var(--banner,0px)] z-10 flex flex-wrap items-center gap-2 border-b border-line bg-paper px-4 py-3.5 sm:px-6">
          <h1 className="sr-only">Queue</h1>
          <QuickAdd
            inputRef={addRef}
            onMade={(task) => {
              queue.made(task);
              cursor.walkTo(task.id, { focus: false });
            }}
          />
          <IconButton label="Search (/)" variant="secondary" className="size-9" onClick={search}>
            <Search aria-hidden="true" className="size-4" />
          </IconButton>
          <Link
            href={`/w/${desk.slug}/tasks/new`}
            title="Write a task in full (N)"
            className="inline-flex size-9 shrink-0 items-center justify-center rounded-lg border border-line bg-sheet hover:bg-sunken pointer-coarse:hidden"
          >
            <SquarePen aria-hidden="true" className="size-4" />
          </Link>
          <FilterMenu filter={view.filter} onFilter={onFilter} onViews={onViews} openRef={openFilter} />
          <Button onClick={toggleBoard} aria-label={look} title={`${look} (B)`}>
            <LookIcon aria-hidden="true" className="size-4 sm:hidden" />
            <span className="hidden sm:inline">{look}</span>
          </Button>
          <IconButton
            label="Keys (?)"
            className="pointer-coarse:hidden"
            onClick={() => setAsking({ what: "keys" })}
          >
            <Keyboard aria-hidden="true" className="size-4" />
          </IconButton>
        </header>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard for the whole page. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: clicks on rows are heard here, so that a thousand rows need no listener each. */}
        <div
          onClick={onClick}
          aria-busy={isLoading || undefined}
          className={cx("px-4 py-5 sm:px-6", isLoading && "opacity-60")}
        >
          {writeFilter(view.filter).size > 0 ? (
            <FilterChips filter={view.filter} onFilter={onFilter} personName={nameOf(view.filter.personId)} />
          ) : null}
          {asBoard ? (
            <Board
              sections={queue.sections}
              activeId={cursor.activeId}
              selected={selected}
              pending={queue.pending}
              onDrawn={cursor.settle}
              onWalk={cursor.walkTo}
              onMore={(state) => void queue.loadMore(state)}
              onMove={(id, to) => {
                const row = rows.find((one) => one.id === id);
                if (row) void run([row], { verb: "move", input: { to } });
              }}
            />
          ) : (
            <>
              {rows[0]?.state === "inbox" ? null : (
                <QueueEmpty
                  sections={queue.sections}
                  filter={view.filter}
                  onDrawn={cursor.settle}
                  onFilter={onFilter}
                />
              )}
              {shown.map((section, n) => (
                <TaskSection
                  key={section.state}
                  section={section}
                  outlined={Math.max(0, OUTLINED - lengthOf(shown.slice(0, n)))}
                  title={stateWords(section.state, desk)}
                  aside={section.state === "inbox" ? "1 accept · T tag · H snooze · 3 decline" : undefined}
                  activeId={cursor.activeId}
                  selected={selected}
                  pending={queue.pending}
                  isShut={isShut(section.state)}
                  onShut={(isShut) => setShut(section.state, isShut)}
                  onMore={() => void queue.loadMore(section.state)}
                />
              ))}
            </>
          )}
        </div>
        {chosen.length > 0 ? (
          <div className="sticky bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-20 px-4 pb-3 sm:px-6 lg:bottom-0">
            <BulkActions
              rows={chosen}
              onStep={(step) => void run(chosen, step)}
              onSnooze={() => setAsking({ what: "snooze", rows: chosen })}
              onClear={() => setSelected(new Set())}
            />
          </div>
        ) : null}
      </div>
      <aside
        aria-label="Task"
        className={cx(
          "flex-col border-line bg-sheet min-[1100px]:sticky min-[1100px]:top-[var(--banner,0px)] min-[1100px]:h-[calc(100dvh-var(--banner,0px))] min-[1100px]:border-s",
          cursor.isOpen ? "flex min-h-dvh" : cx("hidden", hasAside && "min-[1100px]:flex"),
        )}
      >
        {active && (cursor.isOpen || isWideNow) ? (
          <TaskPane
            row={active}
            detail={detail}
            isBusy={queue.pending.has(active.id)}
            canClose={asBoard}
            headingRef={headingRef}
            onClose={cursor.close}
            onStep={runOne(active)}
            onSnooze={() => setAsking({ what: "snooze", rows: [active] })}
            onMerge={() => setAsking({ what: "merge", row: active })}
            onNote={() => setAsking({ what: "note", row: active })}
          />
        ) : (
          <div className="flex flex-1 flex-col items-start gap-3 px-6 py-6 text-muted">
            <Button variant="quiet" size="sm" className="-ms-2 min-[1100px]:hidden" onClick={cursor.close}>
              <ArrowLeft aria-hidden="true" className="size-4 rtl:rotate-180" /> Queue
            </Button>
            <p role="status">{problem ? problem.sentence : ""}</p>
          </div>
        )}
      </aside>
      <ToastRegion isLifted={chosen.length > 0 || (cursor.isOpen && !isWideNow)}>
        {queue.bar ? (
          <Toast tone={queue.bar.tone} action={queue.bar.action} onDismiss={() => queue.show(null)}>
            {queue.bar.says}
          </Toast>
        ) : null}
      </ToastRegion>
      {asking?.what === "snooze" ? (
        <SnoozeDialog
          rows={asking.rows}
          onClose={() => setAsking(null)}
          onChoose={(input) => {
            setAsking(null);
            void run(asking.rows, { verb: "snooze", input });
          }}
        />
      ) : null}
      {asking?.what === "merge" ? (
        <MergeDialog
          row={asking.row}
          onClose={() => setAsking(null)}
          onChoose={(twin) => {
            setAsking(null);
            void queue.fold(asking.row, twin).then((next) => next && cursor.walkTo(next));
          }}
        />
      ) : null}
      {asking?.what === "note" ? (
        <CompleteDialog
          row={asking.row}
          onClose={() => setAsking(null)}
          onDone={(step) => {
            setAsking(null);
            void run([asking.row], step);
          }}
        />
      ) : null}
      {asking?.what === "views" ? (
        <ViewsDialog
          shown={{ filter: view.filter, asBoard }}
          nameOf={nameOf}
          onClose={() => setAsking(null)}
          onGo={(filter, isBoard) => {
            cursor.close();
            onFilter(filter, isBoard);
          }}
        />
      ) : null}
      {asking?.what === "keys" ? <KeysHelp onClose={() => setAsking(null)} /> : null}
    </div>
  );
}
