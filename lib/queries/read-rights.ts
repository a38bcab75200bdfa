import { listChoices } from "@/lib/data/account-choices";
import { listAgents } from "@/lib/data/agents";
import { listCircles } from "@/lib/data/circles";
import { listLog } from "@/lib/data/log-lists";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { HistoryLine } from "@/lib/domain/history/view";
import { whatCirclesAsk } from "@/lib/domain/policy/circles";
import {
  type KindRight,
  kindRights,
  type Right,
  rightsOf,
  withheldFromDraftOnly,
} from "@/lib/domain/policy/rights";
import type { Result } from "@/lib/domain/result";
import { toLine } from "@/lib/queries/read-history";

/** What an assistant may do on this desk, and what was refused lately. */
export type RightsView = {
  rights: Right[];
  /** What an agent that prepares only may not, of all that an assistant may. */
  withheld: Right[];
  /** The agents of the desk, and whether each may finish what is delegable. */
  agents: { id: string; name: string; mayFinish: boolean }[];
  kinds: KindRight[];
  refused: HistoryLine[];
};

const refusedOnly = { who: null, refused: true, subject: null, rows: false };

/** The rights page: the same table for the client who asks about an assistant and for the assistant. Refuses `signed-out`. */
export function readRights(actor: Actor): Promise<Result<RightsView>> {
  return readAs(actor, async (tx, seq) => {
    const circles = await listCircles(tx, actor.workspace.id);
    const reader = { isClient: actor.role === "client" };
    const refused = await listLog(tx, actor.workspace.id, refusedOnly, reader, seq + 1, 10);
    const agents = await listAgents(tx, actor.workspace.id);
    const accounts = await listChoices(tx, actor.workspace.id);
    const leave = accounts.filter(({ assistantsSend }) => assistantsSend).map(({ name }) => name);
    const toAnswer = accounts
      .filter(({ assistantsAnswer, sendsMail }) => assistantsAnswer && sendsMail)
      .map(({ name }) => name);
    return {
      rights: rightsOf("assistant", leave, toAnswer),
      withheld: withheldFromDraftOnly(leave, toAnswer),
      agents: agents.map(({ id, name, mayFinish }) => ({ id, name, mayFinish })),
      kinds: kindRights(circles.map(({ key, name }) => ({ name, asks: whatCirclesAsk(circles, [key]) }))),
      refused: refused.entries.map((entry) => toLine(entry, actor)),
    };
  });
}
