import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { diffWords } from "@/lib/adapters/words/diff-words";
import { sentencesOf } from "@/lib/domain/draft/sentences-of";
import { type Author, type AuthoredVersion, whoseWords } from "@/lib/domain/draft/whose-words";

const mira: Author = { by: "client", name: "Mira Holt", userId: "mira" };
const ana: Author = { by: "assistant", name: "Ana Ruiz", userId: "ana" };
const claude: Author = { by: "agent", name: "Robin", userId: "robin" };

/** Versions, each with its author, read to "Ana: …" lines. */
function read(...versions: [Author, string, ...string[]][]): [string, string][] {
  const all: AuthoredVersion[] = versions.map(([author, text, ...phrases]) => ({
    text,
    author,
    phrases: phrases.map((one) => ({ text: one })),
  }));
  const stretches = whoseWords(all, diffWords);
  expect(stretches.map((one) => one.text).join("")).toBe(versions.at(-1)?.[1] ?? "");
  return stretches.map(({ author, text }) => [
    author.by === "phrase" ? "phrase" : (author.name.split(" ")[0] ?? ""),
    text,
  ]);
}

const draft =
  "Dear Tomas, the boat is dry again. Ana told me about the long winter in Bergen. Come to dinner on Friday.";

describe("A draft that two edit at once", () => {
  test("What Mira typed into the version that she had before her is hers, whatever Ana has made of it meanwhile", () => {
    const versions = [
      { author: ana, text: "Well done, Joon. Warm regards" },
      { author: ana, text: "Well done, Joon. Ana adds this. Warm regards", basedOn: 1 },
      { author: mira, text: "Well done, Joon. Warm regards Mira adds this, too.", basedOn: 1 },
    ].map((version) => ({ ...version, phrases: [] }));

    const told = whoseWords(versions, diffWords).map(({ author, text }) => [author.name, text]);

    expect(told).toEqual([
      [ana.name, "Well done, Joon. Warm regards "],
      [mira.name, "Mira adds this, too."],
    ]);
  });

  test("What she took over from Ana's version stays Ana's all the same", () => {
    const taken = "I shall ring you on Friday after eight, when the children sleep.";
    const versions = [
      { author: ana, text: "Well done, Joon." },
      { author: ana, text: `Well done, Joon. ${taken}`, basedOn: 1 },
      { author: mira, text: `Well done, Joon. Love! ${taken}`, basedOn: 1 },
    ].map((version) => ({ ...version, phrases: [] }));

    const told = whoseWords(versions, diffWords).map(({ author, text }) => [author.name, text]);

    expect(told).toEqual([
      [ana.name, "Well done, Joon. "],
      [mira.name, "Love! "],
      [ana.name, taken],
    ]);
  });
});

describe("A draft that is edited", () => {
  test("Ana's draft that nobody changed is Ana's", () => {
    expect(read([ana, draft])).toEqual([["Ana", draft]]);
  });

  test("Nothing written is nobody's, and white space alone belongs to whoever typed it", () => {
    expect(read([ana, ""])).toEqual([]);
    expect(whoseWords([], diffWords)).toEqual([]);
    expect(read([ana, draft], [mira, " \n "])).toEqual([["Mira", " \n "]]);
  });

  test("The sentence that Mira adds is Mira's, the rest stays Ana's", () => {
    expect(read([ana, "Come soon. Bring wine."], [mira, "Come soon. Bring Noor. Bring wine."])).toEqual([
      ["Ana", "Come soon. "],
      ["Mira", "Bring Noor. "],
      ["Ana", "Bring wine."],
    ]);
  });

  test("A word that Mira corrects is hers, letters and all, and the comma that she sets is hers alone", () => {
    expect(
      read([ana, "Dear Tomas see you in Goteborg."], [mira, "Dear Tomas, see you in Göteborg."]),
    ).toEqual([
      ["Ana", "Dear Tomas"],
      ["Mira", ", "],
      ["Ana", "see you in "],
      ["Mira", "Göteborg"],
      ["Ana", "."],
    ]);
    expect(read([ana, "see you"], [mira, "See you"])).toEqual([
      ["Mira", "See "],
      ["Ana", "you"],
    ]);
  });

  test("Only white space changed: the authors stay, with Windows' line ends, too", () => {
    const spaced = draft.replaceAll(". ", ".\r\n\r\n").replace("Dear ", "Dear \u00a0 ");
    expect(read([ana, draft], [mira, spaced])).toEqual([["Ana", spaced]]);
  });

  test("A space is no edit even for a comparison that finds no two texts alike", () => {
    const versions = ["Hello", "  Hello "].map((text, n) => ({
      text,
      author: n === 0 ? ana : mira,
      phrases: [],
    }));
    const unlike = whoseWords(versions, (before, after) => [
      { kind: "gone", text: before },
      { kind: "new", text: after },
    ]);
    expect(unlike).toEqual([{ text: "  Hello ", author: ana }]);
  });

  test("All written anew by Mira is Mira's, without a full stop or a small word of Ana's left in it", () => {
    const text = "Noor, what a year you had! We sat by the lake and thought of you all.";
    expect(
      read([ana, "Hello, I hope you are well. We look at the plan and wait for it."], [mira, text]),
    ).toEqual([["Mira", text]]);
    expect(read([ana, "I hope you are well."], [mira, "What a summer it was."])).toEqual([
      ["Mira", "What a summer it was."],
    ]);
  });

  test("Mira takes out a sentence, and what is left is still Ana's", () => {
    const left = "Dear Tomas, the boat is dry again. Come to dinner on Friday.";
    expect(read([ana, draft], [mira, left])).toEqual([["Ana", left]]);
  });
});

describe("Words that were moved, pasted or brought back", () => {
  test("Mira puts Ana's sentences into another order: they stay Ana's", () => {
    const [a = "", b = "", c = ""] = draft.split(/(?<=\.) /);
    expect(read([ana, draft], [mira, [c, a, b].join(" ")])).toEqual([["Ana", [c, a, b].join(" ")]]);
  });

  test("Ana moves a sentence in which Mira had changed a word: the word stays Mira's", () => {
    const changed = draft.replace("long winter", "strange winter");
    const [a, b, c] = changed.split(/(?<=\.) /);
    const moved = read([ana, draft], [mira, changed], [ana, [b, a, c].join(" ")]);
    expect(moved).toEqual([
      ["Ana", "Ana told me about the "],
      ["Mira", "strange "],
      ["Ana", expect.stringMatching(/^winter in Bergen/)],
    ]);
  });

  test("Mira cuts a sentence of Ana's, saves, and pastes it later: it is Ana's", () => {
    const cut = draft.replace(" Ana told me about the long winter in Bergen.", "");
    const pasted = `${cut} Ana told me about the long winter in Bergen.`;
    expect(read([ana, draft], [mira, cut], [mira, pasted])).toEqual([["Ana", pasted]]);
  });

  test("Mira moves three words of Ana's: they stay Ana's", () => {
    const [before, after] = [
      "Bring Noor along. We sail in May or in June.",
      "We sail in May or in June. Bring Noor along.",
    ];
    expect(read([ana, before], [mira, after])).toEqual([["Ana", after]]);
  });

  test("Mira changes a word and later thinks better of it: back in its place, it is Ana's again", () => {
    const lunch = draft.replace("dinner", "lunch");
    const sunday = lunch.replace("Friday", "Sunday");
    const back = sunday.replace("lunch", "dinner");
    expect(read([ana, draft], [mira, lunch], [mira, sunday], [mira, back])).toEqual([
      ["Ana", draft.slice(0, draft.indexOf("Friday"))],
      ["Mira", "Sunday"],
      ["Ana", "."],
    ]);
  });

  test("Mira pastes an earlier form of a sentence beside what is left of it: its first words are still Ana's", () => {
    const [left, whole] = ["dry boat of ours for years.", "Tomas saw dry boat of ours for years."];
    const versions: [Author, string][] = [
      [ana, "Tomas saw dry boat for years. Yours."],
      [mira, `${whole} Yours.`],
      [mira, `${left} Yours.`],
      [mira, `${left} ${whole} Yours.`],
    ];
    expect(read(...versions).filter(([who]) => who === "Mira")).toEqual([
      ["Mira", "of ours "],
      ["Mira", "of ours "],
    ]);
  });

  test("Mira goes back to Ana's draft: every word is Ana's again", () => {
    expect(read([ana, draft], [mira, "No."], [mira, draft])).toEqual([["Ana", draft]]);
  });

  test("A few everyday words that Ana had used elsewhere are Mira's when Mira types them", () => {
    const last = read([ana, draft], [mira, "Yes."], [mira, "Yes. To dinner on foot."]).at(-1);
    expect(last).toEqual(["Mira", "Yes. To dinner on foot."]);
  });

  test("The same text saved by somebody else once more changes nothing", () => {
    expect(read([ana, draft], [mira, draft], [claude, draft])).toEqual([["Ana", draft]]);
  });

  test("Words of an agent are the agent's", () => {
    expect(read([claude, "Good morning"], [mira, "Good morning, Noor"]).map(([who]) => who)).toEqual([
      "Robin",
      "Mira",
    ]);
  });
});

describe("Saved phrases", () => {
  const no = "Thank you for thinking of me. This month is full, and I will not make it.";

  test("A phrase that was put in is the phrase's, what Ana typed around it is hers", () => {
    expect(read([ana, `Dear Tomas, ${no} All the best`, no])).toEqual([
      ["Ana", "Dear Tomas, "],
      ["phrase", `${no} `],
      ["Ana", "All the best"],
    ]);
  });

  test("A word changed within a phrase, its placeholder filled: those words are hers", () => {
    const told = "Thank you for thinking of me. June is full, and I will not make it.";
    expect(read([ana, told, no]).map(([who]) => who)).toEqual(["phrase", "Ana", "phrase"]);
  });

  test("A phrase of a single word is one, and no phrase takes words that stood there before", () => {
    expect(read([ana, "Congratulations"], [mira, "Congratulations, Noor. Merci", "Merci"])).toEqual([
      ["Ana", "Congratulations"],
      ["Mira", ", Noor. "],
      ["phrase", "Merci"],
    ]);
    expect(read([ana, no], [mira, `${no} Mira`, no])[0]).toEqual(["Ana", `${no} `]);
  });
});

describe("Every way of writing", () => {
  test("A family of signs is one sign, and is whoever's who put it there", () => {
    expect(read([ana, "Hello 👩‍👩‍👧 all"], [mira, "Hello 👩‍👩‍👧‍👦 all"])).toEqual([
      ["Ana", "Hello "],
      ["Mira", "👩‍👩‍👧‍👦 "],
      ["Ana", "all"],
    ]);
  });

  test("Chinese is told apart sign by sign, and a moved sentence stays its author's", () => {
    const [a, b] = ["希望新的一年你的画展顺利。", "早日来上海看我们。"];
    expect(read([ana, a], [mira, "希望新的一年你的音乐会顺利。"]).map(([who]) => who)).toEqual([
      "Ana",
      "Mira",
      "Ana",
    ]);
    expect(read([ana, a + b], [mira, b + a])).toEqual([["Ana", b + a]]);
  });

  test("Arabic and Hebrew keep their authors word by word", () => {
    expect(read([ana, "أتمنى لك سنة مليئة بالسفر"], [mira, "أتمنى لك سنة مليئة بالموسيقى"])).toEqual([
      ["Ana", "أتمنى لك سنة مليئة "],
      ["Mira", "بالموسيقى"],
    ]);
  });

  /** Strings that break other programs, where the folder with them is at hand. */
  const file = path.join(process.env.FIRSTHAND_FIXTURES ?? "", "text", "naughty-strings.json");
  const naughty = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : [];

  test("Strings that break other programs have one author each, whatever they stand beside", () => {
    for (const [n, text] of [...naughty, "\ud800x\udfff", " \u0301a", "__proto__ constructor"].entries()) {
      const next = naughty[(n * 7 + 3) % Math.max(naughty.length, 1)] ?? "";
      const stretches = read([ana, text], [mira, `${text} ${next}`], [claude, `${next}\n${text}`]);
      const all = stretches.map(([, words]) => words).join("");
      expect(all).toBe(`${next}\n${text}`);
      expect(read([ana, text], [mira, text]).every(([who]) => who === "Ana")).toBe(true);
    }
  });
});

test("Sentence by sentence it says whose each is, and where several wrote one", () => {
  const versions = [
    { text: "Dear Tomas,\n\nThe boat is dry. Come on Friday.", author: ana, phrases: [] },
    { text: "Dear Tomas,\n\nThe boat is dry. Come on Sunday. I miss you.", author: mira, phrases: [] },
  ];
  const sentences = sentencesOf(whoseWords(versions, diffWords));
  expect(sentences.map(({ text, whose }) => [text, whose === "several" ? whose : whose.name])).toEqual([
    ["Dear Tomas,\n\n", "Ana Ruiz"],
    ["The boat is dry. ", "Ana Ruiz"],
    ["Come on Sunday. ", "several"],
    ["I miss you.", "Mira Holt"],
  ]);
  expect(sentences.every((one) => one.stretches.map(({ text }) => text).join("") === one.text)).toBe(true);
});
