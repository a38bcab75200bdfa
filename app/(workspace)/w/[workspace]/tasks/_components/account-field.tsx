"use client";

import { useAccounts } from "@/app/(workspace)/w/[workspace]/tasks/_components/use-accounts";
import { voiceText } from "@/components/accounts/words";
import { tagWithAccount } from "@/components/tasks/account-words";
import { TagPill } from "@/components/tasks/tag-pill";
import type { FormValues } from "@/components/tasks/task-form-values";
import { Select } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { AccountView } from "@/lib/domain/draft/account";
import type { Tag } from "@/lib/domain/task/task";

type Props = {
  form: FormValues;
  /** The tag of a task that exists. */
  tagBefore: Tag | null;
  error: string | undefined;
  onChange: (account: FormValues["account"]) => void;
};

/** Which of the client's accounts a task is about, whose voice each speaks in, and which tag follows from it. */
export function AccountField({ form, tagBefore, error, onChange }: Props) {
  const desk = useDesk();
  const { accounts, problem, again } = useAccounts();
  const { account } = form;
  const chosen = accounts?.find(({ id }) => id === account?.id);
  const isGone = account !== null && !chosen;
  const people = { client: desk.clientShort, assistant: desk.assistantShort };
  const nameOf = ({ name, service, voice }: AccountView) =>
    `${name}${service && service !== name ? ` · ${service}` : ""}, ${voiceText(voice, people)}`;
  const follows = isGone ? null : tagWithAccount(form, chosen?.voice ?? null, tagBefore, desk);

  function choose(id: string) {
    const found = accounts?.find((one) => one.id === id);
    if (found) onChange({ id, name: found.name });
    else if (id === "") onChange(null);
  }

  return (
    <div className="flex flex-col gap-2">
      {accounts?.length === 0 ? <NoAccount /> : null}
      {accounts?.length === 0 && account === null ? null : (
        <Select
          label="Account"
          value={account?.id ?? ""}
          error={error}
          aria-busy={accounts === null && problem === null}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">No account</option>
          {isGone ? (
            <option value={account.id}>
              {account.name}
              {accounts ? ", taken away since" : ""}
            </option>
          ) : null}
          {accounts?.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one)}
            </option>
          ))}
        </Select>
      )}
      {problem ? (
        <p role="alert" className="text-[0.8125rem] text-late">
          The accounts are not here yet. {problem}{" "}
          <button type="button" className="underline underline-offset-2" onClick={again}>
            Try again
          </button>
        </p>
      ) : null}
      {follows ? (
        <p role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-muted">
          <TagPill tag={follows.tag} />
          <span>{follows.says}</span>
        </p>
      ) : null}
    </div>
  );
}

function NoAccount() {
  const { slug, role, clientShort } = useDesk();
  return (
    <Notice role="note">
      There is no account on this desk yet.{" "}
      {role === "client" ? "Add one under " : `Only ${clientShort} can add one, under `}
      <Link href={`/w/${slug}/settings/accounts`} className="underline underline-offset-2">
        Settings → Accounts
      </Link>
      .
    </Notice>
  );
}
