import { checking } from "../../support/fence/check-world";
import type { Answers, Row } from "./doors";

const desk = "/api/v1/w/[workspace]";
const all: Answers = ["200", "200", "200"];
const mustBeYou: Answers = ["200", "403 must-be-you", "403 must-be-you"];
const noOne = (code: string): Answers => [code, code, code];

const asksAboutLunch: Row["before"] = async (world, at, id) => {
  await checking(world, at, id);
  return {};
};
const confirmed = { confirmed: ["date", "time"], withWhom: "Noor Haddad", how: "call" };
const record: Row["body"] = ({ version }) => ({ version, ...confirmed });
const check = { before: asksAboutLunch, when: "the check of a meeting" } as const;

/** What was confirmed of a meeting is recorded by whoever may complete the task that asks; nothing else completes it. */
export const checkRows: Row[] = [
  { ...check, door: `GET ${desk}/tasks/[id]/check`, on: "strict task", answers: all },
  {
    door: `GET ${desk}/tasks/[id]/check`,
    on: "loose task",
    when: "that checks nothing",
    answers: noOne("404 not-found"),
  },
  { ...check, door: `POST ${desk}/tasks/[id]/check`, on: "strict task", body: record, answers: mustBeYou },
  { ...check, door: `POST ${desk}/tasks/[id]/check`, on: "loose task", body: record, answers: all },
  {
    door: `POST ${desk}/tasks/[id]/check`,
    on: "loose task",
    when: "that checks nothing",
    body: record,
    answers: noOne("404 not-found"),
  },
  {
    ...check,
    door: `POST ${desk}/tasks/[id]/[verb] complete`,
    on: "strict task",
    body: ({ version }) => ({ version }),
    answers: ["409 unchecked", "403 must-be-you", "403 must-be-you"],
  },
  {
    ...check,
    door: `POST ${desk}/tasks/bulk complete`,
    on: "loose task",
    body: ({ id, version }) => ({ verb: "complete", items: [{ id, version }], input: {} }),
    answers: noOne("409 unchecked"),
  },
  {
    door: `POST ${desk}/checks/[id]/undo`,
    on: "event check",
    draft: { task: { tag: "must-be-you" } },
    body: () => ({}),
    answers: mustBeYou,
  },
  {
    door: `POST ${desk}/checks/[id]/undo`,
    on: "event check",
    when: "of what may be delegated",
    draft: { task: { tag: "delegable" } },
    body: () => ({}),
    answers: all,
  },
];
