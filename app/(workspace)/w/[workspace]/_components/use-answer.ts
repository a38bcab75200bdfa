"use client";

import { useState } from "react";
import { calendarApi } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { type Problem, post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useInvitation } from "@/app/(workspace)/w/[workspace]/_components/use-invitation";
import { useKept } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import type { AnswerTyped } from "@/components/calendar/answer-form";
import { useDesk } from "@/components/workspace/desk-context";
import type { AnswerKind } from "@/lib/domain/calendar/answer";

/** How an answer is given: what the card of “For you” does with it is its own way. Null: it was given; else why not, and `kept` by what. */
export type GiveAnswer = (
  answer: AnswerKind,
  typed: AnswerTyped & { overProtected: boolean; asked: string | null },
) => Promise<{ says: string; kept: readonly string[] | null } | null>;

const nothingChosen: Omit<AnswerTyped, "words"> = { accountId: null, slot: null };

/** The answer to the invitation of a task: what is typed for it, giving it, and what there is to do about one on its way. */
export function useAnswer(taskId: string, give?: GiveAnswer) {
  const { slug } = useDesk();
  const { invitation, isGone, read } = useInvitation(slug, taskId);
  const [words, setWords] = useKept(`firsthand:answer:${slug}:${taskId}`);
  const [isTouched, setTouched] = useState(false);
  const [chosen, setChosen] = useState(nothingChosen);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [kept, setKept] = useState<{ answer: AnswerKind; by: readonly string[] } | null>(null);
  // The note that waits with an answer is there to be read and changed; to answer anew does not lose it.
  const note = isTouched || words !== "" ? words : (invitation?.draft?.words ?? "");
  const typed: AnswerTyped = { ...chosen, words: note };

  const own: GiveAnswer = async (answer, said) => {
    const given = await calendarApi(slug).answer(taskId, { answer, ...said });
    return given.ok ? null : whyNot(given.problem);
  };

  async function send(answer: AnswerKind, overProtected = false): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    const slot = answer === "counter" ? chosen.slot : null;
    const asked = invitation?.asked ?? null;
    const no = await (give ?? own)(answer, { ...typed, slot, overProtected, asked });
    setBusy(false);
    setKept(no?.kept ? { answer, by: no.kept } : null);
    setProblem(no && !no.kept ? no.says : null);
    if (no === null) {
      setWords("");
      setTouched(false);
      setChosen(nothingChosen);
    }
    await read();
  }

  /** Something about an answer that is on its way: calling it back, trying again, saying what became of it. */
  async function act(path: string, input: Record<string, unknown> = {}): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const answer = await post(`/api/v1/w/${slug}/${path}`, input);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem.sentence);
    await read();
  }

  function type({ words: next, ...change }: Partial<AnswerTyped>): void {
    if (next !== undefined) {
      setWords(next);
      setTouched(true);
    }
    setChosen((now) => ({ ...now, ...change }));
  }

  const goOn = (yes: boolean) => (yes && kept ? void send(kept.answer, true) : setKept(null));
  return { invitation, isGone, typed, type, isBusy, problem, kept: kept?.by ?? null, goOn, send, act };
}

/** Why an answer was not given, as `GiveAnswer` says it. */
export function whyNot({ sentence, refusal }: Pick<Problem, "sentence" | "refusal">): {
  says: string;
  kept: readonly string[] | null;
} {
  return { says: sentence, kept: refusal?.code === "protected" ? refusal.kept : null };
}
