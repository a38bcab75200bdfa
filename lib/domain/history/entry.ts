import type { ActingRole, Door } from "@/lib/domain/actor";

/** One entry of a desk's log as a reader may see it. Instants are ISO UTC; `before`/`after` hold only what changed, by column name. */
export type LoggedChange = {
  seq: number;
  at: string;
  by: { name: string | null; role: ActingRole };
  door: Door;
  verb: string;
  /** task, person, person-date, event, member, invitation, import, account, desk. */
  subject: string;
  subjectId: string | null;
  /** What the subject is called now, if the reader may see it. */
  subjectName: string | null;
  /** Whether the task that it is about asked for an answer: an invitation, a request. */
  asksForAnswer?: boolean;
  /** Whether the member that it is about is an agent. */
  isOfAgent?: boolean;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** The refusal code when this was an attempt that was refused. */
  refusal: string | null;
};
