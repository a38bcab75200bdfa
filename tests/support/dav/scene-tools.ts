import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { readHistory } from "@/lib/queries/read-history";
import { must } from "../must";
import { asSuperuser } from "../superuser";

/** The value, or the refusal: whichever a test wants to look at. */
export function flat<T>(result: Result<T>): unknown {
  return result.ok ? result.value : result.refusal;
}

/** The whole history as somebody may read it, and for the client also the log behind it. */
export async function historyOf(actor: Actor): Promise<string> {
  const filter = { who: null, subject: null, refused: false, rows: true };
  const page = must(await readHistory(actor, filter, null));
  const log =
    actor.role === "client"
      ? await asSuperuser("SELECT before, after FROM log_entries WHERE workspace_id = $1", [
          actor.workspace.id,
        ])
      : [];
  return JSON.stringify([page, log]);
}
