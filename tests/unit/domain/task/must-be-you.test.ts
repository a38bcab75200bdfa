import { expect, test } from "vitest";
import type { Refusal } from "@/lib/domain/refusal";
import {
  whyNotChange,
  whyNotClose,
  whyNotMakePrivate,
  whyNotMerge,
  whyNotReopen,
  whyNotRetag,
  whyNotTagNew,
  whyNotWithdraw,
} from "@/lib/domain/task/must-be-you";
import type { Tag } from "@/lib/domain/task/task";
import { type Cell, type Life, readTable, somebody, taskIn } from "./cells";

/** Cells that were looked at, over all tables; the last test counts them. */
let cells = 0;

function expectTable(table: string, ask: (cell: Cell) => Refusal | null): void {
  const wrong: string[] = [];
  for (const cell of readTable(table)) {
    const answer = ask(cell)?.code ?? "yes";
    if (answer !== cell.answer)
      wrong.push(`${cell.role} ${cell.tag} ${cell.life}: ${answer}, not ${cell.answer}`);
    cells += 1;
  }
  expect(wrong).toEqual([]);
}

test("Only Mira completes or declines what must be her, and a job completes nothing", () => {
  const table = `
                             inbox        assistant    client       scheduled    waiting      folded          done            declined        withdrawn
    client     delegable     yes          yes          yes          yes          yes          already-closed  already-closed  already-closed  already-closed
    client     must-be-you   yes          yes          yes          yes          yes          already-closed  already-closed  already-closed  already-closed
    assistant  delegable     yes          yes          yes          yes          yes          already-closed  already-closed  already-closed  already-closed
    assistant  must-be-you   must-be-you  must-be-you  must-be-you  must-be-you  must-be-you  already-closed  already-closed  already-closed  already-closed
    agent      delegable     yes          yes          yes          yes          yes          already-closed  already-closed  already-closed  already-closed
    agent      must-be-you   must-be-you  must-be-you  must-be-you  must-be-you  must-be-you  already-closed  already-closed  already-closed  already-closed
    system     delegable     must-be-you  must-be-you  must-be-you  must-be-you  must-be-you  already-closed  already-closed  already-closed  already-closed
    system     must-be-you   must-be-you  must-be-you  must-be-you  must-be-you  must-be-you  already-closed  already-closed  already-closed  already-closed`;
  expectTable(table, ({ role, tag, life }) => whyNotClose(somebody(role), taskIn(life, tag)));
});

test("Only Mira says that something may be delegated after all", () => {
  const table = `
                             inbox                assistant            client               scheduled            waiting              folded          done            declined        withdrawn
    client     delegable     yes                  yes                  yes                  yes                  yes                  already-closed  already-closed  already-closed  already-closed
    client     must-be-you   yes                  yes                  yes                  yes                  yes                  already-closed  already-closed  already-closed  already-closed
    assistant  delegable     yes                  yes                  yes                  yes                  yes                  already-closed  already-closed  already-closed  already-closed
    assistant  must-be-you   only-client-loosens  only-client-loosens  only-client-loosens  only-client-loosens  only-client-loosens  already-closed  already-closed  already-closed  already-closed
    agent      delegable     yes                  yes                  yes                  yes                  yes                  already-closed  already-closed  already-closed  already-closed
    agent      must-be-you   only-client-loosens  only-client-loosens  only-client-loosens  only-client-loosens  only-client-loosens  already-closed  already-closed  already-closed  already-closed
    system     delegable     yes                  yes                  yes                  yes                  yes                  already-closed  already-closed  already-closed  already-closed
    system     must-be-you   only-client-loosens  only-client-loosens  only-client-loosens  only-client-loosens  only-client-loosens  already-closed  already-closed  already-closed  already-closed`;
  expectTable(table, ({ role, tag, life }) => whyNotRetag(somebody(role), taskIn(life, tag), "delegable"));
});

test("Anybody says that something must be Mira, while it is open", () => {
  const table = `
                             inbox  assistant  client  scheduled  waiting  folded          done            declined        withdrawn
    client     delegable     yes    yes        yes     yes        yes      already-closed  already-closed  already-closed  already-closed
    client     must-be-you   yes    yes        yes     yes        yes      already-closed  already-closed  already-closed  already-closed
    assistant  delegable     yes    yes        yes     yes        yes      already-closed  already-closed  already-closed  already-closed
    assistant  must-be-you   yes    yes        yes     yes        yes      already-closed  already-closed  already-closed  already-closed
    agent      delegable     yes    yes        yes     yes        yes      already-closed  already-closed  already-closed  already-closed
    agent      must-be-you   yes    yes        yes     yes        yes      already-closed  already-closed  already-closed  already-closed
    system     delegable     yes    yes        yes     yes        yes      already-closed  already-closed  already-closed  already-closed
    system     must-be-you   yes    yes        yes     yes        yes      already-closed  already-closed  already-closed  already-closed`;
  expectTable(table, ({ role, tag, life }) => whyNotRetag(somebody(role), taskIn(life, tag), "must-be-you"));
});

test("Whoever may not complete it does not take its completion back either", () => {
  const table = `
                             inbox       assistant   client      scheduled   waiting     folded      done         declined     withdrawn
    client     delegable     not-closed  not-closed  not-closed  not-closed  not-closed  not-closed  yes          yes          not-closed
    client     must-be-you   not-closed  not-closed  not-closed  not-closed  not-closed  not-closed  yes          yes          not-closed
    assistant  delegable     not-closed  not-closed  not-closed  not-closed  not-closed  not-closed  yes          yes          not-closed
    assistant  must-be-you   not-closed  not-closed  not-closed  not-closed  not-closed  not-closed  must-be-you  must-be-you  not-closed
    agent      delegable     not-closed  not-closed  not-closed  not-closed  not-closed  not-closed  yes          yes          not-closed
    agent      must-be-you   not-closed  not-closed  not-closed  not-closed  not-closed  not-closed  must-be-you  must-be-you  not-closed
    system     delegable     not-closed  not-closed  not-closed  not-closed  not-closed  not-closed  must-be-you  must-be-you  not-closed
    system     must-be-you   not-closed  not-closed  not-closed  not-closed  not-closed  not-closed  must-be-you  must-be-you  not-closed`;
  expectTable(table, ({ role, tag, life }) => whyNotReopen(somebody(role), taskIn(life, tag)));
});

test("Everything else about a task is changed while it is open, by anybody", () => {
  const table = `
                             inbox  assistant  client  scheduled  waiting  folded          done            declined        withdrawn
    assistant  delegable     yes    yes        yes     yes        yes      already-closed  already-closed  already-closed  already-closed
    assistant  must-be-you   yes    yes        yes     yes        yes      already-closed  already-closed  already-closed  already-closed`;
  expectTable(table, ({ tag, life }) => whyNotChange(taskIn(life, tag)));
});

test("A strict task is folded into a strict one only, and only open ones are folded at all", () => {
  // Lines: the task that is folded. Columns: the one it is folded into.
  const table = `
                         delegable/inbox  must-be-you/inbox  delegable/folded  must-be-you/folded  delegable/done  must-be-you/done  delegable/withdrawn  must-be-you/withdrawn
    inbox      delegable     yes     yes     closed  closed  closed  closed  closed  closed
    inbox      must-be-you   looser  yes     closed  closed  closed  closed  closed  closed
    folded     delegable     closed  closed  closed  closed  closed  closed  closed  closed
    folded     must-be-you   closed  closed  closed  closed  closed  closed  closed  closed
    done       delegable     closed  closed  closed  closed  closed  closed  closed  closed
    done       must-be-you   closed  closed  closed  closed  closed  closed  closed  closed
    withdrawn  delegable     closed  closed  closed  closed  closed  closed  closed  closed
    withdrawn  must-be-you   closed  closed  closed  closed  closed  closed  closed  closed`;
  const wrong = readTable(table).filter(({ role, tag, life, answer }) => {
    const [intoTag, intoLife] = (life as string).split("/") as [Tag, Life];
    const no = whyNotMerge(
      taskIn(role as unknown as Life, tag),
      taskIn(intoLife, intoTag, { id: "the other" }),
    );
    cells += 1;
    return (no === null ? "yes" : no.code === "cannot-merge" ? no.why : no.code) !== answer;
  });
  expect(wrong).toEqual([]);
  expect(whyNotMerge(taskIn("inbox", "delegable"), taskIn("inbox", "delegable"))).toEqual({
    code: "cannot-merge",
    why: "same",
  });
  cells += 1;
});

test("What comes back is folded only into what comes back, and never by way of what is looser", () => {
  const answer = (repeats: boolean, tag: Tag, intoRepeats: boolean, intoTag: Tag) => {
    cells += 1;
    const into = taskIn("inbox", intoTag, { id: "the other", repeats: intoRepeats });
    const no = whyNotMerge(taskIn("inbox", tag, { repeats }), into);
    return no?.code === "cannot-merge" ? no.why : no;
  };
  expect(answer(true, "delegable", false, "delegable")).toBe("repeats");
  expect(answer(true, "delegable", false, "must-be-you")).toBe("repeats");
  expect(answer(true, "must-be-you", false, "delegable")).toBe("looser");
  expect(answer(true, "delegable", true, "must-be-you")).toBeNull();
  expect(answer(false, "delegable", true, "delegable")).toBeNull();
});

test("Only what nobody has touched is taken back, by whoever made it, or by Mira", () => {
  const rows: [who: "client" | "assistant" | "agent" | "system", what: string, answer: string][] = [
    ["client", "her own, untouched", "yes"],
    ["client", "her own, touched", "yes"],
    ["client", "Ana's, untouched", "yes"],
    ["client", "Ana's, touched", "yes"],
    ["client", "a job's, untouched", "yes"],
    ["client", "one that holds another", "not-undoable"],
    ["client", "done", "already-closed"],
    ["client", "folded", "already-closed"],
    ["client", "withdrawn", "already-closed"],
    ["assistant", "her own, untouched", "not-undoable"],
    ["assistant", "her own, touched", "not-undoable"],
    ["assistant", "Ana's, untouched", "yes"],
    ["assistant", "Ana's, touched", "not-undoable"],
    ["assistant", "a job's, untouched", "not-undoable"],
    ["assistant", "one that holds another", "not-undoable"],
    ["assistant", "done", "already-closed"],
    ["assistant", "folded", "already-closed"],
    ["assistant", "withdrawn", "already-closed"],
    ["agent", "her own, untouched", "not-undoable"],
    ["agent", "Ana's, untouched", "not-undoable"],
    ["agent", "a job's, untouched", "not-undoable"],
    ["agent", "done", "already-closed"],
    ["system", "her own, untouched", "not-undoable"],
    ["system", "Ana's, untouched", "not-undoable"],
    ["system", "a job's, untouched", "not-undoable"],
    ["system", "done", "already-closed"],
  ];
  const tasks: Record<string, Parameters<typeof whyNotWithdraw>[1]> = {
    "her own, untouched": {
      ...taskIn("inbox", "must-be-you", { createdBy: "user-client" }),
      hasMerged: false,
    },
    "her own, touched": {
      ...taskIn("inbox", "must-be-you", { createdBy: "user-client", version: 2 }),
      hasMerged: false,
    },
    "Ana's, untouched": {
      ...taskIn("inbox", "must-be-you", { createdBy: "user-assistant" }),
      hasMerged: false,
    },
    "Ana's, touched": {
      ...taskIn("inbox", "must-be-you", { createdBy: "user-assistant", version: 2 }),
      hasMerged: false,
    },
    "a job's, untouched": { ...taskIn("inbox", "must-be-you"), hasMerged: false },
    "one that holds another": {
      ...taskIn("inbox", "must-be-you", { createdBy: "user-assistant" }),
      hasMerged: true,
    },
    done: { ...taskIn("done", "delegable", { createdBy: "user-assistant" }), hasMerged: false },
    folded: { ...taskIn("folded", "delegable", { createdBy: "user-assistant" }), hasMerged: false },
    withdrawn: { ...taskIn("withdrawn", "delegable", { createdBy: "user-assistant" }), hasMerged: false },
  };
  for (const [who, what, answer] of rows) {
    const task = tasks[what] as Parameters<typeof whyNotWithdraw>[1];
    expect(whyNotWithdraw(somebody(who), task)?.code ?? "yes", `${who}: ${what}`).toBe(answer);
    cells += 1;
  }
});

test("A new task is as strict as the policy says, or stricter; a looser one is Mira's word", () => {
  const rows: [who: "client" | "assistant" | "agent" | "system", policy: Tag, wanted: Tag, answer: string][] =
    [
      ["client", "delegable", "delegable", "yes"],
      ["client", "delegable", "must-be-you", "yes"],
      ["client", "must-be-you", "delegable", "yes"],
      ["client", "must-be-you", "must-be-you", "yes"],
      ["assistant", "delegable", "delegable", "yes"],
      ["assistant", "delegable", "must-be-you", "yes"],
      ["assistant", "must-be-you", "delegable", "only-client-loosens"],
      ["assistant", "must-be-you", "must-be-you", "yes"],
      ["agent", "delegable", "delegable", "yes"],
      ["agent", "delegable", "must-be-you", "yes"],
      ["agent", "must-be-you", "delegable", "only-client-loosens"],
      ["agent", "must-be-you", "must-be-you", "yes"],
      ["system", "delegable", "delegable", "yes"],
      ["system", "delegable", "must-be-you", "yes"],
      ["system", "must-be-you", "delegable", "only-client-loosens"],
      ["system", "must-be-you", "must-be-you", "yes"],
    ];
  for (const [who, policy, wanted, answer] of rows) {
    const no = whyNotTagNew(somebody(who), policy, wanted);
    expect(no?.code ?? "yes", `${who}: ${policy} → ${wanted}`).toBe(answer);
    cells += 1;
  }
});

test("What is private is Mira's to decide", () => {
  const answers = (["client", "assistant", "agent", "system"] as const).map(
    (role) => whyNotMakePrivate(somebody(role))?.code ?? "yes",
  );
  expect(answers).toEqual(["yes", "only-client", "only-client", "only-client"]);
  cells += answers.length;
});

test("A refusal says whose word it takes", () => {
  expect(whyNotClose(somebody("assistant"), taskIn("inbox", "must-be-you"))).toEqual({
    code: "must-be-you",
    clientName: "Mira Holt",
  });
  expect(whyNotRetag(somebody("agent"), taskIn("inbox", "must-be-you"), "delegable")).toEqual({
    code: "only-client-loosens",
    clientName: "Mira Holt",
  });
});

test("The tables have all the cells they are to have", () => {
  const lifeTables = 4 * (4 * 2 * 9) + 2 * 9;
  expect(cells).toBe(lifeTables + (8 * 8 + 1) + 5 + 26 + 16 + 4);
  expect(cells).toBe(422);
});
