import { describe, expect, test } from "vitest";
import { sayNothing } from "@/components/import/words";
import type { ImportCounts, Outcome } from "@/lib/domain/import/payload";

const none: Record<Outcome, number> = { make: 0, add: 0, same: 0, skip: 0 };
const counts = (part: Partial<ImportCounts>): ImportCounts => ({
  ...{ people: none, events: none, skipped: 0, invitations: 0, days: 0, dayTasks: 0, pictures: 0, stayed: 0 },
  ...part,
});

describe("Whoever looked at files that come to nothing reads why", () => {
  test.each<[string, Partial<ImportCounts>, RegExp | null]>([
    ["somebody new", { people: { ...none, make: 1 } }, null],
    ["somebody of whom something differs", { people: { ...none, same: 1 }, differs: 1 }, null],
    ["what is here already", { events: { ...none, same: 2 } }, /nothing new in it/],
    ["some that are here and one that is skipped", { people: { ...none, same: 2, skip: 1 } }, /nothing new/],
    ["a file that cannot be read", { skipped: 1 }, /nothing in it that can be imported/],
    ["a card without a name", { people: { ...none, skip: 1 } }, /nothing in it that can be imported/],
  ])("%s", (_, part, says) => {
    const said = sayNothing(counts(part));
    if (says === null) expect(said).toBeNull();
    else expect(said).toMatch(says);
  });
});
