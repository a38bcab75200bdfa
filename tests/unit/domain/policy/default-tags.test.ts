import { expect, test } from "vitest";
import {
  type CirclesAsk,
  defaultRules,
  replyWithinHours,
  ruleOfCircles,
  ruleSays,
  startingTags,
  tagByPolicy,
  type Voice,
} from "@/lib/domain/policy/default-tags";
import { taskKinds } from "@/lib/domain/task/task";

const M = "must-be-you";
const d = "delegable";

/** What circles may ask: everything, greetings, and nothing; and a task about nobody in particular. */
const plain: CirclesAsk = { greetInPerson: false, defaultTag: null, replyWithinHours: 72 };
const asks: (CirclesAsk | null)[] = [
  { ...plain, defaultTag: M },
  { ...plain, greetInPerson: true, defaultTag: M },
  { ...plain, greetInPerson: true },
  plain,
  null,
];

/** Per kind: the tag for each of those, in this order. */
const byCircle: Record<string, string[]> = {
  "personal-reply": [M, M, M, M, M],
  birthday: [M, M, M, d, d],
  "event-invite": [M, M, d, d, d],
  "follow-request": [M, M, d, d, d],
  "keep-in-touch": [M, M, M, M, M],
  "meeting-check": [M, M, d, d, d],
  "scheduled-post": [M, M, M, M, M],
  introduction: [M, M, M, M, M],
  "account-care": [M, M, d, d, d],
  other: [M, M, M, M, M],
};

test("Each kind begins with the tag that the product promises, by what circles ask and by voice", () => {
  let cells = 0;
  for (const kind of taskKinds) {
    const expected = byCircle[kind] ?? [];
    asks.forEach((circles, column) => {
      for (const voice of ["company", "personal", null] as (Voice | null)[]) {
        const isPost = kind === "scheduled-post" && voice === "company" && circles?.defaultTag !== M;
        const tag = isPost ? d : expected[column];
        expect(tagByPolicy({ kind, circles, voice }).tag, `${kind} ${column} ${voice}`).toBe(tag);
        cells += 1;
      }
    });
  }
  expect(cells).toBe(150);
});

test("The circle is named as the reason where nothing else makes it the client's", () => {
  const strict = asks[0] ?? null;
  const greeted = asks[2] ?? null;
  const rule = (kind: "birthday" | "account-care" | "personal-reply", circles: CirclesAsk | null) =>
    tagByPolicy({ kind, circles, voice: null }).rule;
  expect([rule("birthday", greeted), rule("birthday", strict), rule("account-care", strict)]).toEqual([
    "inner-birthday",
    "circle-tag",
    "circle-tag",
  ]);
  expect(rule("personal-reply", strict)).toBe("personal-message");
  expect(ruleOfCircles({ kind: "personal-reply", circles: strict, voice: null })).toBe("circle-tag");
  expect(ruleOfCircles({ kind: "personal-reply", circles: greeted, voice: null })).toBeNull();
});

test("Remembering somebody who has died is the client's, whatever their circles ask", () => {
  for (const circles of asks)
    expect(tagByPolicy({ kind: "other", circles, voice: null, isRemembrance: true })).toEqual({
      tag: M,
      rule: "remembrance",
    });
});

test("What was the client's when it was taken back is hers when it comes again, whatever is asked now", () => {
  for (const circles of [null, ...asks]) {
    expect(tagByPolicy({ kind: "birthday", circles, voice: null, wasStrict: true }).tag).toBe(M);
    expect(tagByPolicy({ kind: "event-invite", circles, voice: null, wasStrict: false }).rule).not.toBe(
      "as-before",
    );
  }
  expect(tagByPolicy({ kind: "birthday", circles: plain, voice: null, wasStrict: true }).rule).toBe(
    "as-before",
  );
});

test("Every tag names the one rule that set it, and the rule has a sentence", () => {
  for (const { kind, rule, tag } of startingTags) {
    const named = defaultRules.find((one) => one.id === rule);
    expect(named?.tag, kind).toBe(tag);
    expect(ruleSays(rule), kind).toBe(named?.says);
  }
  expect(new Set(defaultRules.map((rule) => rule.id)).size).toBe(defaultRules.length);
});

test("Somebody of whom more is asked is never treated more loosely", () => {
  for (const kind of taskKinds) {
    const strict = asks.map((circles) => tagByPolicy({ kind, circles, voice: null }).tag === M);
    expect([...strict].sort().reverse(), kind).toEqual(strict);
  }
});

test("A personal message is answered as soon as the circle asks, and in three days where none says", () => {
  expect(replyWithinHours("personal-reply", { ...plain, replyWithinHours: 5 })).toBe(5);
  expect(replyWithinHours("personal-reply", { ...plain, replyWithinHours: null })).toBe(72);
  expect(replyWithinHours("personal-reply", null)).toBe(72);
  expect(replyWithinHours("event-invite", { ...plain, replyWithinHours: 5 })).toBe(72);
});

test("A kind that nobody has heard of is Mira's", () => {
  expect(tagByPolicy({ kind: "unheard-of" as never, circles: null, voice: null })).toEqual({
    tag: M,
    rule: "ask",
  });
});
