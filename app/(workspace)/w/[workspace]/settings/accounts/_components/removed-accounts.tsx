"use client";

import { Button } from "@/components/ui/button";
import type { AccountView } from "@/lib/domain/draft/account";
import { useAskDesk } from "../../_components/use-ask-desk";

/** Accounts that were taken away, each to be brought back. */
export function RemovedAccounts({ accounts }: { accounts: AccountView[] }) {
  const { ask, busy, wrong } = useAskDesk();
  return (
    <ul className="rounded-sheet border border-line bg-sheet">
      {accounts.map(({ id, version, name, service }) => (
        <li key={id} className="flex items-center gap-3 border-b border-line px-4 py-2.5 last:border-b-0">
          <span className="min-w-0 flex-1 wrap-anywhere">
            <bdi>{name}</bdi> <bdi className="text-muted">{service}</bdi>
          </span>
          <Button
            size="sm"
            busy={busy === id}
            onClick={() => void ask(`accounts/${id}/restore`, { version }, id)}
            aria-label={`Bring ${name} back`}
          >
            Bring back
          </Button>
        </li>
      ))}
      {wrong.form ? (
        <li role="alert" className="px-4 py-2.5 text-[0.8125rem] text-late">
          {wrong.form}
        </li>
      ) : null}
    </ul>
  );
}
