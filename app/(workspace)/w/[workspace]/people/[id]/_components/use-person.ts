"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type Answer, get, type Problem, post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import { takeStays } from "@/app/(workspace)/w/[workspace]/people/_components/what-stays";
import { useBar } from "@/app/(workspace)/w/[workspace]/queue/_components/use-bar";
import { sayStays } from "@/components/people/say-stays";
import { useDesk } from "@/components/workspace/desk-context";
import type { PersonView } from "@/lib/domain/person/view";

/** Much that happens at once is read once. */
const CALM_MS = 400;

/** One thing to do on somebody's page. */
export type Step<T = unknown> = {
  /** The handler, below the desk's: "people/<id>/edit", "facts/<id>/remove". */
  path: string;
  /** What it is asked, with the version that was seen where it wants one. */
  input: Record<string, unknown>;
  /** What to say, and how to take it back; "" says nothing. */
  says: (value: T) => { text: string; back?: { path: string; input: Record<string, unknown> } };
  /** Somebody else shows the "no": the field where it was typed. */
  quiet?: boolean;
};

/** Somebody's page, as its sections are given it. */
export type PersonPage = ReturnType<typeof usePerson>;

/** Somebody's page as it is now: what one does, what others do meanwhile, and the bar that says so. */
export function usePerson(first: PersonView) {
  const desk = useDesk();
  const { slug } = desk;
  const client = desk.role === "client" ? "you" : desk.clientShort;
  const router = useRouter();
  const [person, setPerson] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const { bar, show } = useBar();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isGone = useRef(false);
  const base = `/api/v1/w/${slug}`;
  useEffect(() => setPerson(first), [first]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const stays = takeStays(slug, first.id);
    if (stays > 0) show({ says: `Saved.${sayStays(stays, client)}`, tone: "plain", action: null });
  }, [slug, first.id, client, show]);

  async function reread() {
    if (isGone.current) return;
    const now = await get<PersonView>(`${base}/people/${first.id}`);
    if (now.ok) setPerson(now.value);
    // Made private or taken off the desk: the server says so with a page of its own.
    else if (now.problem.code === "not-found" && !isGone.current) router.refresh();
  }

  useChanges(null, () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void reread(), CALM_MS);
  });

  /** Does it, says so, and reads the page again. Gives the problem, or null when it was done. */
  async function act<T>({ path, input, says, quiet = false }: Step<T>): Promise<Problem | null> {
    setBusy(true);
    const answer: Answer<T> = await post<T>(`${base}/${path}`, input);
    setBusy(false);
    if (!answer.ok) {
      if (!quiet) show({ says: answer.problem.sentence, tone: "refused", action: null });
      if (answer.problem.code === "stale") await reread();
      return answer.problem;
    }
    const { text, back } = says(answer.value);
    const undo = back && {
      label: "Undo",
      shortcut: "U",
      onClick: () => void act({ ...back, says: () => ({ text: "It is as it was." }) }),
    };
    show(text === "" ? null : { says: text, tone: "plain", action: undo ?? null });
    await reread();
    return null;
  }

  /** The person is leaving the desk by one's own hand: nothing is read again. */
  function letGo() {
    isGone.current = true;
  }

  return { person, isBusy, bar, show, act, letGo };
}
