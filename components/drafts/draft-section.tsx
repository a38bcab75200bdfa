"use client";

import { sayDraftState } from "@/components/drafts/draft-words";
import { AgentBadge } from "@/components/ui/agent-badge";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { stampText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import { takesDraft } from "@/lib/domain/draft/takes-draft";
import type { DraftLine } from "@/lib/domain/draft/view";
import { firstName } from "@/lib/domain/person/first-name";
import { isOpen, type TaskKind, type TaskState } from "@/lib/domain/task/task";

type Task = { id: string; kind: TaskKind; state: TaskState; mergedIntoId: string | null };

/** The draft of a task in a few lines: where it is, how it begins, and the way to it. */
export function DraftSection({ task, draft }: { task: Task; draft: DraftLine | null }) {
  const desk = useDesk();
  const href = `/w/${desk.slug}/tasks/${task.id}/draft`;
  if (draft === null) return isOpen(task) && takesDraft(task.kind) ? <Begin href={href} /> : null;
  const inInk = draft.role === "client";
  return (
    <Sheet pencil={!inInk} aria-label="Draft">
      <SheetHeader
        title={`Draft, version ${draft.latest}`}
        aside={
          <>
            <span className={inInk ? "text-ink" : "text-pencil"}>
              {inInk ? "ink" : "pencil"}: {firstName(draft.by)}
              {draft.role === "agent" ? <AgentBadge /> : null}
            </span>
            , {stampText(draft.at, desk)}
          </>
        }
      />
      <p className="text-[0.8125rem] text-muted">{sayWhere(draft, desk)}</p>
      {draft.reason ? (
        <p dir="auto" className="wrap-anywhere mt-1 line-clamp-3 text-[0.8125rem] text-ink">
          “{draft.reason}”
        </p>
      ) : null}
      {draft.called ? (
        <div className="mt-2">
          <Notice role="note">
            <strong className="font-semibold">
              <bdi>{firstName(draft.called.by)}</bdi>
              {draft.called.role === "agent" ? <AgentBadge /> : null} asks for you:
            </strong>{" "}
            <span dir="auto" className="wrap-anywhere line-clamp-3 whitespace-pre-line">
              {draft.called.note}
            </span>
          </Notice>
        </div>
      ) : null}
      <p
        dir="auto"
        className={cx(
          "wrap-anywhere mt-1.5 line-clamp-4 font-serif text-[1.0625rem] leading-[1.5] whitespace-pre-line",
          inInk ? "text-ink" : "text-pencil",
        )}
      >
        {draft.beginning}
      </p>
      <Link
        href={href}
        className="mt-2 inline-flex items-center gap-2 text-[0.8125rem] font-medium pointer-coarse:min-h-11"
      >
        <span className="underline underline-offset-2">Open the draft</span> <Kbd>P</Kbd>
      </Link>
    </Sheet>
  );
}

function Begin({ href }: { href: string }) {
  return (
    <Link
      href={href}
      className="flex items-center gap-2 rounded-sheet border border-dashed border-pencil-line px-4 py-3 text-[0.8125rem] font-semibold text-muted hover:bg-sunken/60 pointer-coarse:min-h-11"
    >
      <span className="flex-1">Write a draft</span>
      <Kbd>P</Kbd>
    </Link>
  );
}

function sayWhere(draft: DraftLine, desk: ReturnType<typeof useDesk>): string {
  if (draft.sending === "failed") return "Approved, but it could not be sent.";
  if (draft.sending === "unsure") return "Nobody can know whether it arrived.";
  const isOnItsWay = draft.sending !== null && draft.sending !== "sent";
  return isOnItsWay ? "On its way." : sayDraftState(draft, desk, desk);
}
