/**
 * The first, readable rules by which a new task gets its tag. The strictest rule that applies wins, and the
 * task names it. Rules of the client's own come later and join this list; they never loosen a task that exists.
 */
import { type Tag, type TaskKind, taskKinds } from "@/lib/domain/task/task";

/** The key of one of a desk's circles, such as "inner". What a circle is called and asks stands in its row. */
export type Circle = string;

/** What somebody's circles ask together, the strictest of them all: see {@link whatCirclesAsk} in circles.ts. */
export type CirclesAsk = {
  greetInPerson: boolean;
  defaultTag: "must-be-you" | null;
  replyWithinHours: number | null;
};

/** Whose voice an account speaks in. */
export type Voice = "personal" | "company";

/** What a rule may look at. `circles` is null where the task is about nobody; a rule that cannot see does not loosen. */
export type PolicyFacts = {
  kind: TaskKind;
  circles: CirclesAsk | null;
  voice: Voice | null;
  isRemembrance?: boolean;
  /** It asks for time that the client keeps. */
  isOverKept?: boolean;
  /** It was the client's when it was last taken back, along with a day, a person or an import. */
  wasStrict?: boolean;
};

export type PolicyRule = { id: string; says: string; tag: Tag; when: (facts: PolicyFacts) => boolean };

const delegableKinds: readonly TaskKind[] = [
  "birthday",
  "event-invite",
  "follow-request",
  "meeting-check",
  "account-care",
];

export const defaultRules: readonly PolicyRule[] = [
  {
    id: "remembrance",
    says: "Remembering somebody who has died is done in person.",
    tag: "must-be-you",
    when: (f) => f.isRemembrance === true,
  },
  {
    id: "personal-message",
    says: "A personal message is answered in person.",
    tag: "must-be-you",
    when: (f) => f.kind === "personal-reply",
  },
  {
    id: "keep-in-touch",
    says: "Keeping in touch is done in person.",
    tag: "must-be-you",
    when: (f) => f.kind === "keep-in-touch",
  },
  {
    id: "introduction",
    says: "An introduction is made in person.",
    tag: "must-be-you",
    when: (f) => f.kind === "introduction",
  },
  {
    id: "inner-birthday",
    says: "People of this circle are greeted in person.",
    tag: "must-be-you",
    when: (f) => f.kind === "birthday" && f.circles?.greetInPerson === true,
  },
  {
    id: "circle-tag",
    says: "Everything towards this circle must be you.",
    tag: "must-be-you",
    when: (f) => f.circles?.defaultTag === "must-be-you",
  },
  {
    id: "personal-post",
    says: "A post in the personal voice is published in person.",
    tag: "must-be-you",
    when: (f) => f.kind === "scheduled-post" && f.voice !== "company",
  },
  {
    id: "company-post",
    says: "A company page’s post may be delegated.",
    tag: "delegable",
    when: (f) => f.kind === "scheduled-post" && f.voice === "company",
  },
  {
    id: "kept-time",
    says: "Protected time is given away in person.",
    tag: "must-be-you",
    when: (f) => f.isOverKept === true,
  },
  {
    id: "ask",
    says: "Nobody has said yet that this may be delegated.",
    tag: "must-be-you",
    when: (f) => f.kind === "other",
  },
  {
    id: "as-before",
    says: "It was you before, and so it is again.",
    tag: "must-be-you",
    when: (f) => f.wasStrict === true,
  },
  {
    id: "mechanics",
    says: "Dates, invitations, requests, checks and account care may be delegated.",
    tag: "delegable",
    when: (f) => delegableKinds.includes(f.kind),
  },
];

/** The tag that the policy gives, and the rule that gave it. Unheard-of facts are the client's (rule "ask"). */
export function tagByPolicy(facts: PolicyFacts): { tag: Tag; rule: string } {
  const fitting = defaultRules.filter((rule) => rule.when(facts));
  const rule = fitting.find((r) => r.tag === "must-be-you") ?? fitting[0];
  return rule ? { tag: rule.tag, rule: rule.id } : { tag: "must-be-you", rule: "ask" };
}

/** The rule by which somebody's circles alone make this the client's; null where they do not. */
export function ruleOfCircles(facts: PolicyFacts): string | null {
  const ofCircles = defaultRules.filter(({ id }) => id === "inner-birthday" || id === "circle-tag");
  return ofCircles.find((rule) => rule.when(facts))?.id ?? null;
}

/**
 * Default hours within which an answer is due; null where nobody waits for words. A personal message is answered as soon as
 * the quickest of the person's circles asks, 72 hours where none says.
 */
export function replyWithinHours(kind: TaskKind, circles: CirclesAsk | null): number | null {
  if (kind === "personal-reply") return circles?.replyWithinHours ?? 72;
  if (kind === "event-invite") return 72;
  if (kind === "follow-request") return 168;
  if (kind === "introduction") return 96;
  return null;
}

/** The sentence of a rule, for the screen. */
export function ruleSays(id: string): string {
  return (
    defaultRules.find((rule) => rule.id === id)?.says ?? "Nobody has said yet that this may be delegated."
  );
}

/** Every kind, with the tag it starts from when nothing else is known. */
export const startingTags = taskKinds.map((kind) => ({
  kind,
  ...tagByPolicy({ kind, circles: null, voice: null }),
}));
