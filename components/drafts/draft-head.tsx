"use client";

import { Ellipsis } from "lucide-react";
import { sayDraftState, sayPresent } from "@/components/drafts/draft-words";
import { TagPill } from "@/components/tasks/tag-pill";
import { kindWords } from "@/components/tasks/words";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useDesk } from "@/components/workspace/desk-context";
import type { DraftView, PresentView } from "@/lib/domain/draft/view";

type Props = { draft: DraftView; here: readonly PresentView[]; onRemove: (() => void) | null };

/** The head of a draft's page: which task it is for, where it is in its life, and who else has it open. */
export function DraftHead({ draft, here, onRemove }: Props) {
  const desk = useDesk();
  const { task } = draft;
  const isSubmitted = draft.state === "submitted" || draft.state === "expired";
  return (
    <header className="mb-4">
      <div className="mb-1.5 flex min-h-9 items-center gap-2">
        <TagPill tag={task.tag} />
        <span className="min-w-0 flex-1 truncate text-[0.8125rem] text-muted">
          {[kindWords[task.kind], task.isPrivate ? "private" : ""].filter(Boolean).join(" · ")}
        </span>
        {onRemove ? (
          <Menu
            label="More for this draft"
            buttonClassName="inline-flex size-9 items-center justify-center rounded-lg text-muted hover:bg-sunken pointer-coarse:size-11"
            button={<Ellipsis aria-hidden="true" className="size-4" />}
          >
            <MenuItem danger onSelect={onRemove}>
              Remove the draft
            </MenuItem>
          </Menu>
        ) : null}
      </div>
      <h1 dir="auto" className="wrap-anywhere font-serif text-2xl leading-tight font-medium">
        {task.title}
      </h1>
      <p className="mt-1 text-[0.8125rem] text-muted" role="status">
        <span className={isSubmitted ? "font-medium text-text" : undefined}>
          {sayDraftState(draft, desk, desk)}
        </span>{" "}
        {sayPresent(here)}
      </p>
    </header>
  );
}
