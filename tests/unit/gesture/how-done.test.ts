import { describe, expect, test } from "vitest";
import { howDone, howsDone, withHowDone, withoutHowDone } from "@/lib/domain/gesture/how-done";

describe("A call, a card or a gift as a gesture", () => {
  test("stands first in Mira's note, and nothing that she typed is lost", () => {
    expect(withHowDone("", "A call", "birthday")).toBe("A call");
    expect(withHowDone("He is coming in June.", "A call", "birthday")).toBe("A call. He is coming in June.");
  });

  test("another takes its place; the same one again takes it away", () => {
    expect(withHowDone("A call. He is coming.", "A gift", "birthday")).toBe("A gift. He is coming.");
    expect(withHowDone("A call", "A card", "birthday")).toBe("A card");
    expect(withHowDone("A gift. He is coming.", "A gift", "birthday")).toBe("He is coming.");
    expect(withHowDone("A gift", "A gift", "birthday")).toBe("");
  });

  test("a note that says it in its own words says it alone", () => {
    for (const note of ["A caller came by", "a call", "In person, at last", "A cardigan. Blue."])
      expect(howDone(note, "birthday")).toBeNull();
    const hows = howsDone("birthday");
    expect(hows.map((how) => howDone(withHowDone("Her own words.", how, "birthday"), "birthday"))).toEqual(
      hows,
    );
  });
});

describe("An invitation or a request that Mira answered elsewhere", () => {
  test("is done with what she answered, which stands first in the note", () => {
    expect(howsDone("event-invite")).toEqual(["Said yes", "Said maybe", "Said no"]);
    expect(howsDone("follow-request")).toEqual(["Accepted", "Turned down"]);
    expect(withHowDone("I rang Noor.", "Said no", "event-invite")).toBe("Said no. I rang Noor.");
    expect(withHowDone("Said no. I rang Noor.", "Said maybe", "event-invite")).toBe(
      "Said maybe. I rang Noor.",
    );
  });

  test("is no reason to decline it: what she typed besides is", () => {
    expect(withoutHowDone("Said yes", "event-invite")).toBe("");
    expect(withoutHowDone("Said yes. It is too far.", "event-invite")).toBe("It is too far.");
    expect(withoutHowDone("It is too far.", "event-invite")).toBe("It is too far.");
  });

  test("a check, a post or an account asks for nothing of the kind", () => {
    for (const kind of ["meeting-check", "scheduled-post", "account-care", "other"] as const)
      expect(howsDone(kind)).toEqual([]);
  });
});
