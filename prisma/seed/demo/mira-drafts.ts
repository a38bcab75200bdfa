import type { DemoClock } from "./demo-clock";
import { type DemoTask, type Hand, message } from "./demo-task";

/** Words about a task of the demo, version by version, and how far they have got. */
export type DemoDraft = {
  /** The key of the task. */
  task: string;
  versions: { by: Hand; text: string }[];
  comment?: { by: Hand; note: string };
} & (
  | { becomes: "draft" | "submitted" }
  | { becomes: "changes-requested"; reason: string }
  /** The client changed the words as they approved them, and said that they went out. */
  | { becomes: "sent"; inInk: string }
);

/** What the client is asked; no choices mean yes, no, or need more. */
export type DemoQuestion = { task: string; by: Hand; question: string; choices: string[] };

/** Tasks that are there for the sake of their words. */
export function miraWordTasks({ hoursAgo }: DemoClock): DemoTask[] {
  return [
    {
      key: "ines-print",
      by: "assistant",
      kind: "personal-reply",
      title: "Reply to Ines Carvalho",
      person: "Ines Carvalho",
      receivedAt: hoursAgo(52),
      message: message(
        "The print hangs over the stove now, where everybody asks about it. What shall I tell them it is?",
        "Ines Carvalho",
        "LinkedIn",
      ),
      account: "Mira Holt",
    },
    {
      key: "sam-choir",
      by: "assistant",
      kind: "personal-reply",
      title: "Tell Sam about the choir in March",
      person: "Sam Okoro",
      receivedAt: hoursAgo(20),
      message: message(
        "Are you singing with us in March or only pretending to listen?",
        "Sam Okoro",
        "WhatsApp",
      ),
    },
    {
      key: "leni-key",
      by: "client",
      kind: "personal-reply",
      title: "Answer Leni about the key",
      person: "Leni Falk",
      receivedAt: hoursAgo(7),
      message: message(
        "Who has the second key to the yard? I stood there with the kiln.",
        "Leni Falk",
        "SMS",
      ),
    },
    {
      key: "yard-lamp",
      by: "assistant",
      kind: "other",
      title: "The lamp over the yard door",
      note: "The electrician can come on Thursday at four, or not before Christmas.",
    },
  ];
}

/** Drafts in every stage in which one meets them. */
export const miraDrafts: DemoDraft[] = [
  {
    task: "joon-job",
    versions: [
      {
        by: "assistant",
        text: "Joon! I am so glad, and not surprised at all.\n\nFridays were the right thing to ask for; keep the first one free for the long way round the lake. I shall bring the bread if you bring the map.",
      },
    ],
    comment: {
      by: "assistant",
      note: "Warmer than last time, and the bike trip is in it. He writes short, so do we.",
    },
    becomes: "submitted",
  },
  {
    task: "sam-choir",
    versions: [{ by: "assistant", text: "Dear Sam, I would very much like to sing with you all in March." }],
    becomes: "changes-requested",
    reason: "Too stiff. He was joking, so joke back, and say that I come from the second week on.",
  },
  {
    task: "leni-key",
    versions: [
      {
        by: "client",
        text: "Leni, the second key is mine and I am ashamed of myself. It is under the blue pot from",
      },
    ],
    becomes: "draft",
  },
  {
    task: "ines-print",
    versions: [
      {
        by: "assistant",
        text: "Dear Ines, thank you for hanging it where people ask. It is the harbour wall at low tide. Please come by when you are next in Berlin.",
      },
    ],
    becomes: "sent",
    inInk:
      "Dear Ines, thank you for hanging it where people ask. It is the harbour wall at low tide, the morning after the storm when we both missed the ferry. Please come by when you are next in Berlin.",
  },
  {
    task: "lindqvist",
    versions: [
      {
        by: "agent",
        text: "Dear Vera, thank you for writing. The small prints are in the second drawer, and you are welcome to see them. Would a Friday suit you?",
      },
      {
        by: "assistant",
        text: "Dear Vera, thank you for writing. The small prints are in the second drawer, and you are welcome to see them. Would a Friday suit you, before the light goes?",
      },
    ],
    becomes: "draft",
  },
];

export const miraQuestions: DemoQuestion[] = [
  {
    task: "yard-lamp",
    by: "assistant",
    question: "Shall the electrician come on Thursday at four? You would have to be in.",
    choices: [],
  },
  {
    task: "frames",
    by: "agent",
    question: "Bram cuts the six small frames on Monday. Which wood?",
    choices: ["Oak, as the spring ones", "Ash, lighter", "Whatever Bram would take for himself"],
  },
];
