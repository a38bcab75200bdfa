"use client";

import { useRouter } from "next/navigation";
import { useDesk } from "@/components/workspace/desk-context";
import type { AccountView } from "@/lib/domain/draft/account";
import { AskAgain } from "../../_components/ask-again";
import { useAskDesk } from "../../_components/use-ask-desk";
import { useAccountVersion } from "./account-version";

/** Takes an account away, after asking again: its mail server's password is forgotten with it. */
export function RemoveAccount({ account }: { account: AccountView }) {
  const { slug } = useDesk();
  const router = useRouter();
  const { ask, busy, wrong } = useAskDesk();
  const { version } = useAccountVersion();

  async function remove() {
    if ((await ask(`accounts/${account.id}/remove`, { version })) === null) return false;
    router.push(`/w/${slug}/settings/accounts`);
    return true;
  }

  return (
    <AskAgain
      verb="Take it away"
      title="Take this account away?"
      keep="Keep it"
      busy={busy !== ""}
      wrong={wrong.form}
      onYes={remove}
    >
      <p>
        Nothing leaves from it any more; what has left stays in the history. You can bring it back, but its
        mail server’s password is forgotten.
      </p>
    </AskAgain>
  );
}
