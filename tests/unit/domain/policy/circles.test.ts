import { expect, test } from "vitest";
import type { Role } from "@/lib/domain/actor";
import {
  type CircleRules,
  firstCircles,
  isLooser,
  whatCirclesAsk,
  whyNotMove,
  whyNotRemovePerson,
} from "@/lib/domain/policy/circles";
import type { CirclesAsk } from "@/lib/domain/policy/default-tags";

const bare = { greetInPerson: false, defaultTag: null, cadenceDays: null, leadDays: null };
const circle = (key: string, more: Partial<CircleRules> = {}): CircleRules => ({
  ...bare,
  key,
  name: key,
  position: 1,
  replyWithinHours: null,
  checkHours: null,
  ...more,
});
const all = [
  circle("inner", { greetInPerson: true, replyWithinHours: 24 }),
  circle("family", { defaultTag: "must-be-you" }),
  circle("friends", { replyWithinHours: 72 }),
  circle("wider", { replyWithinHours: 168 }),
];
const who = (role: Role) => ({ role, door: "screen" as const, clientName: "Mira Holt" });
const no = { code: "only-client", clientName: "Mira Holt" };

test("Of several circles the strictest counts, and the shortest time to answer", () => {
  const cases: [string[], boolean, string | null, number | null][] = [
    [["inner"], true, null, 24],
    [["family"], false, "must-be-you", null],
    [["friends"], false, null, 72],
    [["wider", "inner"], true, null, 24],
    [["friends", "family"], false, "must-be-you", 72],
    [["inner", "family", "wider"], true, "must-be-you", 24],
  ];
  for (const [keys, greetInPerson, defaultTag, replyWithinHours] of cases)
    expect(whatCirclesAsk(all, keys), keys.join()).toEqual({ greetInPerson, defaultTag, replyWithinHours });
});

test("Somebody whose circle the desk does not know is never treated loosely", () => {
  for (const keys of [[], ["gone"], ["wider", "gone"]])
    expect(whatCirclesAsk(all, keys)).toMatchObject({ greetInPerson: true, defaultTag: "must-be-you" });
  expect(whatCirclesAsk([], firstCircles)).toMatchObject({ defaultTag: "must-be-you" });
});

test("Nobody but the client moves somebody to where less is asked: every pair, every role", () => {
  let cells = 0;
  const sets = all.flatMap((one) => all.map((two) => [...new Set([one.key, two.key])]));
  for (const from of sets)
    for (const to of sets)
      for (const role of ["client", "assistant", "agent"] as Role[]) {
        const [was, now] = [whatCirclesAsk(all, from), whatCirclesAsk(all, to)];
        const greeted = (ask: CirclesAsk) => ask.greetInPerson || ask.defaultTag !== null;
        const looser =
          (greeted(was) && !greeted(now)) || (was.defaultTag !== null && now.defaultTag === null);
        expect(whyNotMove(who(role), was, now), `${role}: ${from} to ${to}`).toEqual(
          looser && role !== "client" ? no : null,
        );
        expect(isLooser(was, now)).toBe(looser);
        cells += 1;
      }
  expect(cells).toBe(768);
});

test("Somebody of a strict circle is taken off the desk by the client alone, wherever they came from", () => {
  const [strict, loose] = [whatCirclesAsk(all, ["inner"]), whatCirclesAsk(all, ["wider"])];
  expect(whyNotRemovePerson(who("client"), strict)).toBeNull();
  expect(whyNotRemovePerson(who("assistant"), strict)).toEqual(no);
  expect(whyNotRemovePerson(who("agent"), whatCirclesAsk(all, ["family"]))).toEqual(no);
  expect(whyNotRemovePerson(who("assistant"), loose)).toBeNull();
});
