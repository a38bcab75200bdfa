import { expect, test } from "vitest";
import { type Can, canOn } from "@/lib/domain/task/can";
import { readTable, somebody, taskIn } from "./cells";

const letters: Record<keyof Can, string> = {
  complete: "c",
  decline: "d",
  tighten: "t",
  loosen: "l",
  reopen: "r",
  change: "e",
};

/** c complete, d decline, t tighten, l loosen, r re-open, e edit; a dash where there is no button at all. */
const buttons = `
                           inbox  assistant  client  scheduled  waiting  folded  done  declined  withdrawn
  client     delegable     cdte   cdte       cdte    cdte       cdte     -       r     r         -
  client     must-be-you   cdle   cdle       cdle    cdle       cdle     -       r     r         -
  assistant  delegable     cdte   cdte       cdte    cdte       cdte     -       r     r         -
  assistant  must-be-you   e      e          e       e          e        -       -     -         -
  agent      delegable     cdte   cdte       cdte    cdte       cdte     -       r     r         -
  agent      must-be-you   e      e          e       e          e        -       -     -         -
  system     delegable     te     te         te      te         te       -       -     -         -
  system     must-be-you   e      e          e       e          e        -       -     -         -`;

test("The buttons that each person is shown are those that they may press", () => {
  const cells = readTable(buttons);
  const wrong = cells.flatMap(({ role, tag, life, answer }) => {
    const can = canOn(somebody(role), taskIn(life, tag));
    const shown = (Object.keys(letters) as (keyof Can)[])
      .filter((button) => can[button])
      .map((b) => letters[b]);
    return (shown.join("") || "-") === answer
      ? []
      : [`${role} ${tag} ${life}: ${shown.join("")}, not ${answer}`];
  });

  expect(wrong).toEqual([]);
  expect(cells.length * Object.keys(letters).length).toBe(432);
});
