"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type Answer, deskApi, type Problem } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useDesk } from "@/components/workspace/desk-context";
import type { SavedView, ViewSaid } from "@/lib/domain/task/saved-view";

/** What is removed keeps its place in `views` and is named in `gone`, the last one last. */
type Listed = { views: SavedView[]; gone: string[] };

/**
 * The views of whoever is at the desk; `list` is null until they are there. What is asked here answers with "" or with the
 * sentence that says why not.
 */
export function useViews() {
  const { slug } = useDesk();
  const [list, setList] = useState<Listed | null>(null);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState("");

  /** How many changes were answered in this window. */
  const changes = useRef(0);

  const load = useCallback(async () => {
    let known: number;
    let answer: Answer<{ views: SavedView[] }>;
    // A list that was asked for before a change, and is here after it, does not have it.
    do {
      known = changes.current;
      answer = await deskApi(slug).views();
    } while (known !== changes.current);
    if (answer.ok) setList((before) => withGone(answer.value.views, before));
    else setProblem(answer.problem.sentence);
  }, [slug]);
  useEffect(() => {
    void load();
  }, [load]);

  /** `what` is the button or row that waits; `then` says how the list stands afterwards. */
  async function ask<T>(
    what: string,
    asked: Promise<Answer<T>>,
    then: (done: T, list: Listed) => Listed,
  ): Promise<string> {
    setBusy(what);
    setProblem("");
    const answer = await asked;
    setBusy("");
    if (answer.ok) {
      changes.current += 1;
      setList((now) => then(answer.value, now ?? { views: [], gone: [] }));
      return "";
    }
    const { code } = answer.problem;
    if (code === "stale" || code === "not-found") await load();
    // Where this would stand otherwise, its row, is no longer there.
    if (code === "not-found") setProblem(answer.problem.sentence);
    return sentenceOf(answer.problem);
  }

  return {
    list,
    problem,
    busy,
    retry: () => {
      setProblem("");
      void load();
    },
    save: async (said: ViewSaid) => {
      const wrong = await ask("save", deskApi(slug).saveView(said), ({ id, version }, { views, gone }) => ({
        views: [...views, { ...said, id, version }],
        gone,
      }));
      // One that was saved just before, in a window that was closed at once, may have come after this window had asked.
      if (wrong === "") void load();
      return wrong;
    },
    rename: (view: SavedView, name: string) =>
      ask(view.id, deskApi(slug).editView(view, { name }), ({ version }, list) =>
        changed(list, view.id, { version, name }),
      ),
    /** Lets a view show something else under its old name. */
    renew: (view: SavedView, shown: Omit<ViewSaid, "name">) =>
      ask("save", deskApi(slug).editView(view, shown), ({ version }, list) =>
        changed(list, view.id, { ...shown, version }),
      ),
    remove: async (view: SavedView) =>
      setProblem(
        await ask(view.id, deskApi(slug).removeView(view), ({ version }, list) => ({
          ...changed(list, view.id, { version }),
          gone: [...list.gone, view.id],
        })),
      ),
    restore: async (view: SavedView) =>
      setProblem(
        await ask(view.id, deskApi(slug).restoreView(view), ({ version }, list) => ({
          ...changed(list, view.id, { version }),
          gone: list.gone.filter((id) => id !== view.id),
        })),
      ),
  };
}

function changed(list: Listed, id: string, to: Partial<SavedView>): Listed {
  return { ...list, views: list.views.map((view) => (view.id === id ? { ...view, ...to } : view)) };
}

/** The views as the desk has them, and between them, where they stood, those that can still be taken back. */
function withGone(fresh: SavedView[], before: Listed | null): Listed {
  const views = [...fresh];
  const gone = before?.gone.filter((id) => fresh.every((view) => view.id !== id)) ?? [];
  before?.views.forEach((view, at) => {
    if (gone.includes(view.id)) views.splice(at, 0, view);
  });
  return { views, gone };
}

function sentenceOf({ refusal, sentence }: Problem): string {
  return refusal?.code === "invalid" ? (Object.values(refusal.fields)[0] ?? sentence) : sentence;
}
