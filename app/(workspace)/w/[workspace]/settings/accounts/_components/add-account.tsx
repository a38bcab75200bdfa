"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import { useAskDesk } from "../../_components/use-ask-desk";
import { AccountBasics } from "./account-basics";
import { noAccount } from "./account-values";

/** One more account; its signature, its mail server and the rest come on its own page. */
export function AddAccount() {
  const desk = useDesk();
  const router = useRouter();
  const { ask, busy, wrong } = useAskDesk();
  const { values: said, change, forget } = useKeptValues(aboutKey(desk, "account", "new"), noAccount);

  async function add(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const added = await ask<{ id: string }>("accounts", said);
    if (!added) return;
    forget();
    router.push(`/w/${desk.slug}/settings/accounts/${added.id}`);
  }

  return (
    <form
      onSubmit={add}
      noValidate
      aria-label="Add an account"
      className="flex flex-col gap-3 rounded-sheet border border-line bg-sheet p-4"
    >
      <AccountBasics said={said} wrong={wrong} onChange={change} />
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" busy={busy !== ""}>
          Add account
        </Button>
      </div>
    </form>
  );
}
