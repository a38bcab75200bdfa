import { expect, test } from "vitest";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayEntry } from "@/lib/domain/history/say";

const reader = { clientName: "Mira Holt", workspace: { zone: "Europe/Berlin" } };
const mira = { name: "Mira Holt", role: "client" } as const;
const clock = { name: null, role: "system" } as const;

function said(
  before: LoggedChange["before"],
  after: LoggedChange["after"],
  by: LoggedChange["by"] = mira,
): string {
  const entry = {
    seq: 1,
    at: "2026-11-25T10:00:00Z",
    door: "screen",
    verb: "edit-calendar",
    subject: "calendar",
  } as const;
  return sayEntry(
    { ...entry, by, subjectId: "one", subjectName: "Work", before, after, refusal: null },
    reader,
  );
}

test("What becomes of a calendar from elsewhere is told in a sentence", () => {
  expect(said(null, { name: "Work" })).toBe("Mira had “Work” read from elsewhere.");
  expect(said({ removed_at: null }, { removed_at: "2026-11-25T10:00:00Z" })).toBe(
    "Mira took “Work” away; it is read no more.",
  );
  expect(said({ is_private: false }, { is_private: true })).toBe("Mira made “Work” private.");
  expect(said({ takes_ours: false }, { takes_ours: true })).toBe(
    "Mira has what is made here written to “Work”, too.",
  );
  expect(said({ takes_ours: true }, { takes_ours: false })).toBe("Mira has nothing more written to “Work”.");
  expect(said({ name: "Job" }, { name: "Work" })).toBe("Mira changed the name of “Work”.");
});

test("How it fares is told without saying where it is kept", () => {
  expect(said({ state: "new" }, { state: "in-step" }, clock)).toBe("Firsthand read “Work”.");
  expect(said({ state: "in-step" }, { state: "failing" }, clock)).toBe("Firsthand could not read “Work”.");
  expect(said({ state: "in-step" }, { state: "paused" })).toBe("Mira paused the reading of “Work”.");
  expect(said({ state: "paused" }, { state: "new" })).toBe("Mira has “Work” read again.");
});
