import type { DraftWay } from "@/lib/domain/draft/draft";
import type { AccountChoice } from "@/lib/domain/draft/view";

/**
 * What leaves below the words, said before anybody approves them: the account's signature, and that whoever put them forward is named.
 * Both "" where there is nothing. `client` is the client's first name.
 */
export function standsBelow(
  account: Pick<AccountChoice, "signature" | "authorShown"> | null,
  way: DraftWay,
  client: string,
): { signature: string; named: string } {
  const signature = account?.signature.trim() ?? "";
  if (way !== "mail" || account === null) return { signature, named: "" };
  switch (account.authorShown) {
    case "client":
      return { signature, named: "" };
    case "client-and-sender":
      return { signature, named: `If an assistant put it forward: “Sent by … for ${client}”.` };
    case "representative":
      return { signature, named: "Whoever sends it is named as the one who writes." };
  }
}
