import { renamePerson } from "@/lib/data/auth-store";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";

/** Changes what the actor is called, at all of their desks. */
export async function renameMe(actor: Actor, name: string): Promise<Result<null>> {
  await renamePerson(actor.userId as string, name);
  return granted(null);
}
