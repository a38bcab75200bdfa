"use client";

import { useEffect, useState } from "react";
import { get } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useDesk } from "@/components/workspace/desk-context";
import type { AccountView } from "@/lib/domain/draft/account";

/** The desk's accounts, asked for when a form wants them; null until they are here, and `problem` says why they are not. */
export function useAccounts(): { accounts: AccountView[] | null; problem: string | null; again: () => void } {
  const { slug } = useDesk();
  const [accounts, setAccounts] = useState<AccountView[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [asked, setAsked] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is what `asked` is counted for.
  useEffect(() => {
    const abort = new AbortController();
    void get<{ accounts: AccountView[] }>(`/api/v1/w/${slug}/accounts`, abort.signal).then((answer) => {
      if (answer.ok) setAccounts(answer.value.accounts);
      setProblem(answer.ok ? null : answer.problem.sentence);
    });
    return () => abort.abort();
  }, [slug, asked]);
  return { accounts, problem, again: () => setAsked((times) => times + 1) };
}
