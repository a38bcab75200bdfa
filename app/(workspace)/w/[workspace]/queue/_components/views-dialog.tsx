"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useViews } from "@/app/(workspace)/w/[workspace]/queue/_components/use-views";
import {
  GoneRow,
  NameField,
  RenameRow,
  ViewRow,
} from "@/app/(workspace)/w/[workspace]/queue/_components/view-row";
import { writeFilter } from "@/components/tasks/filter-words";
import { setFilters } from "@/components/tasks/set-filters";
import { stateWords } from "@/components/tasks/words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { isSameViewName, type SavedView } from "@/lib/domain/task/saved-view";
import type { QueueFilter } from "@/lib/domain/task/view";

/** What a view brings back. */
type Shown = Pick<SavedView, "filter" | "asBoard">;

type Props = {
  shown: Shown;
  /** The name of somebody, where it is known. */
  nameOf: (personId: string | null) => string;
  onGo: (filter: QueueFilter, asBoard: boolean) => void;
};

/** The filters that this person has given a name: there by a digit, and what is shown now becomes one more. */
export function ViewsDialog({ onClose, ...props }: Props & { onClose: () => void }) {
  return (
    <Dialog open title="Views" onClose={onClose}>
      <Views {...props} />
    </Dialog>
  );
}

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

function Views({ shown, nameOf, onGo }: Props) {
  const desk = useDesk();
  const ref = useRef<HTMLDivElement>(null);
  const { list, problem, busy, ...ask } = useViews();
  const [renamed, setRenamed] = useState<string | null>(null);
  /** A digit that was pressed before the views were there. */
  const early = useRef<string | null>(null);
  /** Where the focus goes once it is drawn. */
  const focusOn = useRef<string | null>("[data-view][aria-current], [data-view], input, button");
  const here = list?.views.filter(({ id }) => !list.gone.includes(id)) ?? [];
  const same = here.find((view) => isSame(view, shown));
  const last = list?.views.find(({ id }) => id === list.gone.at(-1));

  useEffect(() => {
    const to = list && focusOn.current && ref.current?.querySelector<HTMLElement>(focusOn.current);
    if (!to) return;
    focusOn.current = null;
    to.focus();
  });
  useEffect(() => {
    if (!list || early.current === null) return;
    const digit = early.current;
    early.current = null;
    press(digit);
  });

  function press(digit: string) {
    if (!list) early.current = digit;
    const view = here[digits.indexOf(digit)];
    if (view) go(view);
  }

  /** Closes by way of the window, so that the focus goes back to where it was. */
  function go(view: SavedView) {
    ref.current?.closest("dialog")?.close();
    if (view !== same) onGo(view.filter, view.asBoard);
  }

  function walk(step: 1 | -1) {
    const all = [...(ref.current?.querySelectorAll<HTMLElement>("[data-view], [data-undo]") ?? [])];
    const row = document.activeElement?.closest("li");
    const at = all.findIndex((one) => one.closest("li") === row);
    all[at === -1 ? 0 : Math.max(0, Math.min(all.length - 1, at + step))]?.focus();
  }

  function toRow(id: string) {
    focusOn.current = `[data-view="${id}"]`;
    setRenamed(null);
  }

  async function rename(view: SavedView, name: string): Promise<string> {
    const wrong = await ask.rename(view, name);
    if (wrong === "") toRow(view.id);
    return wrong;
  }

  async function remove(view: SavedView) {
    focusOn.current = `[data-undo="${view.id}"]`;
    await ask.remove(view);
  }

  async function restore(view: SavedView) {
    focusOn.current = `[data-view="${view.id}"]`;
    await ask.restore(view);
  }

  async function save(name: string): Promise<string> {
    const wrong = await ask.save({ name, ...shown });
    if (wrong === "") focusOn.current = "[data-view][aria-current]";
    return wrong;
  }

  async function renew(view: SavedView): Promise<string> {
    const wrong = await ask.renew(view, shown);
    if (wrong === "") focusOn.current = "[data-view][aria-current]";
    return wrong;
  }

  useKeys(
    true,
    {
      ...Object.fromEntries(digits.map((digit) => [digit, () => press(digit)])),
      arrowdown: () => walk(1),
      arrowup: () => walk(-1),
      j: () => walk(1),
      k: () => walk(-1),
      ...undoKeys(() => last && busy === "" && void restore(last)),
    },
    { inDialog: true },
  );

  /** What of the queue it shows, in words. */
  function wordsOf({ filter, asBoard }: Shown): string {
    const set = setFilters(filter, (state) => stateWords(state, desk), nameOf(filter.personId));
    const labels = set.map(({ label }) => label);
    return [...(labels.length > 0 ? labels : ["Everything"]), ...(asBoard ? ["as a board"] : [])].join(" · ");
  }

  return (
    <div ref={ref}>
      {problem ? (
        <div className="mb-3">
          <Notice tone="late" role="alert">
            {problem}
          </Notice>
        </div>
      ) : null}
      {list ? (
        <>
          {list.views.length > 0 ? (
            <ul aria-label="Your views" className="-mx-2 flex flex-col gap-0.5">
              {list.views.map((view) => {
                if (list.gone.includes(view.id))
                  return (
                    <GoneRow
                      key={view.id}
                      view={view}
                      isLast={view === last}
                      isBusy={busy === view.id}
                      onUndo={() => busy === "" && void restore(view)}
                    />
                  );
                if (renamed === view.id)
                  return (
                    <RenameRow
                      key={view.id}
                      view={view}
                      isBusy={busy === view.id}
                      onName={(name) => rename(view, name)}
                      onGiveUp={() => toRow(view.id)}
                    />
                  );
                return (
                  <ViewRow
                    key={view.id}
                    view={view}
                    words={wordsOf(view)}
                    digit={digits[here.indexOf(view)] ?? null}
                    isShown={view === same}
                    isBusy={busy === view.id}
                    onGo={() => go(view)}
                    onRename={() => setRenamed(view.id)}
                    onRemove={() => busy === "" && void remove(view)}
                  />
                );
              })}
            </ul>
          ) : (
            <p className="text-muted">
              No views yet. A view is a filter that you have given a name, to be back there with one press.
              Yours are seen by nobody else.
            </p>
          )}
          <div className="mt-4 border-t border-line pt-4">
            <SaveShown
              shown={shown}
              words={wordsOf(shown)}
              same={same}
              views={here}
              isBusy={busy === "save"}
              onSave={save}
              onRenew={renew}
            />
          </div>
        </>
      ) : problem ? (
        <Button onClick={ask.retry}>Try again</Button>
      ) : (
        <Spinner label="Looking for your views" />
      )}
    </div>
  );
}

type SaveProps = {
  shown: Shown;
  words: string;
  /** The view that this is already. */
  same: SavedView | undefined;
  views: SavedView[];
  isBusy: boolean;
  /** Answers with what is wrong with the name, or "". */
  onSave: (name: string) => Promise<string>;
  onRenew: (view: SavedView) => Promise<string>;
};

/** What is shown now: a view already, about to become one, or nothing that needs a name. */
function SaveShown({ shown, words, same, views, isBusy, onSave, onRenew }: SaveProps) {
  const [name, setName] = useState("");
  const [error, setError] = useState("");
  if (same)
    return (
      <p className="wrap-anywhere text-[0.8125rem] text-muted">
        What is shown now is your view <span dir="auto">“{same.name}”</span>.
      </p>
    );
  if (!shown.asBoard && writeFilter(shown.filter).size === 0)
    return (
      <p className="text-[0.8125rem] text-muted">
        To save a view, first narrow the queue with <b className="font-medium">Filter</b>
        <span className="pointer-coarse:hidden"> (F)</span>.
      </p>
    );

  const twin = error === "" ? undefined : views.find((view) => isSameViewName(view.name, name));

  async function send(sent: Promise<string>) {
    const wrong = await sent;
    setError(wrong);
    if (wrong === "") setName("");
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!isBusy) void send(onSave(name.trim()));
  }

  return (
    <form noValidate onSubmit={onSubmit}>
      <NameField
        label="Save what is shown now as"
        hint={words}
        name={name}
        error={error}
        onName={(typed) => {
          setName(typed);
          setError("");
        }}
      >
        <Button type="submit" variant="primary" busy={isBusy} className="shrink-0">
          Save
        </Button>
      </NameField>
      {twin ? (
        <Button size="sm" className="mt-2 max-w-full" onClick={() => isBusy || void send(onRenew(twin))}>
          <span className="truncate">Let “{twin.name}” show this instead</span>
        </Button>
      ) : null}
    </form>
  );
}

function isSame(one: Shown, other: Shown): boolean {
  const written = ({ filter }: Shown) => String(writeFilter(filter));
  return one.asBoard === other.asBoard && written(one) === written(other);
}
