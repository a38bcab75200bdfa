"use client";

import { Paperclip } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import type { DraftHand } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-draft";
import { FileList } from "@/components/drafts/file-list";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { mostBytes } from "@/lib/domain/draft/attachment";

/** The files that go with the words: dropped, chosen, taken off and put back. */
export function FilesPart({ hand, isFixed }: { hand: DraftHand; isFixed: boolean }) {
  const { draft, base, act } = hand;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  if (isFixed && draft.attachments.length === 0) return null;

  async function attach(files: File[]) {
    const wrong: string[] = [];
    setProblem("");
    setBusy(true);
    for (const file of files) {
      if (file.size > mostBytes.one) {
        wrong.push(`${file.name} is larger than 10 MB, the most that fits here.`);
        continue;
      }
      const base64 = await readBase64(file);
      if (base64 === null) {
        wrong.push(`${file.name} could not be read.`);
        continue;
      }
      const attached = await act<{ attachmentId: string }>({
        path: `drafts/${draft.id}/attachments`,
        input: { name: file.name, mediaType: file.type || "application/octet-stream", base64 },
      });
      // Its sentence stands below; the next file would take that away.
      if (attached === null) break;
    }
    setProblem(wrong.join(" "));
    setBusy(false);
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void attach([...event.dataTransfer.files]);
  }

  const list = (
    <FileList
      files={draft.attachments}
      base={`${base}/draft-attachments`}
      onRemove={
        isFixed
          ? null
          : (file) =>
              void act<{ version: number }>({
                path: `draft-attachments/${file.id}/remove`,
                input: { version: file.version },
                says: `“${file.name}” is taken off.`,
                back: ({ version }) => ({
                  path: `draft-attachments/${file.id}/restore`,
                  input: { version },
                }),
              })
      }
    />
  );
  if (isFixed) return list;
  return (
    <fieldset
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cx(
        "flex flex-col gap-1.5 rounded-lg border border-dashed px-3 py-2",
        isOver ? "border-text bg-sunken" : "border-line",
      )}
    >
      <legend className="sr-only">Files</legend>
      {list}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          busy={isBusy}
          icon={<Paperclip aria-hidden="true" className="size-3.5" />}
          onClick={() => input.current?.click()}
        >
          Add a file
        </Button>
        <span className="text-[0.8125rem] text-muted pointer-coarse:hidden">or drop one here</span>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Add a file"
        onChange={(event) => {
          void attach([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <p role="alert" className="text-[0.8125rem] text-late empty:hidden">
        {problem}
      </p>
    </fieldset>
  );
}

function readBase64(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}
