import { describe, expect, test } from "vitest";
import { howDone, howsDone, withHowDone } from "@/lib/domain/gesture/how-done";

describe("A call, a card or a gift as a gesture", () => {
  test("stands first in Mira's note, and nothing that she typed is lost", () => {
    expect(withHowDone("", "A call")).toBe("A call");
    expect(withHowDone("He is coming in June.", "A call")).toBe("A call. He is coming in June.");
  });

  test("another takes its place; the same one again takes it away", () => {
    expect(withHowDone("A call. He is coming.", "A gift")).toBe("A gift. He is coming.");
    expect(withHowDone("A call", "A card")).toBe("A card");
    expect(withHowDone("A gift. He is coming.", "A gift")).toBe("He is coming.");
    expect(withHowDone("A gift", "A gift")).toBe("");
  });

  test("a note that says it in its own words says it alone", () => {
    for (const note of ["A caller came by", "a call", "In person, at last", "A cardigan. Blue."])
      expect(howDone(note)).toBeNull();
    expect(howsDone.map((how) => howDone(withHowDone("Her own words.", how)))).toEqual([...howsDone]);
  });
});
