import type { OpenState, Tag } from "@/lib/domain/task/task";
import type { TaskToMake } from "@/lib/use-cases/task/create-task";
import type { TaskEdit } from "@/lib/use-cases/task/edit-task";

/** Who does something in the demo: the desk's client, the assistant, or the agent that they answer for. */
export type Hand = "client" | "assistant" | "agent";

/** What happens to a task after it was made, in this order. `refused` is an attempt that the fence turns down. */
export type DemoAct =
  | { do: "move"; by: Hand; to: OpenState }
  | { do: "retag"; by: Hand; tag: Tag }
  | { do: "snooze"; by: Hand; until: Date | "answer" }
  | { do: "edit"; by: Hand; change: TaskEdit }
  | { do: "complete" | "decline"; by: Hand; note: string }
  | { do: "reopen"; by: Hand }
  | { do: "merge"; by: Hand; into: string }
  | { do: "refused"; by: Hand; attempt: "complete" | "loosen" };

/** A task of the demo. `key` is its own, so that making the demo twice makes it once; `person` and `account` are names. */
export type DemoTask = Omit<TaskToMake, "personId" | "accountId" | "sourceKey"> & {
  key: string;
  by: Hand;
  person?: string;
  account?: string;
  acts?: DemoAct[];
};

/** What happens to the task that somebody's yearly day has made. */
export type DemoDayTask = { person: string; acts: DemoAct[] };

/** A message as it came in. */
export function message(text: string, from: string, service: string | null = null) {
  return { text, from, receivedAt: null, service, url: null };
}
