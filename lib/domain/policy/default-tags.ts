/**
 * The first, readable rules by which a new task gets its tag. The strictest rule that applies wins, and the
 * task names it. Rules of the client's own come later and join this list; they never loosen a task that exists.
 */
import { type Tag, type TaskKind, taskKinds } from "@/lib/domain/task/task";

/** Circles a person belongs to, from near to far. */
export const circles = ["inner", "friends", "professional", "wider"] as const;
export type Circle = (typeof circles)[number];

/** Whose voice an account speaks in. */
export type Voice = "personal" | "company";

/** What a rule may look at. Unknown things are null: a rule that cannot see does not loosen. */
export type PolicyFacts = { kind: TaskKind; circle: Circle | null; voice: Voice | null };

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
    says: "The inner circle is greeted in person.",
    tag: "must-be-you",
    when: (f) => f.kind === "birthday" && f.circle === "inner",
  },
  {
    id: "personal-post",
    says: "A post in the personal voice is published in person.",
    tag: "must-be-you",
    when: (f) => f.kind === "scheduled-post" && f.voice !== "company",
  },
  {
    id: "company-post",
    says: "A company page's post may be delegated.",
    tag: "delegable",
    when: (f) => f.kind === "scheduled-post" && f.voice === "company",
  },
  {
    id: "ask",
    says: "Nobody has said yet that this may be delegated.",
    tag: "must-be-you",
    when: (f) => f.kind === "other",
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

/** Default hours within which an answer is due, by kind; null where nobody waits for words. */
export function replyWithinHours(kind: TaskKind, circle: Circle | null): number | null {
  if (kind === "personal-reply") return circle === "inner" ? 24 : circle === "wider" ? 168 : 72;
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
  ...tagByPolicy({ kind, circle: null, voice: null }),
}));
