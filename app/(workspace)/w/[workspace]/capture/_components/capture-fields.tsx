"use client";

import { ExternalLink } from "lucide-react";
import { PersonField } from "@/app/(workspace)/w/[workspace]/_components/person-field";
import { TagPill } from "@/components/tasks/tag-pill";
import { kindWords } from "@/components/tasks/words";
import { Checkbox, Select, TextArea, TextInput } from "@/components/ui/field";
import { Sheet } from "@/components/ui/sheet";
import { fullText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import type { CapturePreview } from "@/lib/domain/capture/captured";
import type { SharedWords } from "@/lib/domain/capture/shared-params";
import { ruleSays } from "@/lib/domain/policy/default-tags";
import { type TaskKind, taskKinds } from "@/lib/domain/task/task";
import type { Said } from "./use-capture";

type Props = {
  shared: SharedWords;
  said: Said;
  preview: CapturePreview | null;
  errors: Record<string, string>;
  onSay: (part: Partial<Said>) => void;
};

/** The fields of what is captured: as guessed until somebody says it themselves, with the tag that the rules give. */
export function CaptureFields({ shared, said, preview, errors, onSay }: Props) {
  const desk = useDesk();
  const url = preview?.url ?? shared.url;
  const wrong = said.due.trim() ? preview?.problems.at(-1) : undefined;
  return (
    <Sheet aria-label="What it becomes" className="flex flex-col gap-4">
      <TextInput
        label="What is to be done"
        maxLength={500}
        value={said.title ?? preview?.title ?? shared.title}
        placeholder={preview?.title}
        onChange={(event) => onSay({ title: event.target.value })}
      />
      <div className="grid gap-4 min-[26rem]:grid-cols-2">
        <Select
          label="Kind"
          value={said.kind ?? preview?.kind ?? "other"}
          onChange={(event) => onSay({ kind: event.target.value as TaskKind })}
        >
          {taskKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords[kind]}
            </option>
          ))}
        </Select>
        <TextInput
          label="When"
          maxLength={100}
          placeholder="Friday 15:00"
          value={said.due}
          error={errors.due ?? wrong}
          onChange={(event) => onSay({ due: event.target.value })}
        />
      </div>
      <PersonField
        value={said.person ?? preview?.person ?? { id: null, name: "" }}
        error={errors.personId}
        onChange={(person) => onSay({ person })}
      />
      <TextArea
        label="Their words"
        letter
        rows={3}
        maxLength={50_000}
        className="[&_textarea]:max-h-[40dvh]"
        value={said.text ?? preview?.message?.text ?? (preview ? "" : shared.text)}
        onChange={(event) => onSay({ text: event.target.value })}
      />
      {url ? (
        <p className="min-w-0 text-[0.8125rem] text-muted">
          From{" "}
          <a
            href={url}
            target="_blank"
            rel="noreferrer noopener"
            className="wrap-anywhere underline underline-offset-2"
          >
            <bdi>{shortened(url)}</bdi> <ExternalLink aria-hidden="true" className="inline size-3.5" />
          </a>
        </p>
      ) : null}
      {desk.role === "client" ? (
        <Checkbox
          label="Private: nobody but you sees it"
          checked={said.isPrivate}
          onChange={(event) => onSay({ isPrivate: event.target.checked })}
        />
      ) : null}
      {preview ? (
        <p role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-muted">
          <TagPill tag={preview.tag} />
          <span>{ruleSays(preview.rule)}</span>
          {preview.dueAt ? <span>Due {fullText(preview.dueAt, desk, preview.dueAllDay)}.</span> : null}
        </p>
      ) : null}
    </Sheet>
  );
}

function shortened(url: string): string {
  return url.length <= 90 ? url : `${url.slice(0, 89)}…`;
}
