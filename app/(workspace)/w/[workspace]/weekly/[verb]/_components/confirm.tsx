"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type Answered, weeklyApi } from "@/app/(workspace)/w/[workspace]/weekly/_components/weekly-api";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { Confirmation } from "@/lib/domain/weekly/confirm";
import type { LineVerb, WeeklyLine, WeeklyList } from "@/lib/domain/weekly/view";
import { sayDone } from "@/lib/domain/weekly/words";

type Props = {
  line: WeeklyLine;
  verb: LineVerb;
  label: string;
  list: Pick<WeeklyList, "reader" | "clientName">;
  first: Confirmation;
};

/** Says what will happen; its button does it, and the one after takes it back. */
export function Confirm({ line, verb, label, list, first }: Props) {
  const desk = useDesk();
  const api = weeklyApi(desk.slug);
  const router = useRouter();
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<{ says: string; answered: Answered } | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done) said.current?.focus();
  }, [done]);

  async function press() {
    setBusy(true);
    const answer = await api.answer(line, verb, note.trim());
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem.sentence);
    if (answer.ok)
      setDone({ says: sayDone(line, verb, list, answer.value.pausedUntil), answered: answer.value });
    // What has come of it, or what came between, is shown by the page itself, read anew.
    router.refresh();
  }

  async function undo(answered: Answered) {
    setBusy(true);
    const undone = await api.undo(line.person.id, answered);
    setBusy(false);
    setProblem(undone.ok ? null : undone.problem.sentence);
    if (undone.ok) setDone(null);
    router.refresh();
  }

  const shown = (
    <>
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2.5">
        {done ? (
          <Button size="lg" busy={busy} onClick={() => void undo(done.answered)}>
            Undo
          </Button>
        ) : null}
        {done?.answered.task ? (
          <LinkButton href={`/w/${desk.slug}/tasks/${done.answered.task.id}`} size="lg">
            See the task
          </LinkButton>
        ) : null}
        <LinkButton href={`/w/${desk.slug}/weekly`} size="lg" variant="quiet">
          The whole list
        </LinkButton>
      </div>
    </>
  );
  if (done)
    return (
      <>
        <p ref={said} tabIndex={-1} role="status" dir="auto" className="font-serif text-lg outline-none">
          {done.says}
        </p>
        {shown}
      </>
    );
  if (first.says !== "will")
    return (
      <>
        <p role="status" dir="auto" className="wrap-anywhere text-base">
          {first.sentence}
        </p>
        {shown}
      </>
    );
  const takesNote = verb === "draft" || (verb === "skip" && line.type === "day");
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void press();
      }}
    >
      <p dir="auto" className="wrap-anywhere text-base">
        {first.sentence}
      </p>
      {takesNote ? (
        <TextInput
          label={verb === "draft" ? "A note, if you like" : "Why, if you like"}
          value={note}
          maxLength={1000}
          autoComplete="off"
          onChange={(event) => setNote(event.target.value)}
        />
      ) : null}
      <Button type="submit" variant="primary" size="lg" busy={busy}>
        {label}: {line.person.name}
      </Button>
      {shown}
    </form>
  );
}
