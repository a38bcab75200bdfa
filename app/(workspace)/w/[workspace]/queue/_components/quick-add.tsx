"use client";

import { Plus } from "lucide-react";
import { type RefObject, useEffect, useId, useState } from "react";
import { deskApi } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useKept } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { Kbd } from "@/components/ui/kbd";
import { latePart } from "@/components/ui/late-part";
import { Link } from "@/components/ui/link";
import { Spinner } from "@/components/ui/spinner";
import { useDesk } from "@/components/workspace/desk-context";
import { QUICK_ADD_LIMIT, type QuickAddPreview } from "@/lib/domain/task/quick-add";
import type { TaskRow } from "@/lib/domain/task/view";

const QuickAddLook = latePart(() =>
  import("@/components/tasks/quick-add-preview").then((m) => m.QuickAddLook),
);

const PAUSE_MS = 140;

type Props = { inputRef: RefObject<HTMLInputElement | null>; onMade: (task: TaskRow) => void };

/** One line that becomes a task: previewed while typed, saved by Enter, kept until it is saved. */
export function QuickAdd({ inputRef, onMade }: Props) {
  const desk = useDesk();
  const api = deskApi(desk.slug);
  const help = useId();
  const [line, setLine] = useKept(`firsthand:quick-add:${desk.slug}`);
  const [isHere, setHere] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const preview = usePreview(line, isHere);

  async function save() {
    const text = line.trim();
    if (text === "" || isSaving) return;
    setSaving(true);
    setProblem(null);
    const answer = await api.quickAdd(text);
    setSaving(false);
    if (!answer.ok) {
      const { refusal, sentence } = answer.problem;
      return setProblem(refusal?.code === "invalid" ? Object.values(refusal.fields).join(" ") : sentence);
    }
    setLine("");
    if (answer.value.task) onMade(answer.value.task);
  }

  const isOpen = isHere && line.trim() !== "" && (preview !== null || problem !== null);
  return (
    <form
      className="relative min-w-0 grow basis-32"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onFocus={() => setHere(true)}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setHere(false)}
    >
      <label htmlFor={`${help}-line`} className="sr-only">
        Add a task in one line
      </label>
      <input
        ref={inputRef}
        id={`${help}-line`}
        dir="auto"
        autoComplete="off"
        maxLength={QUICK_ADD_LIMIT}
        enterKeyHint="done"
        placeholder="Add: “birthday Tomas 3 May lead 7” …"
        value={line}
        aria-describedby={isOpen ? `${help}-look` : undefined}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => {
          setLine(event.target.value);
          setProblem(null);
        }}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        className="min-h-9 w-full rounded-lg border border-line bg-sheet ps-3.5 pe-11 text-sm text-ellipsis pointer-coarse:min-h-11 pointer-coarse:text-base"
      />
      <span className="pointer-events-none absolute end-2.5 top-0 flex h-9 items-center pointer-coarse:hidden">
        {isSaving ? <Spinner label="Adding" /> : line ? null : <Kbd>C</Kbd>}
      </span>
      {line && !isSaving ? (
        <button
          type="submit"
          aria-label="Add"
          title="Add (Enter)"
          className="absolute end-0 top-0 inline-flex size-9 items-center justify-center text-muted hover:text-text pointer-coarse:size-11"
        >
          <Plus aria-hidden="true" className="size-4" />
        </button>
      ) : null}
      {line ? null : (
        <Link
          href={`/w/${desk.slug}/tasks/new`}
          aria-label="Write a task in full"
          className="absolute end-0 top-0 inline-flex size-11 items-center justify-center text-muted pointer-fine:hidden"
        >
          <Plus aria-hidden="true" className="size-5" />
        </Link>
      )}
      {isOpen ? (
        <div
          id={`${help}-look`}
          role="status"
          className="absolute inset-x-0 top-full z-30 mt-1.5 min-w-[min(24rem,100vw-2rem)] rounded-xl border border-line bg-sheet p-3.5 shadow-lift"
        >
          {problem ? <p className="mb-2 text-[0.8125rem] text-late">{problem}</p> : null}
          {preview ? <QuickAddLook preview={preview} /> : null}
          <p className="mt-2.5 flex items-center gap-1.5 text-xs text-muted pointer-coarse:hidden">
            <Kbd>⏎</Kbd> adds it <Kbd>Esc</Kbd> leaves it here for later
          </p>
        </div>
      ) : null}
    </form>
  );
}

/** What the line would make, as the server reads it, a moment after the typing pauses. */
function usePreview(line: string, isOn: boolean): QuickAddPreview | null {
  const { slug } = useDesk();
  const [preview, setPreview] = useState<QuickAddPreview | null>(null);
  useEffect(() => {
    if (!isOn || line.trim() === "") {
      setPreview(null);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await deskApi(slug).preview(line, abort.signal);
      if (answer.ok) setPreview(answer.value);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [slug, line, isOn]);
  return preview;
}
