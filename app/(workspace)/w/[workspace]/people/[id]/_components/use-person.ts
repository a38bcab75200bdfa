"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type Answer, get, post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import { useBar } from "@/app/(workspace)/w/[workspace]/queue/_components/use-bar";
import { useDesk } from "@/components/workspace/desk-context";
import type { PersonView } from "@/lib/domain/person/view";

/** Much that happens at once is read once. */
const CALM_MS = 400;

type Done = { version: number };
type Step<T> = {
  path: "edit" | "privacy" | "remove";
  input: Record<string, unknown>;
  /** What to say, and how to take it back. */
  says: (value: T) => { text: string; back?: { path: "edit" | "privacy"; input: Record<string, unknown> } };
};

/** Somebody's page as it is now: what one does, what others do meanwhile, and the bar that says so. */
export function usePerson(first: PersonView) {
  const { slug } = useDesk();
  const router = useRouter();
  const [person, setPerson] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const { bar, show } = useBar();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const url = `/api/v1/w/${slug}/people/${first.id}`;
  useEffect(() => setPerson(first), [first]);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function reread() {
    const now = await get<PersonView>(url);
    if (now.ok) setPerson(now.value);
    // Made private or taken off the desk: the server says so with a page of its own.
    else if (now.problem.code === "not-found") router.refresh();
  }

  useChanges(null, () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void reread(), CALM_MS);
  });

  async function act<T extends Done>(step: Step<T>, version = person.version): Promise<boolean> {
    setBusy(true);
    const answer: Answer<T> = await post<T>(`${url}/${step.path}`, { ...step.input, version });
    setBusy(false);
    if (!answer.ok) {
      show({ says: answer.problem.sentence, tone: "refused", action: null });
      if (answer.problem.code === "stale") await reread();
      return false;
    }
    if (step.path === "remove") return true;
    const { text, back } = step.says(answer.value);
    const undo = back && {
      label: "Undo",
      shortcut: "U",
      onClick: () => void act({ ...back, says: () => ({ text: "It is as it was." }) }, answer.value.version),
    };
    show({ says: text, tone: "plain", action: undo ?? null });
    await reread();
    return true;
  }

  return { person, isBusy, bar, show, act };
}
