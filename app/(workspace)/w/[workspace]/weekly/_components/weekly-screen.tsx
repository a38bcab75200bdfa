"use client";

import { Printer } from "lucide-react";
import { useRef, useState } from "react";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { UndoRow } from "@/components/tasks/for-you/undo-row";
import { AgentBadge } from "@/components/ui/agent-badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/sheet";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import { HorizonLinks } from "@/components/weekly/horizon-links";
import { Line } from "@/components/weekly/line";
import { NoteForm } from "@/components/weekly/note-form";
import { Sections } from "@/components/weekly/sections";
import { useDesk } from "@/components/workspace/desk-context";
import { firstName } from "@/lib/domain/person/first-name";
import { isEmpty, type LineVerb, type WeeklyList } from "@/lib/domain/weekly/view";
import { saySpan } from "@/lib/domain/weekly/words";
import { useLines } from "./use-lines";

/** The weekly list as a page: the same as in the mail, to go through line by line, and to print. */
export function WeeklyScreen({ list }: { list: WeeklyList }) {
  const desk = useDesk();
  const { chosen, says, problem, busy, canUndo, walk, answer, undo, saveNote } = useLines(desk.slug, list);
  const act = (verb: LineVerb) => () => chosen && void answer(chosen, verb);
  useKeys(true, {
    j: () => walk(1),
    arrowdown: () => walk(1),
    k: () => walk(-1),
    arrowup: () => walk(-1),
    "1": act("mine"),
    "2": act("draft"),
    "3": act("skip"),
    ...undoKeys(undo),
  });
  const isClient = desk.role === "client";
  const mine = list.notes.find((note) => note.userId === list.reader.userId);
  const [written, setWritten] = useState(mine?.text ?? "");
  const note = useKeptValues(`firsthand:weekly-note:${desk.slug}`, { text: written });
  const typed = useRef("");
  function type(text: string) {
    typed.current = text;
    note.change({ text });
  }
  /** What is saved is kept in this tab no more; what was typed while it was being saved is. */
  async function putOnTop(text: string): Promise<string | null> {
    typed.current = text;
    const no = await saveNote(text);
    if (no !== null) return no;
    setWritten(text);
    if (typed.current === text) note.forget();
    return null;
  }
  const others = list.notes.filter((note) => note !== mine || isClient);
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-6 lg:px-8">
      <PageHeader
        title={`Coming up, ${saySpan(list)}`}
        lead={`Days to remember, and whom ${isClient ? "you are" : `${desk.clientShort} is`} losing touch with.`}
        actions={
          <Button onClick={() => print()} icon={<Printer aria-hidden="true" className="size-4" />}>
            Print
          </Button>
        }
      />
      <HorizonLinks slug={desk.slug} horizon={list.horizon} />
      {isClient ? null : (
        <NoteForm
          client={desk.clientShort}
          written={written}
          text={note.values.text}
          onText={type}
          onSave={putOnTop}
        />
      )}
      {others.map((note) => (
        <aside
          key={note.id}
          aria-label={`A note by ${note.by}${note.role === "agent" ? ", an agent" : ""}`}
          className="mb-4 rounded-sheet border border-dashed border-pencil-line bg-sheet px-4 py-3"
        >
          <p className="text-[0.8125rem] text-muted">
            <bdi>{firstName(note.by)}</bdi>
            {note.role === "agent" ? <AgentBadge /> : null} writes
          </p>
          <p dir="auto" className="wrap-anywhere font-serif text-[1.0625rem]">
            {note.text}
          </p>
        </aside>
      ))}
      <div className="sticky top-0 z-10 mb-2 bg-paper py-1 empty:hidden print:hidden">
        <UndoRow says={says} canUndo={canUndo} busy={busy} onUndo={() => void undo()} />
        {problem ? (
          <Notice tone="late" role="alert">
            {problem}
          </Notice>
        ) : null}
      </div>
      {isEmpty(list) ? (
        <EmptyState title={`Nothing comes up in the next ${list.horizon} days.`}>
          Nobody’s day is near, or it has been seen to, and nobody has been waiting too long to hear from{" "}
          {isClient ? "you" : desk.clientShort}.
        </EmptyState>
      ) : (
        <Sections
          list={list}
          slug={desk.slug}
          draw={(line) => (
            <Line
              line={line}
              list={list}
              slug={desk.slug}
              busy={busy}
              isChosen={line.key === chosen?.key}
              onAnswer={(one, verb) => void answer(one, verb)}
            />
          )}
        />
      )}
    </div>
  );
}
