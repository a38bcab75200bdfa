import { describe, expect, test } from "vitest";
import { kindRights, rightsOf } from "@/lib/domain/policy/rights";
import { taskKinds } from "@/lib/domain/task/task";

const ids = (role: "client" | "assistant" | "agent", answer: string) =>
  rightsOf(role)
    .filter((right) => right.answer === answer)
    .map((right) => right.id);

describe("What can my assistant do?", () => {
  test("prepare everything, complete what is delegable, and make things stricter", () => {
    expect(ids("assistant", "may")).toEqual([
      "prepare",
      "close-delegable",
      "reopen-delegable",
      "tighten",
      "merge",
      "withdraw-own",
      "move-nearer",
      "write-drafts",
      "call-back",
      "make-token",
      "pause-agent",
    ]);
  });

  test("what is the client's alone", () => {
    expect(ids("assistant", "only-client")).toEqual([
      "close-must-be-you",
      "reopen-must-be-you",
      "loosen",
      "tag-new-looser",
      "private",
      "move-out",
      "remove-strict",
      "circles",
      "desk",
      "approve",
      "ask-changes",
      "answer",
      "download",
      "agents",
      "withdraw-other",
      "release",
      "release-answer",
    ]);
  });

  test("send delegable mail on their own only where the client has given leave, and it says where", () => {
    // Nobody gives themselves leave: without any, what is only hers is said by itself.
    const asked = rightsOf("assistant").filter(({ id }) => id.startsWith("release"));
    expect(asked.map(({ says }) => says)).toEqual(["send delegable mail", "answer delegable invitations"]);
    const sends = rightsOf("assistant", ["Holt Studio"]).find(({ id }) => id === "release");
    expect(sends).toEqual({ id: "release", says: "send delegable mail from Holt Studio", answer: "may" });
  });

  test("answer delegable invitations only where the client has given leave, and it says how", () => {
    const answers = rightsOf("assistant", [], ["Mira’s mail"]).find(({ id }) => id === "release-answer");
    expect(answers).toEqual({
      id: "release-answer",
      says: "answer delegable invitations from Mira’s mail, without words",
      answer: "may",
    });
  });

  test("what not even the client may", () => {
    expect(ids("assistant", "nobody")).toEqual(["merge-looser", "let-a-job-close", "let-a-job-approve"]);
    expect(ids("client", "only-client")).toEqual([]);
    expect(ids("client", "nobody")).toEqual(["merge-looser", "let-a-job-close", "let-a-job-approve"]);
  });

  test("every kind says each tag it can begin with, and the rule that gives it", () => {
    const plain = { greetInPerson: false, defaultTag: null, replyWithinHours: 72 };
    const kinds = kindRights([
      { name: "Family", asks: { ...plain, greetInPerson: true } },
      { name: "Wider", asks: plain },
    ]);
    expect(kinds.map(({ kind }) => kind)).toEqual(taskKinds);
    const starts = (kind: string) =>
      kinds.find((one) => one.kind === kind)?.starts.map(({ tag, rule }) => `${tag} by ${rule}`);
    expect(starts("birthday")?.sort()).toEqual(["delegable by mechanics", "must-be-you by inner-birthday"]);
    expect(starts("scheduled-post")?.sort()).toEqual([
      "delegable by company-post",
      "must-be-you by personal-post",
    ]);
    expect(starts("personal-reply")).toEqual(["must-be-you by personal-message"]);
    const said = kinds.find((one) => one.kind === "birthday")?.starts;
    expect(said?.map(({ rule, circles }) => [rule, circles])).toEqual([
      ["mechanics", []],
      ["inner-birthday", ["Family"]],
    ]);
    const strict = kindRights([{ name: "Wider", asks: { ...plain, defaultTag: "must-be-you" } }]);
    expect(strict.find((one) => one.kind === "account-care")?.starts.map(({ rule }) => rule)).toEqual([
      "mechanics",
      "circle-tag",
    ]);
    expect(kinds.every(({ starts: all }) => all.every(({ says }) => says.endsWith(".")))).toBe(true);
  });
});
