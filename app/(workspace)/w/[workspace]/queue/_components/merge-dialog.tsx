"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { deskApi } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { TagPill } from "@/components/tasks/tag-pill";
import { Dialog } from "@/components/ui/dialog";
import { TextInput } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { Spinner } from "@/components/ui/spinner";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { isOpen, type Tag } from "@/lib/domain/task/task";
import type { TaskRow } from "@/lib/domain/task/view";

/** The other task of a fold, as far as one needs to know it. */
export type Twin = { id: string; title: string; version: number; tag: Tag };

type Props = { row: TaskRow; onClose: () => void; onChoose: (twin: Twin) => void };

/** Which task this one repeats: the likely ones first, any other by search. Digits choose, and while one types Enter takes the first. */
export function MergeDialog({ row, onClose, onChoose }: Props) {
  const { slug } = useDesk();
  const [words, setWords] = useState("");
  const [found, setFound] = useState<{ words: string; twins: Twin[] } | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      async () => {
        if (words.trim() === "") {
          const answer = await deskApi(slug).task(row.id, abort.signal);
          return setFound({ words, twins: answer.ok ? answer.value.likely : [] });
        }
        const answer = await deskApi(slug).search(words, abort.signal);
        const open = answer.ok ? answer.value.tasks.filter((task) => isOpen(task) && task.id !== row.id) : [];
        setFound({ words, twins: open });
      },
      words === "" ? 0 : 150,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [slug, row.id, words]);
  // While the likely ones are on their way the field has the focus: where nothing was typed meanwhile, they get it, and digits choose.
  useEffect(() => {
    if (found?.words === "") list.current?.querySelector("button")?.focus();
  }, [found]);
  const isTyped = words.trim() !== "";
  const numbered = (found?.twins ?? []).slice(0, 9);
  const keys = numbered.map((twin, at) => [String(at + 1), () => onChoose(twin)] as const);
  useKeys(true, Object.fromEntries(keys), { inDialog: true });

  /** From the field, Enter takes the first of what was found for just these words; arrows lead into the list. */
  function onFieldKey(event: KeyboardEvent<HTMLInputElement>) {
    const [first] = numbered;
    if (event.nativeEvent.isComposing || !isTyped || !first) return;
    if (event.key === "Enter" && found?.words === words) {
      event.preventDefault();
      onChoose(first);
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const all = list.current?.querySelectorAll("button");
      all?.[event.key === "ArrowUp" ? all.length - 1 : 0]?.focus();
    }
  }
  return (
    <Dialog open title="Fold into which?" onClose={onClose}>
      <p className="mb-3 text-muted">
        <span dir="auto">“{row.title}”</span> and the other become one task. The stricter one stays, and this
        can be undone.
      </p>
      {found === null ? (
        <Spinner label="Looking for likely ones" />
      ) : (
        <ul ref={list} className="-mx-2 mb-3">
          {numbered.map((twin, at) => (
            <li key={twin.id}>
              <button
                type="button"
                onClick={() => onChoose(twin)}
                className="flex w-full items-center gap-3 rounded-lg px-2 py-2 text-start hover:bg-sunken pointer-coarse:min-h-12"
              >
                {isTyped && at > 0 ? null : <Kbd>{isTyped ? "⏎" : String(at + 1)}</Kbd>}
                <span dir="auto" className="min-w-0 flex-1 truncate">
                  {twin.title}
                </span>
                <TagPill tag={twin.tag} />
              </button>
            </li>
          ))}
          {numbered.length === 0 ? (
            <li className="px-2 py-1 text-muted">
              {words ? "No open task says this." : "Nothing here looks like it."}
            </li>
          ) : null}
        </ul>
      )}
      <TextInput
        label="Look for another"
        type="search"
        value={words}
        maxLength={200}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onFieldKey}
      />
    </Dialog>
  );
}
