import { describe, expect, test } from "vitest";
import { mergeTask, takePart, taskParts } from "@/components/tasks/merge-task";
import { emptyForm, type FormValues } from "@/components/tasks/task-form-values";

const dinner: FormValues = {
  ...emptyForm,
  kind: "event-invite",
  title: "Dinner at Jonas’s",
  dueDay: "2026-12-04",
  dueTime: "16:00",
  text: { place: "Café Anna" },
};

const words = (parts: readonly { words: string }[]) => parts.map((part) => part.words);

describe("what Ana typed of a task, and what Mira saved meanwhile", () => {
  test("Ana’s note stays and Mira’s date comes in", () => {
    const typed = { ...dinner, note: "Bring the wine that they like." };
    const theirs = { ...dinner, dueDay: "2026-12-05" };
    const merged = mergeTask(dinner, typed, theirs);
    expect(merged.values).toEqual({ ...typed, dueDay: "2026-12-05" });
    expect([words(merged.taken), words(merged.both)]).toEqual([["its date"], []]);
  });

  test("where both wrote a note, Ana’s stays until she takes Mira’s", () => {
    const typed = { ...dinner, note: "Mine." };
    const theirs = { ...dinner, note: "Hers." };
    const { values, taken, both } = mergeTask(dinner, typed, theirs);
    expect([values.note, words(taken), words(both)]).toEqual(["Mine.", [], ["its note"]]);
    const [note] = both;
    expect(note?.says(theirs)).toBe("Hers.");
    expect(note && takePart(values, note, theirs)).toEqual({ note: "Hers." });
  });

  test("a day and its time are one date: they are never put together of two people’s halves", () => {
    const theirs = { ...dinner, dueDay: "2026-12-05", dueTime: "19:30" };
    const { values, both } = mergeTask(dinner, { ...dinner, dueTime: "17:00" }, theirs);
    expect([values.dueDay, values.dueTime, words(both)]).toEqual(["2026-12-04", "17:00", ["its date"]]);
    expect(both[0]?.says(theirs)).toBe("2026-12-05 19:30");
  });

  test("the kind’s own fields are told apart, and the rest of them stays", () => {
    const typed = { ...dinner, text: { place: "Bistro", organiser: "Jonas" } };
    const theirs = { ...dinner, text: { place: "At home", startsAt: "2026-12-04T19:00" } };
    const { values, taken, both } = mergeTask(dinner, typed, theirs);
    expect([words(taken), words(both)]).toEqual([["“Begins”"], ["“Place”"]]);
    expect(values.text).toEqual({ place: "Bistro", organiser: "Jonas", startsAt: "2026-12-04T19:00" });
    expect(taken[0]?.says(theirs)).toBe("2026-12-04 19:00");
  });

  test("with Mira’s kind, taken by hand, come the fields it has, and none that Ana typed is lost", () => {
    const other = { ...dinner, kind: "other" as const, text: {} };
    const theirs = {
      ...other,
      kind: "event-invite" as const,
      text: { place: "At home", link: "https://a.example" },
    };
    const typed = { ...other, kind: "birthday" as const, text: { place: "Bistro" } };
    const { values, both } = mergeTask(other, typed, theirs);
    const [kind] = both;
    expect([values.kind, words(both)]).toEqual(["birthday", ["its kind"]]);
    expect(kind && takePart(values, kind, theirs)).toEqual({
      kind: "event-invite",
      text: { place: "Bistro", link: "https://a.example" },
    });
  });

  test("the account that Mira chose comes in, unless Ana chose one herself", () => {
    const [page, own] = [
      { id: "1", name: "Holt Workshop" },
      { id: "2", name: "Mira Holt" },
    ];
    const post = { ...dinner, kind: "scheduled-post" as const };
    const theirs = { ...post, account: own };
    expect(mergeTask(post, { ...post, note: "Mine." }, theirs).values.account).toEqual(own);
    const { values, both } = mergeTask(post, { ...post, account: page }, theirs);
    expect([values.account, words(both), both[0]?.says(theirs)]).toEqual([
      page,
      ["the account"],
      "Mira Holt",
    ]);
  });

  test("when both wrote the same, or somebody else changed what no field shows, there is nothing to choose", () => {
    const same = { ...dinner, note: "The same." };
    expect(mergeTask(dinner, same, same)).toEqual({ values: same, taken: [], both: [] });
  });

  test("every field of the form is a part of its own or of another, and has words", () => {
    const keys = taskParts.flatMap((part) => part.keys);
    expect([...keys, "text", "tag"].sort()).toEqual(Object.keys(emptyForm).sort());
    for (const part of taskParts)
      expect([part.words, typeof part.says(dinner)]).toEqual([part.words, "string"]);
  });
});
