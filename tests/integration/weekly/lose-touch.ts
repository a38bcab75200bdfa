import { randomUUID } from "node:crypto";
import { insertContact } from "@/lib/data/contacts";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { must } from "../../support/must";

/** Somebody with whom Mira had a call in January, and likes to hear from each other every so many days. Gives their id. */
export async function loseTouch(client: Actor, name: string, cadenceDays: number, at: Date): Promise<string> {
  const { id } = must(await addPerson(client, { name }, at));
  const workspaceId = client.workspace.id;
  const lastAt = new Date("2026-01-05T10:00:00Z");
  must(
    await writeAs(client, "set-cadence", { kind: "person", id }, async (tx) => {
      await tx.person.updateMany({ where: { workspaceId, id }, data: { cadenceDays } });
      const call = {
        id: randomUUID(),
        personId: id,
        at: lastAt,
        how: "call",
        note: "",
        isPrivate: false,
      } as const;
      await insertContact(tx, workspaceId, call);
      return granted(null);
    }),
  );
  return id;
}
