"use client";

import { FileUp, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useId, useState } from "react";
import { type Sent, sendFiles } from "@/app/(workspace)/w/[workspace]/import/_components/send-files";
import { Progress } from "@/components/import/progress";
import { sizeText } from "@/components/import/words";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useDesk } from "@/components/workspace/desk-context";
import { MOST_IMPORT_BYTES, MOST_IMPORT_FILES } from "@/lib/schemas/import";

/** Choosing or dropping files. Nothing is made of them before somebody has looked at what it would be. */
export function ChooseFiles() {
  const desk = useDesk();
  const router = useRouter();
  const id = useId();
  const [files, setFiles] = useState<File[]>([]);
  const [sent, setSent] = useState<Sent | null>(null);
  const [problem, setProblem] = useState("");
  const [isOver, setOver] = useState(false);

  function add(more: FileList | null) {
    if (!more) return;
    const known = new Set(files.map(keyOf));
    const all = [...files, ...[...more].filter((file) => !known.has(keyOf(file)))];
    setFiles(all);
    setProblem(whyNot(all));
  }

  function take(file: File) {
    const rest = files.filter((one) => one !== file);
    setFiles(rest);
    setProblem(whyNot(rest));
  }

  async function look() {
    const no = files.length === 0 ? "Choose at least one file." : whyNot(files);
    setProblem(no);
    if (no !== "") return;
    setSent({ sent: 0, read: 0 });
    const answer = await sendFiles(desk.slug, files, setSent);
    if (answer.ok) return router.push(`/w/${desk.slug}/import/${answer.value.id}`);
    setSent(null);
    const { refusal, sentence } = answer.problem;
    setProblem(refusal?.code === "invalid" ? (refusal.fields.files ?? sentence) : sentence);
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  }

  return (
    <div className="flex flex-col gap-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first. */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cx(
          "relative flex flex-col items-center gap-2 rounded-sheet border border-dashed px-5 py-10 text-center",
          isOver ? "border-text bg-sunken/60" : "border-edge/60 bg-sheet",
        )}
      >
        <FileUp aria-hidden="true" className="size-6 text-muted" />
        <label htmlFor={id} className="font-medium underline underline-offset-2">
          Choose files
        </label>
        <p className="text-muted">
          or drop them here: .vcf, .csv or .json for people, .ics for a calendar, up to 32 MB together
        </p>
        <input
          id={id}
          type="file"
          multiple
          accept=".vcf,.vcard,.csv,.tsv,.json,.ics,.ical,.ifb,.vcs,text/vcard,text/x-vcard,text/csv,application/json,text/calendar"
          aria-describedby={problem ? `${id}-error` : undefined}
          aria-invalid={problem ? true : undefined}
          disabled={sent !== null}
          onChange={(event) => {
            add(event.target.files);
            event.target.value = "";
          }}
          className="absolute inset-0 cursor-pointer opacity-0"
        />
      </div>
      {problem ? (
        <p id={`${id}-error`} role="alert" className="text-late">
          {problem}
        </p>
      ) : null}
      {files.length > 0 ? (
        <ul aria-label="Chosen files" className="flex flex-col gap-1">
          {files.map((file) => (
            <li
              key={keyOf(file)}
              className="flex items-center gap-2 rounded-lg border border-line bg-sheet py-1 ps-3 pe-1"
            >
              <bdi className="min-w-0 flex-1 truncate">{file.name}</bdi>
              <span className="text-[0.8125rem] text-muted">{sizeText(file.size)}</span>
              <IconButton
                label={`Take away ${file.name}`}
                disabled={sent !== null}
                onClick={() => take(file)}
              >
                <X aria-hidden="true" className="size-4" />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      {sent === null ? (
        <div>
          <Button variant="primary" disabled={files.length === 0} onClick={look}>
            Look what it would make
          </Button>
        </div>
      ) : (
        <Progress label={saySent(sent, files)} {...(sent.sent < 1 ? { done: sent.sent, of: 1 } : {})} />
      )}
    </div>
  );
}

function keyOf(file: File): string {
  return `${file.name}|${file.size}|${file.lastModified}`;
}

function whyNot(files: File[]): string {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (bytes > MOST_IMPORT_BYTES)
    return `Together these files have ${sizeText(bytes)}; 32 MB fit at once. Take one away, or import them one after the other.`;
  if (files.length > MOST_IMPORT_FILES) return `Choose at most ${MOST_IMPORT_FILES} files at a time.`;
  const empty = files.find((file) => file.size === 0);
  return empty ? `“${empty.name}” is empty.` : "";
}

/** "Sending, 40 %", then "Reading 4.3 MB: 1,200 people and events so far". */
function saySent({ sent, read }: Sent, files: File[]): string {
  if (sent < 1) return `Sending, ${Math.round(sent * 100)} %`;
  const size = sizeText(files.reduce((sum, file) => sum + file.size, 0));
  if (read === 0) return `Reading ${size}. A long address book takes up to a minute.`;
  return `Reading ${size}: ${read.toLocaleString("en-GB")} ${read === 1 ? "person or event" : "people and events"} so far.`;
}
