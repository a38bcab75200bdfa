"use client";

import { type FormEvent, useState } from "react";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { answerLeaveText, leaveText } from "@/components/accounts/words";
import { Checkbox, TextArea, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sendByKey } from "@/components/ui/send-by-key";
import { useDesk } from "@/components/workspace/desk-context";
import type { AccountSaid, AccountView } from "@/lib/domain/draft/account";
import { SaveRow } from "../../_components/save-row";
import { useAskDesk } from "../../_components/use-ask-desk";
import { AccountBasics } from "./account-basics";
import { saidOf } from "./account-values";
import { useAccountVersion } from "./account-version";
import { AuthorShownChoice } from "./author-shown";

/** Everything that is said of an account and is no secret. */
export function AccountForm({ account }: { account: AccountView }) {
  const { clientShort: client, assistantShort: assistant, clientName } = useDesk();
  const { ask, busy, wrong } = useAskDesk();
  const { version, saw } = useAccountVersion();
  const kept = useKeptValues<AccountSaid>(aboutKey(useDesk(), "account", account.id), saidOf(account));
  const { values: said, change: say } = kept;
  const [done, setDone] = useState(false);
  const isCompany = said.voice === "company";

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setDone(false);
    const saved = await ask<{ version: number }>(`accounts/${account.id}/edit`, { ...said, version });
    if (!saved) return;
    saw(saved.version);
    kept.settle();
    setDone(true);
  }

  const text = (name: "shownName" | "signature" | "pageUrl") => ({
    name,
    value: said[name],
    error: wrong[name],
    autoComplete: "off",
    onChange: (event: { target: { value: string } }) => say({ [name]: event.target.value }),
  });
  return (
    <form
      onSubmit={save}
      onKeyDown={sendByKey}
      noValidate
      aria-label="How this account is shown"
      className="flex flex-col gap-4 rounded-sheet border border-line bg-sheet p-4"
    >
      <AccountBasics said={said} wrong={wrong} onChange={say} />
      <TextInput {...text("shownName")} label="Name that is shown" placeholder={clientName} maxLength={120} />
      <TextArea
        {...text("signature")}
        label="Signature"
        hint="It stands under everything that leaves from here, whoever typed the words."
        rows={3}
        maxLength={2000}
        letter
      />
      <AuthorShownChoice
        value={said.authorShown}
        isCompany={isCompany}
        wrong={wrong.authorShown}
        onChange={(authorShown) => say({ authorShown })}
      />
      <TextInput
        {...text("pageUrl")}
        label="Page to open"
        hint="Where approved words are pasted when no mail leaves from here, such as your messages there."
        placeholder="https://"
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
      />
      {isCompany ? (
        <div className="flex flex-col gap-1">
          <Checkbox
            label="Assistants may send delegable mail from here on their own"
            checked={said.assistantsSend}
            onChange={(event) => say({ assistantsSend: event.target.checked })}
          />
          <p className="ps-6.5 text-[0.8125rem] text-muted">{leaveText({ client, assistant })}</p>
          {wrong.assistantsSend ? (
            <p role="alert" className="ps-6.5 text-[0.8125rem] text-late">
              {wrong.assistantsSend}
            </p>
          ) : null}
        </div>
      ) : null}
      <div className="flex flex-col gap-1">
        <Checkbox
          label="Assistants may answer invitations that are delegable, without words"
          checked={said.assistantsAnswer}
          onChange={(event) => say({ assistantsAnswer: event.target.checked })}
        />
        <p className="ps-6.5 text-[0.8125rem] text-muted">{answerLeaveText({ client, assistant })}</p>
      </div>
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <SaveRow
        busy={busy !== ""}
        done={done ? "Saved." : ""}
        isTouched={kept.isTouched}
        onLeave={kept.forget}
      >
        <p className="text-[0.8125rem] text-muted">
          What is approved and has not left yet then needs your word again.
        </p>
      </SaveRow>
    </form>
  );
}
