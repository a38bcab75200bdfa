"use client";

import { useEffect, useState } from "react";
import { takeShare } from "@/app/_components/kept-share";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import type { Chosen } from "@/app/(workspace)/w/[workspace]/_components/person-field";
import { useDesk } from "@/components/workspace/desk-context";
import type { CaptureMade, CapturePreview } from "@/lib/domain/capture/captured";
import { isShared, readSharedParams, type SharedWords } from "@/lib/domain/capture/shared-params";
import type { TaskKind } from "@/lib/domain/task/task";
import type { TaskRow } from "@/lib/domain/task/view";

/** What whoever captures says themselves; what is null is left to be guessed. */
export type Said = {
  title: string | null;
  text: string | null;
  kind: TaskKind | null;
  person: Chosen | null;
  due: string;
  isPrivate: boolean;
};

type Step =
  | { is: "asking" }
  | { is: "saving" }
  | { is: "kept"; task: TaskRow; isFirst: boolean }
  | { is: "undoing"; task: TaskRow }
  | { is: "taken-back" };

const nothingSaid: Said = { title: null, text: null, kind: null, person: null, due: "", isPrivate: false };
const PAUSE_MS = 160;

/** Capturing: what was shared, what is said about it, what that would make, and what became of it. */
export function useCapture() {
  const { slug } = useDesk();
  const base = `/api/v1/w/${slug}`;
  const [shared, setShared] = useState<SharedWords | null>(null);
  const [said, setSaid] = useState(nothingSaid);
  const [step, setStep] = useState<Step>({ is: "asking" });
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const there = readSharedParams(location.search, location.hash);
    setShared(isShared(there) ? there : (takeShare() ?? there));
  }, []);
  const input = shared && toInput(shared, said);
  const { preview, errors } = usePreview(`${base}/capture/preview`, input);

  async function save(again: boolean) {
    if (step.is !== "asking") return;
    if (input === null) return setProblem("Write or paste something first.");
    if (isUnchosen(said.person)) return setProblem("Choose somebody from the list, or add them.");
    setProblem("");
    setStep({ is: "saving" });
    const privately = said.isPrivate ? { isPrivate: true } : {};
    const answer = await post<CaptureMade>(`${base}/capture`, {
      ...input,
      ...privately,
      ...(again ? { again } : {}),
    });
    if (answer.ok) return setStep({ is: "kept", task: answer.value.task, isFirst: answer.value.made });
    setStep({ is: "asking" });
    setProblem(answer.problem.sentence);
  }

  async function undo(task: TaskRow) {
    setStep({ is: "undoing", task });
    const answer = await post(`${base}/tasks/${task.id}/undo`, { version: task.version });
    setStep(answer.ok ? { is: "taken-back" } : { is: "kept", task, isFirst: true });
    setProblem(answer.ok ? "" : answer.problem.sentence);
  }

  return {
    shared,
    said,
    preview,
    errors,
    step,
    problem,
    save,
    undo,
    say: (part: Partial<Said>) => {
      setSaid((now) => ({ ...now, ...part }));
      setProblem("");
    },
    backToIt: () => setStep({ is: "asking" }),
  };
}

function toInput(shared: SharedWords, { title, text, kind, person, due }: Said) {
  const words = { title: title ?? shared.title, text: text ?? shared.text, url: shared.url };
  if (!isShared(words)) return null;
  return {
    ...Object.fromEntries(Object.entries(words).filter(([, value]) => value.trim() !== "")),
    ...(kind === null ? {} : { kind }),
    ...(person === null ? {} : { personId: person.id }),
    ...(due.trim() === "" ? {} : { due }),
  };
}

/** A name was typed, and nobody chosen for it. */
function isUnchosen(person: Chosen | null): boolean {
  return person !== null && person.id === null && person.name.trim() !== "";
}

/** What it would make, as the server reads it, a moment after the typing pauses. */
function usePreview(url: string, input: object | null) {
  const [seen, setSeen] = useState<{ preview: CapturePreview | null; errors: Record<string, string> }>({
    preview: null,
    errors: {},
  });
  const asked = JSON.stringify(input);
  useEffect(() => {
    if (asked === "null") return setSeen({ preview: null, errors: {} });
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await post<CapturePreview>(url, JSON.parse(asked), abort.signal);
      if (answer.ok) return setSeen({ preview: answer.value, errors: {} });
      const { refusal, sentence } = answer.problem;
      const errors = refusal?.code === "invalid" ? refusal.fields : { form: sentence };
      setSeen(({ preview }) => ({ preview, errors }));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [url, asked]);
  return seen;
}
