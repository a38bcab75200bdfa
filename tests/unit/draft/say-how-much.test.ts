import { describe, expect, test } from "vitest";
import { sayHowMuch } from "@/lib/domain/draft/say-how-much";
import { sayWhose } from "@/lib/domain/draft/say-whose";
import type { Author, Stretch } from "@/lib/domain/draft/whose-words";

const mira: Author = { by: "client", name: "Mira Holt", userId: "mira" };
const ana: Author = { by: "assistant", name: "Ana Ruiz", userId: "ana" };
const robin: Author = { by: "agent", name: "Robin", userId: "robin" };
const phrase: Author = { by: "phrase", name: "a saved phrase", userId: null };
const nobody: Author = { by: "unknown", name: "", userId: null };

const long =
  "The boat is dry again and waits for you under its old cover. We sail as soon as the ice is gone. ";
const table: [string, [Author, string][]][] = [
  ["Nothing is written yet.", []],
  ["Mira wrote all of it.", [[mira, long]]],
  ["Ana wrote all of it.", [[ana, long]]],
  ["Robin, an agent, wrote all of it.", [[robin, long]]],
  ["All of it is a saved phrase.", [[phrase, long]]],
  ["Nobody knows who wrote it.", [[nobody, long]]],
  ["Mira wrote all of it.", [[mira, "👋"]]],
  [
    "Ana wrote all of it; Mira changed no word of it.",
    [
      [ana, "The boat is dry"],
      [mira, "!"],
    ],
  ],
  [
    "Mira wrote all of it.",
    [
      [mira, "The boat is dry"],
      [ana, "."],
    ],
  ],
  [
    "Mostly Ana’s draft, with a sentence of Mira’s.",
    [
      [ana, long],
      [mira, "Come soon."],
    ],
  ],
  [
    "Mostly Ana’s draft, with some sentences of Mira’s.",
    [
      [ana, long],
      [mira, "Come soon. Bring Leni."],
    ],
  ],
  [
    "Mostly Ana’s draft, with a word or two of Mira’s.",
    [
      [ana, `${long}Come on `],
      [mira, "Sunday"],
      [ana, "."],
    ],
  ],
  [
    "Mostly Ana’s draft, with a few words of Mira’s.",
    [
      [ana, `${long}Come `],
      [mira, "when it is May"],
      [ana, "."],
    ],
  ],
  [
    "Mostly Mira’s words, with a sentence of Ana’s.",
    [
      [mira, long],
      [ana, "Come soon."],
    ],
  ],
  [
    "Mostly Mira’s words, with a sentence from a saved phrase.",
    [
      [mira, long],
      [phrase, "Come soon."],
    ],
  ],
  [
    "Mostly Robin’s draft, with a sentence of Mira’s.",
    [
      [robin, long],
      [mira, "Come soon."],
    ],
  ],
  [
    "Mostly a saved phrase, with a word or two of Ana’s.",
    [
      [ana, "Dear Tomas, "],
      [phrase, long],
    ],
  ],
  [
    "Mostly Ana’s draft, with a few words of a saved phrase and a sentence of Mira’s.",
    [
      [ana, `${long.repeat(2)}I say `],
      [phrase, "thank you very much"],
      [ana, ". "],
      [mira, "Come soon."],
    ],
  ],
  [
    "Partly Ana’s words and partly Mira’s words.",
    [
      [ana, "The boat is dry again. "],
      [mira, "We sail again in May."],
    ],
  ],
  [
    "Mostly Ana’s draft, with a sentence of somebody not known.",
    [
      [ana, long],
      [nobody, "Come soon."],
    ],
  ],
];

describe("How much of this is mine", () => {
  test.each(table)("Mira reads “%s”", (says, parts) => {
    const stretches: Stretch[] = parts.map(([author, text]) => ({ author, text }));
    expect(sayHowMuch(stretches, "Mira Holt")).toBe(says);
    expect(says).not.toMatch(/\d|%|!/);
  });
});

test("Whoever listens hears whose words come next", () => {
  expect([mira, ana, robin, phrase, nobody].map((one) => sayWhose(one, "Mira Holt"))).toEqual([
    "Mira’s words:",
    "Ana’s words:",
    "Robin’s words, an agent:",
    "a saved phrase:",
    "the words of somebody not known:",
  ]);
  expect(sayWhose({ by: "assistant", name: "نور حداد", userId: "noor" }, "Mira Holt")).toBe(
    "\u2068نور\u2069’s words:",
  );
});
