import { randomUUID } from "node:crypto";
import { findPerson } from "@/lib/data/people";
import { insertPromise } from "@/lib/data/promises";
import { findTask } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Promiser } from "@/lib/domain/person/promise";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";
import type { EntryChanged } from "@/lib/use-cases/contact/write-contact";

/** A promise to write down. `dueOn` is "YYYY-MM-DD", or null for no day; `taskId` the task in which it was made. */
export type PromiseInput = {
  text: string;
  whose: Promiser;
  dueOn: string | null;
  isPrivate: boolean;
  taskId: string | null;
};

/** Writes down what the client, or somebody, promised; what was promised in a private task is private. Refuses `not-found`, and `only-client` for privacy from an assistant. */
export async function addPromise(
  actor: Actor,
  personId: string,
  input: PromiseInput,
): Promise<Result<EntryChanged>> {
  const id = randomUUID();
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "add-promise", { kind: "person", id: personId }, async (tx) => {
    if ((await findPerson(tx, workspaceId, personId)) === null) return refused({ code: "not-found" });
    const task = input.taskId ? await findTask(tx, workspaceId, input.taskId) : null;
    if (input.taskId && task === null) return refused({ code: "not-found" });
    const isPrivate = input.isPrivate || task?.isPrivate === true;
    const no = isPrivate ? whyNotMakePrivate(actor) : null;
    if (no !== null) return refused(no);
    await insertPromise(tx, workspaceId, { ...input, isPrivate, id, personId });
    return granted(id);
  });
  return written.ok ? granted({ id, version: 1, seq: written.value.seq }) : written;
}
