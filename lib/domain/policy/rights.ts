/**
 * Rights in plain sentences, made by asking the rules themselves: what stands here cannot say anything that the fence does
 * not. "What can my assistant do?", for whoever asks it.
 */
import type { Actor, Role } from "@/lib/domain/actor";
import { whyNotChangeAgent, whyNotPause } from "@/lib/domain/agent";
import type { CalendarAnswer } from "@/lib/domain/calendar/answer";
import { whyNotAnswer } from "@/lib/domain/decision/decision";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import {
  whyNotApprove,
  whyNotAskChanges,
  whyNotCallBack,
  whyNotRelease,
  whyNotWrite,
} from "@/lib/domain/draft/who-may-approve";
import { whyNotDownload } from "@/lib/domain/history/view";
import { whyNotMove, whyNotRemovePerson } from "@/lib/domain/policy/circles";
import { type CirclesAsk, defaultRules, tagByPolicy } from "@/lib/domain/policy/default-tags";
import type { Refusal } from "@/lib/domain/refusal";
import {
  whyNotChange,
  whyNotClose,
  whyNotMakePrivate,
  whyNotMerge,
  whyNotReopen,
  whyNotRetag,
  whyNotTagNew,
  whyNotWithdraw,
} from "@/lib/domain/task/must-be-you";
import { type Tag, type TaskFacts, type TaskKind, taskKinds } from "@/lib/domain/task/task";
import { whyNotMakeToken } from "@/lib/domain/token";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

type Who = Pick<Actor, "role" | "clientName" | "userId" | "door" | "draftOnly">;

/** Something one may do, or only the client, or nobody. `says` stands after "may": "complete a delegable task". */
export type Right = { id: string; says: string; answer: "may" | "only-client" | "nobody" };

/** How a kind is tagged when it arrives: every tag it can get, with the rule that gives it, and in which circles alone it does. */
export type KindRight = {
  kind: TaskKind;
  starts: { tag: Tag; rule: string; says: string; circles: string[] }[];
};

const loose: CirclesAsk = { greetInPerson: false, defaultTag: null, replyWithinHours: null };
const strict: CirclesAsk = { ...loose, greetInPerson: true };

const asked: { id: string; says: string; ask: (who: Who) => Refusal | null }[] = [
  {
    id: "prepare",
    says: "see, add, change, move, snooze and prepare every task that is not private",
    ask: () => whyNotChange(task("must-be-you")),
  },
  {
    id: "close-delegable",
    says: "complete or decline a delegable task",
    ask: (who) => whyNotClose(who, task("delegable")),
  },
  {
    id: "reopen-delegable",
    says: "open a delegable task again",
    ask: (who) => whyNotReopen(who, task("delegable", "done")),
  },
  {
    id: "tighten",
    says: "tighten a tag: delegable → must be you",
    ask: (who) => whyNotRetag(who, task("delegable"), "must-be-you"),
  },
  {
    id: "merge",
    says: "fold a duplicate into a task that is at least as strict",
    ask: () => whyNotMerge(task("delegable"), { ...task("must-be-you"), id: "another" }),
  },
  {
    id: "withdraw-own",
    says: "take back a task right after adding it, while nobody has touched it",
    ask: (who) => whyNotWithdraw(who, { ...task("delegable"), createdBy: who.userId, hasMerged: false }),
  },
  {
    id: "close-must-be-you",
    says: "complete or decline a task that must be you",
    ask: (who) => whyNotClose(who, task("must-be-you")),
  },
  {
    id: "reopen-must-be-you",
    says: "open a task that must be you again",
    ask: (who) => whyNotReopen(who, task("must-be-you", "done")),
  },
  {
    id: "loosen",
    says: "loosen a tag: must be you → delegable",
    ask: (who) => whyNotRetag(who, task("must-be-you"), "delegable"),
  },
  {
    id: "tag-new-looser",
    says: "add a task with a looser tag than the rules give",
    ask: (who) => whyNotTagNew(who, "must-be-you", "delegable"),
  },
  {
    id: "private",
    says: "see what is private, or make something private or open again",
    ask: (who) => whyNotMakePrivate(who),
  },
  {
    id: "move-nearer",
    says: "move somebody into a stricter circle",
    ask: (who) => whyNotMove(who, loose, strict),
  },
  {
    id: "move-out",
    says: "take somebody out of a circle that is greeted in person, or where everything must be you",
    ask: (who) => whyNotMove(who, strict, loose),
  },
  {
    id: "remove-strict",
    says: "take somebody of such a circle off the desk",
    ask: (who) => whyNotRemovePerson(who, strict),
  },
  {
    id: "circles",
    says: "change what the circles are called and what they ask",
    ask: (who) => whyNotChangeDesk(who),
  },
  {
    id: "desk",
    says: "invite or remove assistants, and change the desk",
    ask: (who) => whyNotChangeDesk(who),
  },
  {
    id: "write-drafts",
    says: "write drafts, comment on them, and put them before the client",
    ask: (who) => whyNotWrite(who, draft()),
  },
  {
    id: "call-back",
    says: "stop approved words that have not left yet",
    ask: () => whyNotCallBack({ ...draft(), state: "approved" }),
  },
  {
    id: "approve",
    says: "approve words, so that they leave in the client’s name",
    ask: (who) => whyNotApprove(who, draft(), SEAL, NOW),
  },
  {
    id: "ask-changes",
    says: "send a draft back and ask for changes",
    ask: (who) => whyNotAskChanges(who, { ...draft(), state: "submitted" }),
  },
  {
    id: "answer",
    says: "answer what is asked of the client",
    ask: (who) => whyNotAnswer(who, { ...question, askedBy: "somebody-else" }, "yes"),
  },
  {
    id: "download",
    says: "take the whole history away as a file",
    ask: (who) => whyNotDownload(who),
  },
  {
    id: "make-token",
    says: "make a token for a program of their own, or for an agent that they answer for",
    ask: (who) => whyNotMakeToken(who, { userId: "quill", ownerId: who.userId }),
  },
  {
    id: "pause-agent",
    says: "pause an agent that they answer for",
    ask: (who) => whyNotPause(who, { ownerId: who.userId ?? "" }),
  },
  {
    id: "agents",
    says: "add or remove an agent, and say what it may",
    ask: (who) => whyNotChangeAgent(who),
  },
  {
    id: "withdraw-other",
    says: "take back a task that somebody else added or worked on",
    ask: (who) =>
      whyNotWithdraw(who, { ...task("delegable"), version: 2, createdBy: "somebody-else", hasMerged: false }),
  },
  {
    id: "merge-looser",
    says: "fold a task that must be you into a delegable one",
    ask: () => whyNotMerge(task("must-be-you"), { ...task("delegable"), id: "another" }),
  },
  {
    id: "let-a-job-close",
    says: "let a job, a setting or a timeout complete or decline anything",
    ask: () => whyNotClose(aJob, task("delegable")),
  },
  {
    id: "let-a-job-approve",
    says: "let a job, a setting or a timeout approve words",
    ask: () => whyNotApprove(aJob, draft(), SEAL, NOW),
  },
];

/** The client's leave to answer invitations: a yes or no, without a word. `from` are the accounts that have it. */
function releaseAnswer(from: readonly string[]): (typeof asked)[number] {
  const account = {
    voice: "personal",
    assistantsSend: false,
    assistantsAnswer: from.length > 0,
    sendsMail: true,
    removed: false,
  } as const;
  const answered = { ...draft("delegable"), text: "", answer: anAnswer, account };
  const where = from.length > 0 ? ` from ${from.join(", ")}, without words` : "";
  return {
    id: "release-answer",
    says: `answer delegable invitations${where}`,
    ask: (who) => (who.role === "client" ? null : whyNotRelease(who, answered, SEAL, NOW)),
  };
}

/** What the client's leave decides: sending without asking, in a company's voice. `from` are the accounts that have it. */
function release(from: readonly string[]): (typeof asked)[number] {
  const account = {
    voice: "company",
    assistantsSend: from.length > 0,
    assistantsAnswer: false,
    sendsMail: true,
    removed: false,
  } as const;
  const where = from.length > 0 ? ` from ${from.join(", ")}` : "";
  return {
    id: "release",
    says: `send delegable mail${where}`,
    ask: (who) =>
      who.role === "client" ? null : whyNotRelease(who, { ...draft("delegable"), account }, SEAL, NOW),
  };
}

/**
 * What a role may do on this desk, each answered by the rule that will answer it. `leave` names the accounts from which the
 * client lets assistants send on their own, `toAnswer` those from which they answer invitations.
 */
export function rightsOf(
  role: Role,
  leave: readonly string[] = [],
  toAnswer: readonly string[] = [],
): Right[] {
  return [...asked, release(leave), releaseAnswer(toAnswer)].map(({ id, says, ask }) => ({
    id,
    says,
    answer: answer(role, ask),
  }));
}

/** What an agent that prepares only may not, of what an assistant may: everything else it may as they do. */
export function withheldFromDraftOnly(
  leave: readonly string[] = [],
  toAnswer: readonly string[] = [],
): Right[] {
  const quill: Who = { ...somebody("agent"), draftOnly: true };
  return [...asked, release(leave), releaseAnswer(toAnswer)]
    .filter(({ ask }) => ask(somebody("agent")) === null && ask(quill) !== null)
    .map(({ id, says }) => ({ id, says, answer: "nobody" }));
}

/**
 * Every kind with the tags it can start from, and the rules' own words; found by trying everything a rule may look at.
 * `circles` are those of the desk and what each asks: a rule that none of them needs is not spoken of.
 */
export function kindRights(circles: readonly { name: string; asks: CirclesAsk }[]): KindRight[] {
  return taskKinds.map((kind) => {
    const byItself = rulesFor(kind, null);
    const rules = new Set([...byItself, ...circles.flatMap(({ asks }) => rulesFor(kind, asks))]);
    const starts = [...rules].map((rule) => ({
      ...ruleOf(rule),
      circles: byItself.includes(rule)
        ? []
        : circles.filter(({ asks }) => rulesFor(kind, asks).includes(rule)).map(({ name }) => name),
    }));
    return { kind, starts };
  });
}

/** The rules that may judge a kind, towards somebody of such a circle or, where that is null, about nobody. */
function rulesFor(kind: TaskKind, circles: CirclesAsk | null): string[] {
  return ([null, "personal", "company"] as const).map((voice) => tagByPolicy({ kind, circles, voice }).rule);
}

function ruleOf(rule: string): { rule: string; tag: Tag; says: string } {
  const { tag, says } = defaultRules.find((one) => one.id === rule) ?? { tag: "must-be-you", says: "" };
  return { rule, tag, says };
}

function answer(role: Role, ask: (who: Who) => Refusal | null): Right["answer"] {
  if (ask(somebody(role)) === null) return "may";
  return ask(somebody("client")) === null ? "only-client" : "nobody";
}

function somebody(role: Role): Who {
  return { role, clientName: "", userId: `the-${role}`, door: "screen" };
}

const aJob: Who = { role: "system", clientName: "", userId: null, door: "job" };
const SEAL = "as-it-was-shown";
const NOW = new Date(0);
const anAnswer: CalendarAnswer = {
  method: "REPLY",
  partstat: "ACCEPTED",
  uid: "one",
  recurrenceId: null,
  sequence: 0,
  summary: "",
  organiser: { name: "", address: "" },
  attendee: { name: "", address: "" },
  startsAt: "",
  endsAt: "",
  allDay: false,
  firstDay: null,
  endDay: null,
  zone: null,
  place: "",
};
const question = { id: "one", version: 1, taskId: "one", choices: [], answer: null, isWithdrawn: false };

function draft(tag: Tag = "must-be-you"): DraftFacts {
  return {
    id: "one",
    version: 1,
    taskId: "one",
    state: "draft",
    latest: 1,
    way: "mail",
    accountId: "one",
    recipients: [],
    subject: "",
    wantsProof: false,
    neededBy: null,
    submittedAt: null,
    removedAt: null,
    text: "words",
    seal: SEAL,
    sending: null,
    answer: null,
    takesKept: false,
    isClients: false,
    hasFiles: false,
    account: {
      voice: "personal",
      assistantsSend: false,
      assistantsAnswer: false,
      sendsMail: true,
      removed: false,
    },
    task: { kind: "event-invite", tag, state: "assistant", mergedIntoId: null },
  };
}

function task(tag: Tag, state: TaskFacts["state"] = "assistant"): TaskFacts {
  return {
    id: "one",
    version: 1,
    kind: "other",
    tag,
    tagReason: { by: "rule", rule: "ask" },
    state,
    mergedIntoId: null,
    createdBy: "somebody-else",
    isPrivate: false,
  };
}
