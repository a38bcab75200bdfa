"use client";

import { useEffect, useRef, useState } from "react";
import { get } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import { useDesk } from "@/components/workspace/desk-context";
import type { PeopleView } from "@/lib/domain/person/view";
import type { Circle } from "@/lib/domain/policy/default-tags";

const PAUSE_MS = 130;
/** Much that happens at once, an import for one, is read once. */
const CALM_MS = 400;

type Wanted = { q: string; circle: Circle | null };

/** The list of people: read again as one types, as the address says, and as others change it. Only the latest answer counts. */
export function usePeople(view: PeopleView) {
  const { slug } = useDesk();
  const [shown, setShown] = useState(view);
  const [wanted, setWanted] = useState<Wanted>({ q: view.q, circle: view.circle });
  const [problem, setProblem] = useState("");
  const asked = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  /** Reads from the top until at least `least` people are there, or on from a cursor. */
  async function look(at: Wanted, cursor: string | null, least = 0) {
    asked.current?.abort();
    const mine = new AbortController();
    asked.current = mine;
    const found: PeopleView["people"] = [];
    let from = cursor;
    while (true) {
      const query = addressOf(at);
      if (from) query.set("cursor", from);
      const answer = await get<PeopleView>(`/api/v1/w/${slug}/people?${query}`, mine.signal);
      setProblem(answer.ok ? "" : answer.problem.sentence);
      if (!answer.ok) return;
      const { people, ...rest } = answer.value;
      found.push(...people);
      from = rest.more;
      if (from !== null && found.length < least) continue;
      return setShown((before) => ({ ...rest, people: cursor ? [...before.people, ...found] : found }));
    }
  }

  function soon(run: () => void, ms: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, ms);
  }

  function change(part: Partial<Wanted>) {
    const next = { ...wanted, ...part };
    setWanted(next);
    soon(() => {
      writeAddress(next);
      void look(next, null);
    }, PAUSE_MS);
  }

  /** Before one goes to another page: the address is written now, and not over the way there. */
  function settle() {
    clearTimeout(timer.current);
    writeAddress(wanted);
  }

  // Coming back by the browser's own button, the page is as it was first read; the address knows better.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list is opened.
  useEffect(() => {
    const there = readAddress();
    if (there.q !== view.q || there.circle !== view.circle) {
      setWanted(there);
      void look(there, null);
    }
    return () => {
      asked.current?.abort();
      clearTimeout(timer.current);
    };
  }, []);

  const reread = () => void look(wanted, null, shown.people.length);
  useChanges(null, () => soon(reread, CALM_MS));

  return {
    shown,
    wanted,
    problem,
    change,
    settle,
    reread,
    more: () => void look({ q: shown.q, circle: shown.circle }, shown.more),
  };
}

function addressOf({ q, circle }: Wanted): URLSearchParams {
  const query = new URLSearchParams();
  if (q.trim()) query.set("q", q.trim());
  if (circle) query.set("circle", circle);
  return query;
}

function writeAddress(wanted: Wanted) {
  const query = addressOf(wanted).toString();
  const search = query ? `?${query}` : "";
  if (search !== location.search) history.replaceState(null, "", location.pathname + search);
}

function readAddress(): Wanted {
  const query = new URLSearchParams(location.search);
  const circle = query.get("circle")?.slice(0, 40) || null;
  return { q: (query.get("q") ?? "").trim().slice(0, 200), circle };
}
