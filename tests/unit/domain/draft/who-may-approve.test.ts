import { expect, test } from "vitest";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { whyNotPutForward, whyNotTakeAway, whyNotTakeBack } from "@/lib/domain/draft/put-forward";
import {
  whyNotApprove,
  whyNotAskChanges,
  whyNotCallBack,
  whyNotOverWords,
  whyNotRelease,
  whyNotWentOut,
  whyNotWrite,
  whyNotWriteOver,
} from "@/lib/domain/draft/who-may-approve";
import type { Refusal } from "@/lib/domain/refusal";
import { at, type Cell, draftIn, readTable, somebody } from "./cells";

/** Cells that were looked at, over all tables; the last test counts them. */
let cells = 0;

function expectTable(table: string, ask: (cell: Cell) => Refusal | null): void {
  const wrong: string[] = [];
  for (const cell of readTable(table)) {
    const answer = ask(cell)?.code ?? "yes";
    if (answer !== cell.answer)
      wrong.push(`${cell.role} ${cell.door} ${cell.life}: ${answer}, not ${cell.answer}`);
    cells += 1;
  }
  expect(wrong).toEqual([]);
}

/** Every sort of draft there is: whose task, whose voice, with or without leave, which way, with or without a proof. */
const sorts: Partial<DraftFacts>[] = [];
for (const tag of ["delegable", "must-be-you"] as const)
  for (const voice of ["personal", "company", "none"] as const)
    for (const assistantsSend of [true, false])
      for (const way of ["mail", "elsewhere"] as const)
        for (const wantsProof of [true, false])
          sorts.push({
            way,
            wantsProof,
            account:
              voice === "none"
                ? null
                : { voice, assistantsSend, assistantsAnswer: false, sendsMail: true, removed: false },
            task: { kind: "personal-reply", tag, state: "client", mergedIntoId: null },
          });
/** The one sort that an assistant sends on their own. */
const released: Partial<DraftFacts> = {
  account: {
    voice: "company",
    assistantsSend: true,
    assistantsAnswer: false,
    sendsMail: true,
    removed: false,
  },
  task: { kind: "personal-reply", tag: "delegable", state: "client", mergedIntoId: null },
};
const inLife = (cell: Cell, sort: Partial<DraftFacts>): DraftFacts => {
  const draft = draftIn(cell.life, sort);
  return { ...draft, task: { ...draftIn(cell.life).task, tag: draft.task.tag } };
};

test("Mira alone approves, in person or by her mail, exactly what she was shown, in time, and once; whatever sort it is", () => {
  const open = "draft submitted changes-requested in-time edited late expired";
  const out = "approved released held failed leaving handed-over unsure sent";
  const no = (count: number) => Array(count).fill("only-client-approves").join(" ");
  const hers = `yes yes yes yes words-changed expired expired ${Array(8).fill("leaving").join(" ")}`;
  const table = `
    ${open} ${out} removed folded done declined withdrawn
    client screen ${hers} not-found ${Array(4).fill("already-closed").join(" ")}
    client mail ${hers} not-found ${Array(4).fill("already-closed").join(" ")}
    client api ${no(20)}
    client import ${no(20)}
    client job ${no(20)}
    client arrival ${no(20)}
    assistant screen ${no(20)}
    assistant mail ${no(20)}
    assistant api ${no(20)}
    agent screen ${no(20)}
    agent api ${no(20)}
    system job ${no(20)}
    system screen ${no(20)}`;
  for (const sort of sorts)
    expectTable(table, (cell) =>
      whyNotApprove(somebody(cell.role, cell.door), inLife(cell, sort), "shown", at),
    );
});

test("What Mira may not do for herself is refused with her name", () => {
  expect(whyNotApprove(somebody("assistant"), draftIn("submitted"), "shown", at)).toEqual({
    code: "only-client-approves",
    clientName: "Mira Holt",
  });
  expect(whyNotApprove(somebody("client"), draftIn("edited"), "shown", at)).toEqual({
    code: "words-changed",
    latest: 2,
  });
  expect(whyNotApprove(somebody("client"), draftIn("late"), "shown", at)).toEqual({
    code: "expired",
    neededBy: "2026-11-25T10:00:00.000Z",
  });
  // To the millisecond: at its time it is late.
  const due = new Date("2026-11-25T11:00:00Z");
  expect(whyNotApprove(somebody("client"), draftIn("in-time"), "shown", due)?.code).toBe("expired");
  expect(
    whyNotApprove(somebody("client"), draftIn("in-time"), "shown", new Date(due.getTime() - 1)),
  ).toBeNull();
});

test("Ana sends without approval in one case of all: delegable, a company's voice, Mira's leave, by mail, without a proof", () => {
  for (const role of ["assistant", "agent", "client"] as const) {
    const yes = sorts.filter(
      (sort) => whyNotRelease(somebody(role), draftIn("draft", sort), "shown", at) === null,
    );
    cells += sorts.length;
    expect(yes).toEqual([{ ...released, account: { ...released.account }, way: "mail", wantsProof: false }]);
  }
  const gone = {
    ...released,
    account: {
      voice: "company",
      assistantsSend: true,
      assistantsAnswer: false,
      sendsMail: true,
      removed: true,
    },
  } as const;
  expect(whyNotRelease(somebody("assistant"), draftIn("draft", gone), "shown", at)?.code).toBe(
    "only-client-approves",
  );
});

test("With leave, words still leave in time, once, and as they were shown; a job lets nothing go", () => {
  const table = `
    draft submitted changes-requested in-time edited late expired approved released held leaving unsure sent removed folded done
    assistant screen yes yes yes yes words-changed expired expired leaving leaving leaving leaving leaving leaving not-found already-closed already-closed
    agent api yes yes yes yes words-changed expired expired leaving leaving leaving leaving leaving leaving not-found already-closed already-closed
    system job only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves leaving leaving leaving not-found already-closed already-closed`;
  expectTable(table, (cell) =>
    whyNotRelease(somebody(cell.role, cell.door), inLife(cell, released), "shown", at),
  );
});

test("Mira alone sends a draft back, while it lies before her", () => {
  const table = `
    submitted late draft changes-requested expired approved held leaving sent removed done
    client screen yes yes not-submitted not-submitted not-submitted not-submitted not-submitted leaving leaving not-found already-closed
    assistant screen only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves
    agent api only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves
    system job only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves only-client-approves`;
  expectTable(table, (cell) => whyNotAskChanges(somebody(cell.role, cell.door), draftIn(cell.life)));
});

test("Only approved words for elsewhere are said to have gone out; of what must be Mira she says it, in person", () => {
  const lines = (loose: boolean) => `
    approved draft submitted released expired sent removed done
    client screen yes only-client-approves only-client-approves only-client-approves only-client-approves leaving not-found already-closed
    client mail yes only-client-approves only-client-approves only-client-approves only-client-approves leaving not-found already-closed
    client api ${loose ? "yes" : "must-be-you"} only-client-approves only-client-approves only-client-approves only-client-approves leaving not-found already-closed
    assistant screen ${loose ? "yes" : "must-be-you"} only-client-approves only-client-approves only-client-approves only-client-approves leaving not-found already-closed
    agent api ${loose ? "yes" : "must-be-you"} only-client-approves only-client-approves only-client-approves only-client-approves leaving not-found already-closed
    system job must-be-you only-client-approves only-client-approves only-client-approves only-client-approves leaving not-found already-closed`;
  for (const tag of ["delegable", "must-be-you"] as const) {
    const task = { kind: "personal-reply", tag, state: "client", mergedIntoId: null } as const;
    expectTable(lines(tag === "delegable"), (cell) =>
      whyNotWentOut(somebody(cell.role, cell.door), inLife(cell, { way: "elsewhere", task })),
    );
    expect(whyNotWentOut(somebody("client"), draftIn("approved", { way: "mail", task }))?.code).toBe(
      "only-client-approves",
    );
  }
});

test("Anybody stops what has not left, and nothing else", () => {
  const table = `
    approved released held failed leaving handed-over unsure sent draft submitted changes-requested expired
    assistant screen yes yes yes yes leaving leaving leaving leaving not-undoable not-undoable not-undoable not-undoable`;
  expectTable(table, ({ life }) => whyNotCallBack(draftIn(life)));
});

test("Both write while it stands; no job does, and nobody into words that are leaving", () => {
  const lives =
    "draft submitted changes-requested expired late approved released held failed leaving handed-over unsure sent removed folded done";
  const written =
    "yes yes yes yes yes yes yes yes yes leaving leaving leaving leaving not-found already-closed already-closed";
  const table = `
    ${lives}
    client screen ${written}
    client api ${written}
    assistant screen ${written}
    agent api ${written}
    system job ${Array(16).fill("only-client-approves").join(" ")}`;
  expectTable(table, (cell) => whyNotWrite(somebody(cell.role, cell.door), draftIn(cell.life)));
});

test("A draft is put before Mira in time, taken back from there, and not taken away while it waits to leave", () => {
  const lives =
    "draft submitted changes-requested expired late approved released held leaving sent removed done";
  const who = ({ role, door }: Cell) => somebody(role, door);
  expectTable(
    `${lives}
    assistant screen yes yes yes expired expired leaving leaving leaving leaving leaving not-found already-closed`,
    (cell) => whyNotPutForward(who(cell), draftIn(cell.life), at),
  );
  expectTable(
    `${lives}
    assistant screen not-submitted yes not-submitted not-submitted yes not-submitted not-submitted not-submitted leaving leaving not-found already-closed`,
    (cell) => whyNotTakeBack(who(cell), draftIn(cell.life)),
  );
  expectTable(
    `${lives}
    client screen yes yes yes yes yes leaving leaving leaving leaving leaving not-found already-closed`,
    (cell) => whyNotTakeAway(who(cell), draftIn(cell.life)),
  );
});

test("A task is closed by hand over words that wait, never over words that are on their way", () => {
  const table = `
    draft submitted approved held failed leaving handed-over unsure
    client screen yes yes yes yes yes leaving leaving leaving`;
  expectTable(table, ({ life }) => whyNotOverWords(draftIn(life)));
  expect(whyNotOverWords(null)).toBeNull();
});

test("Words end what was let go only where whoever writes says so, the client no less than others", () => {
  const lives = "draft submitted changes-requested approved released held expired";
  const table = `
    ${lives}
    client screen yes yes yes let-go let-go let-go yes
    assistant screen yes yes yes let-go let-go let-go yes
    agent api yes yes yes let-go let-go let-go yes`;
  expectTable(table, ({ role, door, life }) => whyNotWriteOver(somebody(role, door), draftIn(life), false));
  expectTable(table.replaceAll("let-go", "yes"), ({ role, door, life }) =>
    whyNotWriteOver(somebody(role, door), draftIn(life), true),
  );
});

test("The tables have all the cells that they are to have", () => {
  expect(sorts).toHaveLength(48);
  expect(cells).toBe(
    48 * 13 * 20 + 48 * 3 + 3 * 16 + 4 * 11 + 2 * 6 * 8 + 12 + 5 * 16 + 3 * 12 + 8 + 2 * 3 * 7,
  );
});
