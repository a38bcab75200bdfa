import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { whyNotApprove, whyNotRelease, whyNotWentOut } from "@/lib/domain/draft/who-may-approve";
import { rightsOf, withheldFromDraftOnly } from "@/lib/domain/policy/rights";
import { whyNotClose, whyNotReopen, whyNotRetag } from "@/lib/domain/task/must-be-you";
import { type Tag, tags, taskStates } from "@/lib/domain/task/task";

// Fence 10, B5: one table for human and AI assistants. Ana is a human assistant; Pen is an agent that may finish what is
// delegable; Quill is one that prepares only.

type Who = Pick<Actor, "role" | "door" | "clientName" | "userId" | "draftOnly">;
const ana: Who = { role: "assistant", door: "api", clientName: "Mira Holt", userId: "ana" };
const pen: Who = { role: "agent", door: "api", clientName: "Mira Holt", userId: "ana", draftOnly: false };
const quill: Who = { ...pen, draftOnly: true };

const leave = ["Holt Studio"];
const toAnswer = ["Mira’s mail"];

describe("What an agent may, beside a human assistant", () => {
  test("Pen reads the very lines that Ana reads, whatever leave Mira has given", () => {
    expect(rightsOf("agent")).toEqual(rightsOf("assistant"));
    expect(rightsOf("agent", leave, toAnswer)).toEqual(rightsOf("assistant", leave, toAnswer));
    expect(rightsOf("agent").length).toBeGreaterThan(25);
  });

  test("Quill lacks exactly what finishes something, and nothing else", () => {
    expect(withheldFromDraftOnly(leave, toAnswer).map(({ id }) => id)).toEqual([
      "close-delegable",
      "reopen-delegable",
      "release",
      "release-answer",
    ]);
    expect(withheldFromDraftOnly().map(({ id }) => id)).toEqual(["close-delegable", "reopen-delegable"]);
  });

  test("Quill is told that it prepares only where Ana may, and what Ana is told where she may not", () => {
    const told = { "draft-only": 0, same: 0 };
    for (const ask of everyQuestion()) {
      const [asAna, asPen, asQuill] = [ask(ana), ask(pen), ask(quill)].map((no) => no?.code ?? null);
      expect(asPen).toBe(asAna);
      expect(asQuill === asAna || (asAna === null && asQuill === "draft-only")).toBe(true);
      told[asQuill === asAna ? "same" : "draft-only"] += 1;
    }
    expect(told["draft-only"]).toBeGreaterThan(0);
    expect(told.same).toBeGreaterThan(told["draft-only"]);
  });

  test("neither of them, nor Mira’s own token, does what must be Mira", () => {
    const miras: Who = { ...ana, role: "client", userId: "mira" };
    for (const who of [ana, pen, quill, miras]) {
      expect(whyNotClose(who, { tag: "must-be-you", state: "client", mergedIntoId: null })?.code).toBe(
        "must-be-you",
      );
      expect(whyNotApprove(who, draft("must-be-you"), "seal", new Date(0))?.code).toBe(
        "only-client-approves",
      );
    }
  });
});

/** Every question about finishing something, on every task there can be. */
function everyQuestion(): ((who: Who) => { code: string } | null)[] {
  const at = new Date(0);
  return tags.flatMap((tag) =>
    taskStates.flatMap((state) => {
      const task = { tag, state, mergedIntoId: null };
      return [
        (who: Who) => whyNotClose(who, task),
        (who: Who) => whyNotReopen(who, task),
        ...tags.map((to) => (who: Who) => whyNotRetag(who, task, to)),
        (who: Who) => whyNotRelease(who, draft(tag), "seal", at),
        (who: Who) => whyNotApprove(who, draft(tag), "seal", at),
        (who: Who) => whyNotWentOut(who, { ...draft(tag), state: "approved", way: "elsewhere" }),
      ];
    }),
  );
}

function draft(tag: Tag): DraftFacts {
  return {
    id: "one",
    version: 1,
    taskId: "one",
    state: "draft",
    latest: 1,
    way: "mail",
    accountId: "one",
    recipients: [],
    subject: "",
    wantsProof: false,
    neededBy: null,
    submittedAt: null,
    removedAt: null,
    text: "words",
    seal: "seal",
    sending: null,
    answer: null,
    takesKept: false,
    isClients: false,
    hasFiles: false,
    account: {
      voice: "company",
      assistantsSend: true,
      assistantsAnswer: false,
      sendsMail: true,
      removed: false,
    },
    task: { kind: "other", tag, state: "assistant", mergedIntoId: null },
  };
}
