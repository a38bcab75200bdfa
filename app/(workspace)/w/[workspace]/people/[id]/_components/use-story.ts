"use client";

import { useEffect, useRef, useState } from "react";
import { get } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useDesk } from "@/components/workspace/desk-context";
import type { StoryEntry, StoryKind, StoryPage } from "@/lib/domain/person/story";
import type { PersonView } from "@/lib/domain/person/view";

/** Somebody's story: the first page comes with their page and with every change, the rest as one asks. Only the latest answer counts. */
export function useStory(person: PersonView) {
  const { slug } = useDesk();
  const [kind, setKind] = useState<StoryKind | null>(null);
  const [page, setPage] = useState<StoryPage>(person.story);
  const [problem, setProblem] = useState("");
  const asked = useRef<AbortController>(null);

  async function read(of: StoryKind | null, cursor: string | null) {
    asked.current?.abort();
    const mine = new AbortController();
    asked.current = mine;
    const query = new URLSearchParams({ ...(of ? { kind: of } : {}), ...(cursor ? { cursor } : {}) });
    const answer = await get<StoryPage>(`/api/v1/w/${slug}/people/${person.id}/story?${query}`, mine.signal);
    setProblem(answer.ok ? "" : answer.problem.sentence);
    if (!answer.ok) return;
    const { entries, more } = answer.value;
    setPage((before) => ({ entries: cursor ? joined(before.entries, entries) : entries, more }));
  }

  // What others do meanwhile comes with the person; of one kind alone it is asked for again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the page was read again.
  useEffect(() => {
    if (kind === null) setPage(person.story);
    else void read(kind, null);
  }, [person.story]);
  useEffect(() => () => asked.current?.abort(), []);

  function choose(next: StoryKind | null) {
    setKind(next);
    if (next !== null) return void read(next, null);
    asked.current?.abort();
    setPage(person.story);
  }

  return { kind, page, problem, choose, more: () => void read(kind, page.more) };
}

/** Two pages as one list: what came in between would stand there twice. */
function joined(before: StoryEntry[], next: StoryEntry[]): StoryEntry[] {
  const there = new Set(before.map((entry) => `${entry.kind} ${entry.id}`));
  return [...before, ...next.filter((entry) => !there.has(`${entry.kind} ${entry.id}`))];
}
