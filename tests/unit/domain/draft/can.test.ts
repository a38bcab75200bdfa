import { expect, test } from "vitest";
import { canOnDraft } from "@/lib/domain/draft/can";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { DraftCan } from "@/lib/domain/draft/view";
import { at, draftIn, readTable, somebody } from "./cells";

const letters: Record<keyof DraftCan, string> = {
  write: "w",
  submit: "s",
  takeBack: "t",
  approve: "a",
  askChanges: "c",
  callBack: "u",
  sendAgain: "g",
  release: "r",
  sayWentOut: "o",
  remove: "x",
};

function buttonsOf(can: DraftCan): string {
  const shown = (Object.keys(letters) as (keyof DraftCan)[]).filter((button) => can[button]);
  return shown.map((button) => letters[button]).join("") || "-";
}

function expectButtons(table: string, more: Partial<DraftFacts>): void {
  const wrong = readTable(table).flatMap(({ role, door, life, answer }) => {
    const facts = draftIn(life);
    const draft = { ...facts, ...more, task: { ...facts.task, tag: more.task?.tag ?? facts.task.tag } };
    const buttons = buttonsOf(canOnDraft(somebody(role, door), draft, at));
    return buttons === answer ? [] : [`${role} ${door} ${life}: ${buttons}, not ${answer}`];
  });
  expect(wrong).toEqual([]);
}

// w write, s submit, t take back, a approve, c ask for changes, u call back, g send again, r send with leave, o it went out, x take away.
test("The buttons on Mira's own words are those that each may press", () => {
  const table = `
                      draft  submitted  changes-requested  expired  late   approved  held  leaving  sent  removed  done
    client screen     wsax   wtacx      wsax               wx       wtcx   wu        wu    -        -     -        -
    client api        wsx    wtx        wsx                wx       wtx    wu        wu    -        -     -        -
    assistant screen  wsx    wtx        wsx                wx       wtx    wu        wu    -        -     -        -
    agent api         wsx    wtx        wsx                wx       wtx    wu        wu    -        -     -        -`;
  expectButtons(table, {});
});

test("With leave, for what may be delegated in a company's voice, Ana has a button to send, and Mira hers to approve", () => {
  const table = `
                      draft  submitted  changes-requested  expired  late  approved  released  held  leaving
    client screen     wsax   wtacx      wsax               wx       wtcx  wu        wu        wu    -
    assistant screen  wsrx   wtrx       wsrx               wx       wtx   wu        wu        wu    -`;
  expectButtons(table, {
    account: {
      voice: "company",
      assistantsSend: true,
      assistantsAnswer: false,
      sendsMail: true,
      removed: false,
    },
    task: { kind: "personal-reply", tag: "delegable", state: "client", mergedIntoId: null },
  });
});

test("Whoever may complete it says that words for elsewhere went out", () => {
  const line = (o: string) => `
    approved submitted
    client screen wuo wtacx
    assistant screen wu${o} wtx`;
  for (const tag of ["delegable", "must-be-you"] as const)
    expectButtons(line(tag === "delegable" ? "o" : ""), {
      way: "elsewhere",
      task: { kind: "personal-reply", tag, state: "client", mergedIntoId: null },
    });
});

test("Words that failed may be sent again by whoever sent them; a further copy of those that may have arrived is Mira's word alone", () => {
  const may = (role: "client" | "assistant" | "agent", state: "failed" | "unsure", pressedBy: string) => {
    const sending = { id: "s1", version: 3, state, pressedBy };
    const draft = draftIn("released", { sending });
    return canOnDraft(somebody(role), draft, at).sendAgain;
  };
  const ana = somebody("assistant").userId ?? "";

  expect([may("client", "failed", ana), may("client", "unsure", ana)]).toEqual([true, true]);
  expect([may("assistant", "failed", ana), may("assistant", "unsure", ana)]).toEqual([true, false]);
  expect([may("agent", "failed", ana), may("assistant", "failed", "mira")]).toEqual([false, false]);
  expect(canOnDraft(somebody("client"), draftIn("held"), at).sendAgain).toBe(false);
});

test("Nothing is submitted, sent or approved that has no words", () => {
  const empty = draftIn("draft", { text: "  \n" });

  expect(buttonsOf(canOnDraft(somebody("client"), empty, at))).toBe("wx");
  expect(buttonsOf(canOnDraft(somebody("assistant"), empty, at))).toBe("wx");
});
