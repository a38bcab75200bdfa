"use client";

import { Check, Pencil, Trash2, X } from "lucide-react";
import {
  type ComponentProps,
  type FormEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useRef,
  useState,
} from "react";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { controlClass, Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { LONGEST_VIEW_NAME, type SavedView } from "@/lib/domain/task/saved-view";

type RowProps = {
  view: SavedView;
  /** Its filter, in words. */
  words: string;
  /** The digit that goes there; none after the ninth. */
  digit: string | null;
  isShown: boolean;
  isBusy: boolean;
  onGo: () => void;
  onRename: () => void;
  onRemove: () => void;
};

/** A view as one line: the whole of it goes there, at its end stand its new name and its end. */
export function ViewRow(props: RowProps) {
  const { view, words, digit, isShown, isBusy } = props;
  return (
    <li aria-busy={isBusy || undefined} className={cx("flex items-center gap-1", isBusy && "opacity-60")}>
      <button
        type="button"
        data-view={view.id}
        aria-current={isShown || undefined}
        aria-keyshortcuts={digit ?? undefined}
        onClick={props.onGo}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-lg px-2 py-1.5 text-start hover:bg-sunken focus-visible:outline-offset-0 pointer-coarse:min-h-12"
      >
        <span className="w-5 shrink-0 pointer-coarse:hidden">{digit ? <Kbd>{digit}</Kbd> : null}</span>
        <span className="min-w-0 flex-1">
          <span
            dir="auto"
            title={view.name}
            className={cx("block truncate", isShown ? "font-semibold" : "font-medium")}
          >
            {view.name}
          </span>
          <span dir="auto" title={words} className="block truncate text-[0.8125rem] text-muted">
            {words}
          </span>
        </span>
        {isShown ? <Check aria-hidden="true" className="size-4 shrink-0" /> : null}
      </button>
      <IconButton label={`Rename “${view.name}”`} title="Rename" onClick={props.onRename}>
        <Pencil aria-hidden="true" className="size-4" />
      </IconButton>
      <IconButton label={`Remove “${view.name}”`} title="Remove" onClick={props.onRemove}>
        <Trash2 aria-hidden="true" className="size-4" />
      </IconButton>
    </li>
  );
}

type NameProps = {
  view: SavedView;
  isBusy: boolean;
  /** Answers with what is wrong with the name, or "". */
  onName: (name: string) => Promise<string>;
  onGiveUp: () => void;
};

/** The name of a view while it is written anew: Enter saves it, Escape gives it up. */
export function RenameRow({ view, isBusy, onName, onGiveUp }: NameProps) {
  const [name, setName] = useState(view.name);
  const [error, setError] = useState("");
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    ref.current?.focus();
    ref.current?.select();
  }, []);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    if (name.trim() === view.name) return onGiveUp();
    setError(await onName(name.trim()));
  }

  return (
    <li className="px-2 py-1.5">
      <form
        noValidate
        onSubmit={onSubmit}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          // The window stays open.
          event.preventDefault();
          onGiveUp();
        }}
      >
        <NameField
          label={`New name of “${view.name}”`}
          labelHidden
          inputRef={ref}
          name={name}
          error={error}
          onName={(typed) => {
            setName(typed);
            setError("");
          }}
        >
          <Button type="submit" busy={isBusy} className="shrink-0">
            Rename
          </Button>
          <IconButton label="Leave the name as it is" className="size-9" onClick={onGiveUp}>
            <X aria-hidden="true" className="size-4" />
          </IconButton>
        </NameField>
      </form>
    </li>
  );
}

type FieldProps = Pick<ComponentProps<typeof Field>, "label" | "labelHidden" | "hint" | "error"> & {
  name: string;
  onName: (typed: string) => void;
  inputRef?: Ref<HTMLInputElement>;
  /** The buttons behind it. */
  children: ReactNode;
};

/** What a view is to be called, with its buttons on the same line. */
export function NameField({ name, onName, inputRef, children, ...around }: FieldProps) {
  return (
    <Field {...around}>
      {(wiring) => (
        <div className="flex gap-2">
          <input
            {...wiring}
            ref={inputRef}
            dir="auto"
            value={name}
            maxLength={LONGEST_VIEW_NAME}
            onChange={(event) => onName(event.target.value)}
            className={controlClass}
          />
          {children}
        </div>
      )}
    </Field>
  );
}

type GoneProps = { view: SavedView; isLast: boolean; isBusy: boolean; onUndo: () => void };

/** Where a view stood that was removed just now: the way back. */
export function GoneRow({ view, isLast, isBusy, onUndo }: GoneProps) {
  return (
    <li className="flex items-center gap-3 px-2 py-1.5 text-muted pointer-coarse:min-h-12">
      <p role="status" className="flex min-w-0 flex-1">
        <span dir="auto" title={view.name} className="truncate">
          “{view.name}”
        </span>
        <span className="shrink-0 whitespace-pre"> is removed.</span>
      </p>
      <Button
        size="sm"
        busy={isBusy}
        data-undo={view.id}
        shortcut={isLast ? "U" : undefined}
        aria-label={`Undo: keep “${view.name}”`}
        onClick={onUndo}
      >
        Undo
      </Button>
    </li>
  );
}
