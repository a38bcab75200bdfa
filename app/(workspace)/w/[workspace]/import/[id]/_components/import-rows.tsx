"use client";

import { useEffect, useState } from "react";
import { get } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import type { useChoices } from "@/app/(workspace)/w/[workspace]/import/[id]/_components/use-choices";
import { ImportRow } from "@/components/import/import-row";
import { countOf, outcomeWords } from "@/components/import/words";
import { More } from "@/components/tasks/task-section";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import { type Outcome, outcomes } from "@/lib/domain/import/payload";
import type { ImportRowsPage, ImportView } from "@/lib/domain/import/view";

type Show = Outcome | "stays" | "differs" | null;

/** The lines of an import, all or of one outcome, read as one comes near their end. */
export function ImportRows({
  view,
  choices,
}: {
  view: ImportView;
  choices: ReturnType<typeof useChoices> | null;
}) {
  const desk = useDesk();
  const [show, setShow] = useState<Show>(null);
  const [page, setPage] = useState<ImportRowsPage>(view);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    setPage(view);
    setShow(null);
  }, [view]);

  async function look(next: Show, after: number) {
    setShow(next);
    const query = new URLSearchParams({ after: String(after), ...(next ? { show: next } : {}) });
    const answer = await get<ImportRowsPage>(`/api/v1/w/${desk.slug}/imports/${view.id}?${query}`);
    setProblem(answer.ok ? "" : answer.problem.sentence);
    if (!answer.ok) return;
    const { rows, more } = answer.value;
    setPage((before) => ({ rows: after < 0 ? rows : [...before.rows, ...rows], more }));
  }

  const tense = view.state === "previewed" ? "will" : "did";
  const filters = [
    { value: null as Show, label: "All", count: view.total },
    ...outcomes.map((outcome) => ({
      value: outcome as Show,
      label: outcomeWords[outcome][tense],
      count: countOf(view.counts, outcome),
    })),
    { value: "stays" as Show, label: "Still here", count: view.state === "undone" ? view.counts.stayed : 0 },
    {
      value: "differs" as Show,
      label: "Differs",
      count: view.state === "previewed" ? (view.counts.differs ?? 0) : 0,
    },
  ].filter(({ value, count }) => value === null || count > 0);
  return (
    <section aria-label="Lines">
      <fieldset className="mb-2 flex flex-wrap gap-1.5">
        <legend className="sr-only">Show</legend>
        {filters.map(({ value, label, count }) => (
          <button
            key={label}
            type="button"
            aria-pressed={value === show}
            onClick={() => look(value, -1)}
            className={cx(
              "min-h-8 rounded-full border px-3 text-[0.8125rem] pointer-coarse:min-h-11",
              value === show ? "border-text bg-sheet font-medium" : "border-line text-muted hover:text-text",
            )}
          >
            {label} <span className="text-muted tabular-nums">{count.toLocaleString(desk.locale)}</span>
          </button>
        ))}
      </fieldset>
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      <ul className="border-t border-line">
        {page.rows.map((row) => (
          <ImportRow
            key={row.position}
            row={row}
            base={`/w/${desk.slug}`}
            state={view.state}
            choice={
              choices && {
                isLeftOut: choices.leftOut.has(row.position),
                circle: choices.circleAt(row.position),
                onLeaveOut: (isOut) => choices.leaveOut(row.position, isOut),
                wayOf: ({ field, chosen }) => choices.wayAt(row.position, field) ?? chosen,
                onWay: (field, way) => choices.setWayAt(row.position, field, way),
                onCircle: (circle) => choices.setCircleAt(row.position, circle),
              }
            }
          />
        ))}
      </ul>
      {page.more === null ? null : (
        <More key={`${show}:${page.more}`} onMore={() => page.more !== null && look(show, page.more)} />
      )}
    </section>
  );
}
