import { describe, expect, test } from "vitest";
import { replySubject, threadHeaders } from "@/lib/adapters/words/reply-thread";

const ids = (count: number) => Array.from({ length: count }, (_, n) => `<m${n}@example.com>`);

describe("An answer is found below what it answers", () => {
  test("it names the parent, and before it everything the parent named", () => {
    expect(
      threadHeaders({ messageId: "<c@x.example>", references: "<a@x.example>\r\n <b@x.example>" }),
    ).toEqual({
      inReplyTo: "<c@x.example>",
      references: ["<a@x.example>", "<b@x.example>", "<c@x.example>"],
    });
  });

  test.each<[string, Parameters<typeof threadHeaders>[0], string | null, string[]]>([
    ["a first message", { messageId: "<a@x>", references: [] }, "<a@x>", ["<a@x>"]],
    [
      "a parent that names only what it answers",
      { messageId: "<b@x>", inReplyTo: "<a@x>" },
      "<b@x>",
      ["<a@x>", "<b@x>"],
    ],
    [
      "a parent that answers two at once",
      { messageId: "<c@x>", inReplyTo: "<a@x> <b@x>" },
      "<c@x>",
      ["<c@x>"],
    ],
    ["a parent without a name", { messageId: null, references: ["<a@x>"] }, null, ["<a@x>"]],
    [
      "a parent that names itself",
      { messageId: "<a@x>", references: ["<a@x>", "<b@x>", "<a@x>"] },
      "<a@x>",
      ["<b@x>", "<a@x>"],
    ],
    [
      "names twice",
      { messageId: "<c@x>", references: ["<a@x>", "<a@x>", "<b@x>"] },
      "<c@x>",
      ["<a@x>", "<b@x>", "<c@x>"],
    ],
    ["nothing at all", { messageId: null }, null, []],
    [
      "letters that programs really use",
      { messageId: "<CA+x=_y.Z$1/a:b,c!@[10.0.0.1]>" },
      "<CA+x=_y.Z$1/a:b,c!@[10.0.0.1]>",
      ["<CA+x=_y.Z$1/a:b,c!@[10.0.0.1]>"],
    ],
  ])("%s", (_, answered, inReplyTo, references) =>
    expect(threadHeaders(answered)).toEqual({ inReplyTo, references }),
  );

  test.each([
    "no brackets@x",
    "<>",
    "<@x>",
    "<a@>",
    "<a>",
    "<a b@x>",
    "<a@b@c>",
    "<a@x\r\nBcc: evil@x>",
    "<ä@x>",
    `<${"a".repeat(300)}@x>`,
  ])("%j is no name of a message", (bad) => {
    expect(threadHeaders({ messageId: bad, references: [bad] })).toEqual({ inReplyTo: null, references: [] });
  });

  test("of a long thread the first and the last ones stay", () => {
    const { references } = threadHeaders({ messageId: "<last@example.com>", references: ids(60) });
    expect(references).toHaveLength(20);
    expect(references[0]).toBe("<m0@example.com>");
    expect(references.slice(1)).toEqual([...ids(60).slice(-18), "<last@example.com>"]);
    expect(threadHeaders({ messageId: "<last@example.com>", references: ids(19) }).references).toHaveLength(
      20,
    );
  });
});

describe("The subject of an answer", () => {
  test.each([
    ["Lunch", "Re: Lunch"],
    ["Re: Lunch", "Re: Lunch"],
    ["RE: Lunch", "RE: Lunch"],
    ["re:Lunch", "re:Lunch"],
    ["AW: Mittagessen", "AW: Mittagessen"],
    ["SV: Lunsj", "SV: Lunsj"],
    ["Antw: Lunch", "Antw: Lunch"],
    ["RE : Déjeuner", "RE : Déjeuner"],
    ["Re[2]: Lunch", "Re[2]: Lunch"],
    ["回复：午饭", "回复：午饭"],
    ["Fwd: Re: Lunch", "Re: Fwd: Re: Lunch"],
    ["Regarding: Lunch", "Re: Regarding: Lunch"],
    ["Reykjavik", "Re: Reykjavik"],
    ["  Re: Lunch ", "Re: Lunch"],
    ["Lunch\r\nBcc: evil@example.com", "Re: Lunch Bcc: evil@example.com"],
    ["", "Re:"],
  ])("%j is answered with %j", (subject, answer) => {
    expect(replySubject(subject)).toBe(answer);
    expect(replySubject(answer)).toBe(answer);
  });
});
