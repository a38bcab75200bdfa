import { authorShownText, voiceText } from "@/components/accounts/words";
import { Facts } from "@/components/ui/facts";
import { Sheet } from "@/components/ui/sheet";
import type { AccountView } from "@/lib/domain/draft/account";
import { firstName } from "@/lib/domain/person/first-name";

/** An account as an assistant reads it: everything but how to sign in. */
export function AccountRead({ account, clientName }: { account: AccountView; clientName: string }) {
  const people = { client: firstName(clientName), assistant: "an assistant" };
  const shown = authorShownText(account.authorShown, people);
  return (
    <Sheet aria-label="About this account">
      <Facts
        rows={[
          ["Where it is", account.service],
          ["In whose voice", voiceText(account.voice, people).replace(/^a/, "A")],
          ["E-mail address", account.address],
          ["Name that is shown", account.shownName || clientName],
          ["Signature", account.signature],
          ["Who is shown", `${shown.label}. ${shown.says}`],
          ["Page to open", account.pageUrl],
          [
            "On your own",
            account.assistantsSend
              ? "You may send delegable mail from here without approval."
              : `Everything waits for ${people.client}’s approval.`,
          ],
          [
            "Invitations",
            account.assistantsAnswer
              ? "You may answer those that are delegable, without words."
              : `Every answer waits for ${people.client}’s approval.`,
          ],
        ]}
      />
    </Sheet>
  );
}
