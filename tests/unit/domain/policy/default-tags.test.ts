import { expect, test } from "vitest";
import {
  circles,
  defaultRules,
  ruleSays,
  startingTags,
  tagByPolicy,
  type Voice,
} from "@/lib/domain/policy/default-tags";
import { taskKinds } from "@/lib/domain/task/task";

const M = "must-be-you";
const d = "delegable";

/** Per kind: the tag for inner, friends, professional, wider, and for a task about nobody in particular. */
const byCircle: Record<string, string[]> = {
  "personal-reply": [M, M, M, M, M],
  birthday: [M, d, d, d, d],
  "event-invite": [d, d, d, d, d],
  "follow-request": [d, d, d, d, d],
  "keep-in-touch": [M, M, M, M, M],
  "meeting-check": [d, d, d, d, d],
  "scheduled-post": [M, M, M, M, M],
  introduction: [M, M, M, M, M],
  "account-care": [d, d, d, d, d],
  other: [M, M, M, M, M],
};

test("Each kind begins with the tag that the product promises, by circle and by voice", () => {
  let cells = 0;
  for (const kind of taskKinds) {
    const expected = byCircle[kind] ?? [];
    [...circles, null].forEach((circle, column) => {
      for (const voice of ["company", "personal", null] as (Voice | null)[]) {
        const tag = kind === "scheduled-post" && voice === "company" ? d : expected[column];
        expect(tagByPolicy({ kind, circle, voice }).tag, `${kind} ${circle} ${voice}`).toBe(tag);
        cells += 1;
      }
    });
  }
  expect(cells).toBe(150);
});

test("Every tag names the one rule that set it, and the rule has a sentence", () => {
  for (const { kind, rule, tag } of startingTags) {
    const named = defaultRules.find((one) => one.id === rule);
    expect(named?.tag, kind).toBe(tag);
    expect(ruleSays(rule), kind).toBe(named?.says);
  }
  expect(new Set(defaultRules.map((rule) => rule.id)).size).toBe(defaultRules.length);
});

test("Somebody near is never treated more loosely than somebody far", () => {
  for (const kind of taskKinds) {
    const strict = circles.map((circle) => tagByPolicy({ kind, circle, voice: null }).tag === M);
    expect([...strict].sort().reverse(), kind).toEqual(strict);
  }
});

test("A kind that nobody has heard of is Mira's", () => {
  expect(tagByPolicy({ kind: "unheard-of" as never, circle: null, voice: null })).toEqual({
    tag: M,
    rule: "ask",
  });
});
