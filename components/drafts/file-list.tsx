"use client";

import { Paperclip, X } from "lucide-react";
import { sayBytes } from "@/components/drafts/draft-words";
import { IconButton } from "@/components/ui/button";
import type { AttachmentView } from "@/lib/domain/draft/view";

type Props = {
  files: readonly AttachmentView[];
  /** Where a file is fetched, to be followed by its id. */
  base: string;
  onRemove: ((file: AttachmentView) => void) | null;
};

/** The files that hang on a draft, with their sizes. */
export function FileList({ files, base, onRemove }: Props) {
  if (files.length === 0) return null;
  return (
    <ul aria-label="Files" className="flex flex-col">
      {files.map((file) => (
        <li key={file.id} className="flex items-center gap-2 py-0.5">
          <Paperclip aria-hidden="true" className="size-4 shrink-0 text-muted" />
          <a
            href={`${base}/${file.id}`}
            download={file.name}
            className="min-w-0 truncate underline decoration-line underline-offset-2 hover:decoration-current pointer-coarse:py-3"
          >
            <bdi>{file.name}</bdi>
          </a>
          <span className="shrink-0 text-[0.8125rem] text-muted">{sayBytes(file.size)}</span>
          {onRemove ? (
            <IconButton label={`Take ${file.name} off`} onClick={() => onRemove(file)}>
              <X aria-hidden="true" className="size-4" />
            </IconButton>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
