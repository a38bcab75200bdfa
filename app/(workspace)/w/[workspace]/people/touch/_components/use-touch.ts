"use client";

import { useEffect, useRef, useState } from "react";
import { get, type Problem, post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import type { Step } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { type Bar, useBar } from "@/app/(workspace)/w/[workspace]/queue/_components/use-bar";
import type { TypedContact } from "@/components/people/log-contact-dialog";
import { plainDayText } from "@/components/people/words";
import { useDesk } from "@/components/workspace/desk-context";
import { contactAt, sayContact } from "@/lib/domain/person/contact";
import type { TouchLine, TouchView } from "@/lib/domain/person/touch";

/** Much that happens at once is read once. */
const CALM_MS = 400;

type Change = { neverDue: true } | { pausedUntil: string };
type Back = NonNullable<ReturnType<Step["says"]>["back"]>;

/** Whom one is losing touch with as it is now: what one does about it, what others do meanwhile, and the bar that says so. */
export function useTouch(first: TouchView) {
  const { slug, zone, locale } = useDesk();
  const [view, setView] = useState(first);
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const { bar, show } = useBar();
  const asked = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const base = `/api/v1/w/${slug}`;
  useEffect(
    () => () => {
      asked.current?.abort();
      clearTimeout(timer.current);
    },
    [],
  );

  /** Reads from the top until at least `least` lines are there, or on from a cursor. Only the latest answer counts. */
  async function look(cursor: string | null, least = 0) {
    asked.current?.abort();
    const mine = new AbortController();
    asked.current = mine;
    const found: TouchLine[] = [];
    let from = cursor;
    while (true) {
      const query = from ? `?cursor=${encodeURIComponent(from)}` : "";
      const answer = await get<TouchView>(`${base}/people/touch${query}`, mine.signal);
      setProblem(answer.ok ? "" : answer.problem.sentence);
      if (!answer.ok) return setBusy(false);
      const { lines, ...rest } = answer.value;
      found.push(...lines);
      from = rest.more;
      if (from !== null && found.length < least) continue;
      setView((now) => ({ ...rest, lines: cursor ? [...now.lines, ...found] : found }));
      return setBusy(false);
    }
  }

  useChanges(null, () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void look(null, view.lines.length), CALM_MS);
  });

  /** Does it, says so, and reads the list again. Gives the problem, or null when it was done; `again`: what an offline "no" offers. */
  async function act<T>(
    { path, input, says, quiet = false }: Step<T>,
    again: Bar["action"] = null,
  ): Promise<Problem | null> {
    setBusy(true);
    const answer = await post<T>(`${base}/${path}`, input);
    if (!answer.ok) {
      setBusy(false);
      const { code, sentence } = answer.problem;
      if (!quiet) show({ says: sentence, tone: "refused", action: code === "offline" ? again : null });
      if (code === "stale" || code === "not-found") void look(null, view.lines.length);
      return answer.problem;
    }
    const { text, back } = says(answer.value);
    show({ says: text, tone: "plain", action: back ? undoBy(back) : null });
    void look(null, view.lines.length);
    return null;
  }

  function undoBy(back: Back): Bar["action"] {
    const action = {
      label: "Undo",
      shortcut: "U",
      onClick: () => {
        show(null);
        void act({ ...back, says: () => ({ text: "It is as it was." }) }, action);
      },
    };
    return action;
  }

  function log({ id: personId, name }: TouchLine, { how, day, note }: TypedContact) {
    return act<{ id: string; version: number }>({
      path: `people/${personId}/contacts`,
      input: { how, at: contactAt(day, Date.now(), zone), note },
      quiet: true,
      says: ({ id, version }) => ({
        text: `${name}: ${sayContact(how)} is written down.`,
        back: { path: `contacts/${id}/remove`, input: { version } },
      }),
    });
  }

  /** With the version of the line as it is now: a dialog may have been open for a while. */
  function set(line: TouchLine, change: Change, text: string, quiet = false) {
    const path = `people/${line.id}/touch`;
    const { version } = view.lines.find((one) => one.id === line.id) ?? line;
    return act<{ version: number; before: Record<string, unknown> }>({
      path,
      input: { ...change, version },
      quiet,
      says: (done) => ({ text, back: { path, input: { ...done.before, version: done.version } } }),
    });
  }

  return {
    view,
    problem,
    isBusy,
    bar,
    show,
    log,
    pause: (line: TouchLine, until: string) => {
      const text = `${line.name}: not before ${plainDayText(until, view.today, locale)}.`;
      return set(line, { pausedUntil: until }, text, true);
    },
    never: (line: TouchLine) => set(line, { neverDue: true }, `Nobody is reminded of ${line.name} any more.`),
    more: () => void look(view.more),
    again: () => void look(null, view.lines.length),
  };
}
