import { randomUUID } from "node:crypto";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Voice } from "@/lib/domain/policy/default-tags";
import { granted } from "@/lib/domain/result";
import { must } from "./must";

export type AccountToMake = { name: string; service: string; voice: Voice };

/** Names a place where the client is present, or finds it by its name; gives its id. Only the client may. */
export async function makeAccount(client: Actor, account: AccountToMake): Promise<string> {
  const workspaceId = client.workspace.id;
  const made = await writeAs(client, "add-account", { kind: "desk", id: workspaceId }, async (tx) => {
    const known = await tx.account.findFirst({
      where: { workspaceId, name: account.name },
      select: { id: true },
    });
    if (known) return granted(known.id);
    const id = randomUUID();
    await tx.account.createMany({ data: [{ ...account, workspaceId, id }] });
    return granted(id);
  });
  return must(made).value;
}
