import { listAccounts } from "@/lib/data/accounts";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { AccountSaid } from "@/lib/domain/draft/account";
import { addAccount } from "@/lib/use-cases/account/add-account";
import { must } from "./must";

export type AccountToMake = Pick<AccountSaid, "name" | "service" | "voice"> & Partial<AccountSaid>;

/** Names a place where the client is present, or finds it by its name; gives its id. Only the client may. */
export async function makeAccount(client: Actor, account: AccountToMake): Promise<string> {
  const all = must(await readAs(client, (tx) => listAccounts(tx, client.workspace.id)));
  const known = all.find((one) => one.name === account.name);
  if (known) return known.id;
  const said: AccountSaid = {
    address: "",
    shownName: "",
    signature: "",
    authorShown: "client",
    assistantsSend: false,
    assistantsAnswer: false,
    pageUrl: "",
    ...account,
  };
  return must(await addAccount(client, said)).id;
}
