import type { ActingRole, Role } from "@/lib/domain/actor";
import type { CalendarAnswer } from "@/lib/domain/calendar/answer";
import type {
  AuthorShown,
  By,
  DraftState,
  DraftWay,
  Recipient,
  SendingState,
} from "@/lib/domain/draft/draft";
import type { SentenceWords } from "@/lib/domain/draft/sentences-of";
import type { Mark, Towards, VoiceSheet } from "@/lib/domain/draft/voice";
import type { DiffPart } from "@/lib/domain/draft/word-diff";
import type { Circle } from "@/lib/domain/policy/default-tags";
import type { Tag, TaskKind, TaskState } from "@/lib/domain/task/task";

/** What whoever looks may do with a draft: the buttons are drawn from this, the server asks the same rules again. */
export type DraftCan = {
  write: boolean;
  submit: boolean;
  takeBack: boolean;
  approve: boolean;
  askChanges: boolean;
  callBack: boolean;
  sendAgain: boolean;
  release: boolean;
  sayWentOut: boolean;
  remove: boolean;
};

/** An account to send from, as a choice. `sendsMail`: a mail server is set for it. */
export type AccountChoice = {
  id: string;
  name: string;
  service: string;
  voice: "personal" | "company";
  address: string;
  shownName: string;
  signature: string;
  authorShown: AuthorShown;
  assistantsSend: boolean;
  assistantsAnswer: boolean;
  sendsMail: boolean;
  pageUrl: string;
};

/** A saved phrase that was put in, as the desk has it or had it. `agent`: an agent's words, which no person saved. */
export type PhraseInView = { text: string; agent: { userId: string; name: string } | null };
/** A version as it was written, and the saved phrases that were put into it. */
/** `basedOn`: the number of the version that its writer had before them, mostly the one before it; 0 for none. */
export type VersionView = {
  no: number;
  basedOn: number;
  at: string;
  by: By;
  text: string;
  phrases: PhraseInView[];
};

export type CommentView = {
  id: string;
  version: number;
  onNo: number;
  note: string;
  mentions: string[];
  asksChanges: boolean;
  by: By;
  at: string;
  isMine: boolean;
};

export type AttachmentView = { id: string; version: number; name: string; mediaType: string; size: number };

export type SendingView = {
  id: string;
  version: number;
  state: SendingState;
  nextAt: string;
  attempts: number;
  lastError: string;
  sentAt: string | null;
};

/** Another person who has the draft open now. */
export type PresentView = { userId: string; name: string; role: Role; isTyping: boolean };

/** One draft with everything its page shows. Instants ISO UTC. `seal` is what an approval is given for. */
export type DraftView = {
  seq: number;
  id: string;
  version: number;
  state: DraftState;
  latest: number;
  way: DraftWay;
  task: {
    id: string;
    version: number;
    title: string;
    kind: TaskKind;
    tag: Tag;
    state: TaskState;
    isPrivate: boolean;
    note: string;
    person: { id: string; name: string; circle: Circle } | null;
    message: {
      text: string;
      from: string;
      receivedAt: string | null;
      service: string | null;
      url: string | null;
    } | null;
  };
  account: AccountChoice | null;
  accounts: AccountChoice[];
  recipients: Recipient[];
  subject: string;
  inReplyTo: string | null;
  wantsProof: boolean;
  neededBy: string | null;
  submittedAt: string | null;
  sentAt: string | null;
  removedAt: string | null;
  text: string;
  /** What it says to the organiser's calendar, where it answers an invitation. */
  answer: CalendarAnswer | null;
  /** The answer would promise time that the client keeps. */
  takesKept: boolean;
  seal: string;
  versions: VersionView[];
  comments: CommentView[];
  attachments: AttachmentView[];
  whose: SentenceWords[];
  howMuch: string;
  marks: Mark[];
  approval: { no: number; at: string; by: string } | null;
  sending: SendingView | null;
  proof: { id: string; version: number; url: string; revokedAt: string | null } | null;
  can: DraftCan;
  help: WritingHelp;
};

/** What helps whoever writes: the sheet that the words are held to, and what is known of whom they go to. */
export type WritingHelp = {
  sheet: VoiceSheet;
  towards: Towards;
  /** What gaps of a phrase are filled with, by their English names ("first name", "city"). */
  known: Record<string, string>;
  /** The language tag of whom it goes to, as far as somebody said. */
  language: string | null;
  /** The addresses that are known of them. */
  addresses: { name: string; address: string }[];
  /** Who can be called in a comment. */
  members: { userId: string; name: string }[];
};

/**
 * A draft as its task tells of it. `role`: whose the newest version is; `reason`: why the client sent it back, while it is;
 * `called`: the last comment that calls whoever looks, until they say or write something there.
 */
export type DraftLine = {
  id: string;
  state: DraftState;
  latest: number;
  way: DraftWay;
  at: string;
  by: string;
  role: Role;
  beginning: string;
  sending: SendingState | null;
  reason: string | null;
  called: { note: string; by: string; role: Role } | null;
};

/** Two versions of a draft compared. */
export type DraftDiff = { from: number; to: number; parts: DiffPart[] };

/** Whose words went out with a gesture. Both empty where nobody wrote any down. */
export type GestureWords = { whose: SentenceWords[]; howMuch: string };

/** A draft as it lies on a card before the client. `notYetBy`: who wrote last there, and has not put it before them. */
export type DraftOnCard = Pick<
  DraftView,
  | "id"
  | "version"
  | "state"
  | "latest"
  | "way"
  | "account"
  | "recipients"
  | "subject"
  | "neededBy"
  | "wantsProof"
  | "text"
  | "answer"
  | "takesKept"
  | "seal"
  | "whose"
  | "howMuch"
  | "attachments"
  | "approval"
  | "sending"
  | "can"
> & {
  notYetBy: By | null;
  lastComment: { note: string; by: string; role: ActingRole; at: string } | null;
};

/** A question to the client. `answer` is "yes", "no", "more", or the number of a choice as a letter "1"… */
export type DecisionView = {
  id: string;
  version: number;
  taskId: string;
  question: string;
  choices: string[];
  askedBy: string;
  askedByRole: ActingRole;
  askedAt: string;
  answer: string | null;
  answerNote: string;
  answeredBy: string | null;
  answeredAt: string | null;
  canAnswer: boolean;
  canWithdraw: boolean;
};

/** What is said of a stale save: what others wrote meanwhile, and both laid together for a person to judge. */
export type MergeView = {
  latest: number;
  by: string;
  role: Role;
  theirs: string;
  text: string;
  parts: (
    | { kind: "same" | "mine" | "theirs"; text: string }
    | { kind: "conflict"; mine: string; theirs: string; base: string }
  )[];
};
