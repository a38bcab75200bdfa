import type { ActingRole, Role } from "@/lib/domain/actor";
import type { ContactHow } from "@/lib/domain/person/contact";
import type { Promiser } from "@/lib/domain/person/promise";
import type { TaskKind } from "@/lib/domain/task/task";

/** What the story of somebody is made of, in the order of the filter. */
export const storyKinds = ["gesture", "message", "meeting", "contact", "promise"] as const;
export type StoryKind = (typeof storyKinds)[number];

/** Why a meeting to which somebody was asked was not agreed upon: one of the two said no, or the client never said yes. */
export const meetingsNotAgreed = ["client-declined", "they-declined", "open"] as const;
export type MeetingNotAgreed = (typeof meetingsNotAgreed)[number];

type Common = { id: string; at: string; isPrivate: boolean };

/** One thing that happened with somebody. `at` is an ISO instant, `year` the year it was in where the client lives. */
export type StoryEntry = { year: number } & (
  | (Common & {
      kind: "gesture";
      taskId: string;
      taskKind: TaskKind;
      title: string;
      outcome: "done" | "declined";
      by: string;
      role: Role;
      note: string;
      /** The exact words that went out, where somebody kept them. */
      words: string;
      undoneAt: string | null;
    })
  | (Common & { kind: "message"; taskId: string; from: string; service: string; text: string })
  | (Common & {
      kind: "meeting";
      title: string;
      allDay: boolean;
      isCancelled: boolean;
      notAgreed: MeetingNotAgreed | null;
      isComing: boolean;
    })
  | (Common & {
      kind: "contact";
      version: number;
      how: ContactHow;
      note: string;
      by: string;
      role: ActingRole;
    })
  | (Common & {
      kind: "promise";
      version: number;
      whose: Promiser;
      text: string;
      dueOn: string | null;
      keptAt: string | null;
      by: string;
      role: ActingRole;
    })
);

/** A page of the story, the latest first; `more` is the cursor of the next. */
export type StoryPage = { entries: StoryEntry[]; more: string | null };
