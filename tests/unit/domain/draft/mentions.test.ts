import { expect, test } from "vitest";
import { mentionPlaces, mentionsIn } from "@/lib/domain/draft/mentions";

const ana = { userId: "ana", name: "Ana Duarte" };
const anna = { userId: "anna", name: "Anna Lind" };
const mira = { userId: "mira", name: "Mira Holt" };
const desk = [ana, anna, mira];
const called = (note: string, members = desk) => mentionsIn(note, members).map(({ userId }) => userId);

const lines: [note: string, who: string[]][] = [
  ["@Ana, is this right?", ["ana"]],
  ["@ana duarte: yes", ["ana"]],
  ["Ask @Mira and @Ana.", ["ana", "mira"]],
  ["@Anna knows", ["anna"]],
  ["@Anastasia is nobody here", []],
  ["@Ana_2 is nobody here", []],
  ["Write to mira@mira.test", []],
  ["Write to me.@Mira", []],
  ["(@Mira)", ["mira"]],
  ["@Mira’s mail", ["mira"]],
  ["@ Mira", []],
  ["@", []],
  ["@Mira @mira @MIRA HOLT", ["mira"]],
  ["Mira and Ana", []],
];
test.each(lines)("“%s” calls whoever it names", (note, who) => {
  expect(called(note)).toEqual(who);
});

test("A first name that two share calls both, a full name only the one", () => {
  const shared = [ana, { userId: "ana-2", name: "Ana Ruiz" }];

  expect(called("@Ana?", shared)).toEqual(["ana", "ana-2"]);
  expect(called("@Ana Ruiz?", shared)).toEqual(["ana-2"]);
});

test("A place says where the name stands, the @ with it, also behind an emoji", () => {
  const note = "🙂 @Mira Holt!";

  expect(mentionPlaces(note, desk).map(({ from, to }) => note.slice(from, to))).toEqual(["@Mira Holt"]);
});

test("Names of any script are called, and one that nobody has calls nobody", () => {
  expect(called("@Ωμέγα;", [{ userId: "o", name: "Ωμέγα Παπά" }])).toEqual(["o"]);
  expect(called("@ ", [{ userId: "x", name: "" }])).toEqual([]);
});
