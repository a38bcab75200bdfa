"use client";

import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useState } from "react";
import { deskApi } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { KindIcon } from "@/components/tasks/kind-icon";
import { stateWords } from "@/components/tasks/words";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useModal } from "@/components/ui/use-modal";
import { useDesk } from "@/components/workspace/desk-context";
import type { Found } from "@/lib/domain/task/found";

type Props = { onClose: () => void; onOpen: (taskId: string) => void };

type Hit = { key: string; go: () => void };

/** Search over tasks, people and history: answers while one types, arrows walk, Enter opens. */
export function SearchDialog({ onClose, onOpen }: Props) {
  const desk = useDesk();
  const router = useRouter();
  const { ref, close, props } = useModal(true, onClose);
  const [words, setWords] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState("");
  const [at, setAt] = useState(0);
  const { slug } = desk;
  useEffect(() => ref.current?.showModal(), [ref]);
  useEffect(() => {
    if (words.trim() === "") return setFound(null);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await deskApi(slug).search(words, abort.signal);
      setProblem(answer.ok ? "" : answer.problem.sentence);
      if (!answer.ok) return;
      setFound(answer.value);
      setAt(0);
    }, 110);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [slug, words]);

  const open = (taskId: string) => {
    close();
    onOpen(taskId);
  };
  const go = (path: string) => {
    close();
    router.push(`/w/${slug}${path}`);
  };
  const tasks = found?.tasks ?? [];
  const people = found?.people ?? [];
  const history = found?.history ?? [];
  const hits: Hit[] = [
    ...tasks.map(({ id }) => ({ key: `t${id}`, go: () => open(id) })),
    ...people.map(({ id }) => ({ key: `p${id}`, go: () => go(`/people/${id}`) })),
    ...history.map(({ id, taskId }) => ({ key: `h${id}`, go: () => open(taskId) })),
  ];
  const listWords = { key: "all", go: () => go(`/queue?q=${encodeURIComponent(words.trim())}`) };
  if (words.trim() !== "") hits.push(listWords);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((now) => (hits.length === 0 ? 0 : (now + step + hits.length) % hits.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      hits[at]?.go();
    }
  }
  const current = hits[at]?.key;
  // The focus stays in the words, so the list does not follow the arrows by itself.
  useEffect(() => {
    if (current) document.getElementById(`hit-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const option = (key: string) => ({
    id: `hit-${key}`,
    role: "option" as const,
    "aria-selected": key === current,
    tabIndex: -1,
    onClick: () => hits.find((hit) => hit.key === key)?.go(),
    className: cx(
      "flex cursor-pointer items-center gap-3 rounded-lg px-3 py-2 pointer-coarse:min-h-12",
      key === current ? "bg-sunken" : "hover:bg-sunken/50",
    ),
  });

  return (
    <dialog
      ref={ref}
      {...props}
      aria-label="Search"
      className="mx-auto mt-[8dvh] mb-auto w-[calc(100%-1.5rem)] max-w-xl rounded-2xl border border-line bg-sheet p-0 shadow-lift backdrop:bg-black/35"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <input
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls="hits"
          aria-activedescendant={current ? `hit-${current}` : undefined}
          aria-label="Search tasks, people and history"
          placeholder="Search tasks, people and history"
          dir="auto"
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={onKeyDown}
          className="min-h-13 w-full bg-transparent text-base outline-none"
        />
        <IconButton label="Close" className="-me-2" onClick={close}>
          <X aria-hidden="true" className="size-4" />
        </IconButton>
      </div>
      <div
        id="hits"
        role="listbox"
        aria-label="Found"
        className="max-h-[60dvh] overflow-y-auto p-2 empty:hidden"
      >
        {tasks.map((task) => (
          <div key={task.id} {...option(`t${task.id}`)}>
            <KindIcon kind={task.kind} named />
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {task.title}
            </span>
            <span className="shrink-0 text-[0.8125rem] text-muted">{stateWords(task.state, desk)}</span>
          </div>
        ))}
        {people.map((person) => (
          <div key={person.id} {...option(`p${person.id}`)}>
            <Avatar name={person.name} />
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {person.name}
            </span>
            <span className="shrink-0 text-[0.8125rem] text-muted">Person</span>
          </div>
        ))}
        {history.map((entry) => (
          <div key={entry.id} {...option(`h${entry.id}`)}>
            <span dir="auto" className="min-w-0 flex-1 truncate text-[0.8125rem]">
              {entry.sentence}
            </span>
            <span className="shrink-0 text-[0.8125rem] text-muted">History</span>
          </div>
        ))}
        {words.trim() !== "" ? (
          <div {...option("all")}>
            <span className="min-w-0 flex-1 truncate text-muted">Show the queue with “{words.trim()}”</span>
          </div>
        ) : null}
      </div>
      <p role="status" className="px-5 pb-3 text-[0.8125rem] text-muted empty:hidden">
        {problem ||
          (found && tasks.length + people.length + history.length === 0
            ? "Nothing says this, or nearly this."
            : "")}
      </p>
    </dialog>
  );
}
