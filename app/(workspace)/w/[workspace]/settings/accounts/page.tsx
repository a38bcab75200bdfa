import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { firstName } from "@/lib/domain/person/first-name";
import { readAccounts } from "@/lib/queries/read-accounts";
import { AccountList } from "./_components/account-list";
import { AddAccount } from "./_components/add-account";
import { RemovedAccounts } from "./_components/removed-accounts";

export const metadata: Metadata = { title: "Accounts" };

export default async function AccountsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readAccounts(actor);
  if (!read.ok) redirect(signInPath(`/w/${workspace}/settings/accounts`));
  const { accounts, removed, canChange } = read.value;
  const client = firstName(actor.clientName);
  return (
    <>
      <section aria-labelledby="accounts">
        <SectionHeader
          id="accounts"
          title="Accounts"
          aside={canChange ? "where your words leave from" : `Only ${client} changes these`}
        />
        {accounts.length > 0 ? (
          <AccountList
            accounts={accounts}
            base={`/w/${workspace}/settings/accounts`}
            people={{ client, assistant: "an assistant" }}
          />
        ) : (
          <EmptyState title="No accounts yet">
            A mailbox, a LinkedIn profile, a company’s page: wherever {canChange ? "you are" : `${client} is`}{" "}
            present. Each has a voice and a signature of its own.
          </EmptyState>
        )}
      </section>
      {canChange ? (
        <section aria-labelledby="add">
          <SectionHeader id="add" title="Add an account" />
          <AddAccount />
        </section>
      ) : null}
      {removed.length > 0 ? (
        <section aria-labelledby="removed">
          <SectionHeader id="removed" title="Taken away" aside="what has left stays in the history" />
          <RemovedAccounts accounts={removed} />
        </section>
      ) : null}
    </>
  );
}
