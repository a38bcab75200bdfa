import { describe, expect, test } from "vitest";
import { tagWithAccount } from "@/components/tasks/account-words";
import { emptyForm } from "@/components/tasks/task-form-values";
import { ruleSays } from "@/lib/domain/policy/default-tags";

const post = { ...emptyForm, kind: "scheduled-post" as const };
const mira = { role: "client", clientShort: "Mira", assistantShort: "Ana" } as const;
const ana = { ...mira, role: "assistant" } as const;

describe("which tag follows from the account that is chosen for a task", () => {
  test("a post for the company’s page may be delegated", () => {
    const company = { tag: "delegable", says: ruleSays("company-post") };
    expect(tagWithAccount(post, "company", null, ana)).toEqual(company);
    expect(tagWithAccount(post, "company", "delegable", ana)).toEqual(company);
  });

  test("a post in Mira’s own voice, or from no account, is hers, also when it was delegable before", () => {
    const says = "A post in the personal voice is published in person.";
    expect(tagWithAccount(post, "personal", null, ana)).toEqual({ tag: "must-be-you", says });
    expect(tagWithAccount(post, "personal", "delegable", ana)).toEqual({ tag: "must-be-you", says });
    expect(tagWithAccount(post, null, null, ana)?.says).toBe(`${says} Without an account it counts as one.`);
  });

  test("a task that is Mira’s stays so with the company’s account, and each reads whose hand can change it", () => {
    const [hers, anas] = [mira, ana].map((who) => tagWithAccount(post, "company", "must-be-you", who));
    expect(hers).toEqual({
      tag: "must-be-you",
      says: "It is must be you now, and stays so until you change the tag.",
    });
    expect(anas?.says).toBe("It is must be you now, and stays so until Mira changes the tag.");
  });

  test("looking after an account may be delegated in whichever voice it speaks", () => {
    for (const voice of ["personal", "company", null] as const)
      expect(tagWithAccount({ ...emptyForm, kind: "account-care" }, voice, null, ana)?.tag).toBe("delegable");
  });

  test("where it is about somebody, nothing is promised that their circles may take back", () => {
    const person = { id: "jonas", name: "Jonas Weber" };
    expect(tagWithAccount({ ...post, person }, "company", null, ana)?.says).toContain(
      "What the circles of Jonas ask may still make it must be you.",
    );
  });

  test("whoever sets the tag of a new task by hand is told of no other", () => {
    expect(tagWithAccount({ ...post, tag: "must-be-you" }, "company", null, ana)).toBeNull();
  });
});
