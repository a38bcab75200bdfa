import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alikeTo, type Comparing, muchAlike } from "@/lib/domain/gesture/much-alike";
import { quickest } from "../../support/quickest";

const toAnother: Comparing = {
  names: ["Mira Holt", "Tomas Lind", "Noor Haddad", "Ana", "Wei"],
  toSamePerson: false,
};
const toTheSame: Comparing = { ...toAnother, toSamePerson: true };

/** What was sent, and what somebody types now; much alike. */
const alike: [string, string, string][] = [
  [
    "word for word, but the name",
    "Dear Tomas, may your new boat find good wind this year. All the best, Mira",
    "Dear Noor, may your new boat find good wind this year. All the best, Mira",
  ],
  [
    "one sentence taken along",
    "Happy birthday! I still think of our long walk along the harbour in Bergen. How is Kirsten?",
    "I still think of our long walk along the harbour in Bergen! The house is full of paint, we move in May.",
  ],
  [
    "a word or two changed",
    "I hope this year brings you more time in the workshop and fewer meetings.",
    "I hope the year brings you much more time in the workshop, and fewer meetings!",
  ],
  [
    "another order of sentences",
    "Your talk in Lyon was the best of the week. Let us have dinner in spring.",
    "Let us have dinner in the spring. Your talk in Lyon was really the best of the week.",
  ],
  [
    "German",
    "Lieber Tomas, alles Gute zum Geburtstag! Ich wünsche dir viele ruhige Abende am See und endlich Zeit zum Lesen.",
    "Liebe Noor, herzlichen Glückwunsch! Ich wünsche Dir viele ruhige Abende am See und endlich einmal Zeit zum Lesen.",
  ],
  [
    "French, without the accents",
    "Joyeux anniversaire ! J’espère que la maison d’été est enfin prête et que les enfants vont bien.",
    "J'espere que la maison d'ete est enfin prete et que les enfants vont bien. Bises",
  ],
  [
    "Spanish",
    "Querida Ana, ¡feliz cumpleaños! Que el nuevo libro te traiga tantos lectores como mereces.",
    "¡Felicidades! Que tu nuevo libro te traiga tantos lectores como mereces. Un abrazo",
  ],
  [
    "Russian",
    "С днём рождения! Желаю тебе спокойной зимы и много музыки в новом доме.",
    "Поздравляю! Желаю тебе спокойной зимы и много хорошей музыки в новом доме.",
  ],
  [
    "Chinese",
    "生日快乐！希望新的一年你的画展顺利，早日来上海看我们。",
    "祝你生日快乐！希望新的一年你的画展顺利，早日来上海看看我们。",
  ],
  [
    "Arabic",
    "كل عام وأنت بخير! أتمنى لك سنة مليئة بالموسيقى والسفر مع العائلة.",
    "أتمنى لك سنة مليئة بالموسيقى والسفر مع كل العائلة!",
  ],
];

/** Not alike: other words, or nothing in common but what everybody says. */
const different: [string, string, string][] = [
  [
    "only the custom in common",
    "Dear Tomas, happy birthday! All the best, Mira",
    "Dear Noor, happy birthday! All the best, Mira",
  ],
  [
    "custom around other words",
    "Happy birthday, Tomas! I hope Kirsten spoils you with her almond cake. Love, Mira",
    "Happy birthday, Noor! Forty suits you, and the new studio even more. Love, Mira",
  ],
  [
    "the same person, another year",
    "Dear Noor, happy birthday! May the studio be finished before the rain comes.",
    "Dear Noor, happy birthday! I heard you play on the radio and had to stop the car.",
  ],
  [
    "the same topic in other words",
    "I hope the move to Lisbon went well and the piano survived the stairs.",
    "How are the first weeks in Lisbon? Tell me about the light, and whether anybody tuned the piano.",
  ],
  [
    "German custom",
    "Lieber Tomas, alles Gute zum Geburtstag! Liebe Grüße, Mira",
    "Liebe Noor, alles Gute zum Geburtstag! Viele Grüße, Mira",
  ],
  [
    "German",
    "Alles Gute! Ich hoffe, der Garten hat den Sturm überstanden.",
    "Alles Gute! Grüß bitte deine Eltern, ich denke oft an den Abend in Wien.",
  ],
  ["French custom", "Joyeux anniversaire ! Je t’embrasse, Mira", "Bon anniversaire ! À bientôt, Mira"],
  [
    "Portuguese",
    "Parabéns, Ana! Que venha o segundo filho com saúde.",
    "Parabéns, Wei! A tua exposição em Coimbra foi uma alegria.",
  ],
  ["Chinese custom", "祝你生日快乐！", "生日快乐！"],
  [
    "Japanese",
    "お誕生日おめでとうございます。京都の庭をまた一緒に歩きたいです。",
    "お誕生日おめでとう！新しい仕事の話を聞かせてください。",
  ],
  [
    "a short sentence in a long text",
    "Tell me soon. The tickets for the concert are with the porter, and the doors open at seven.",
    "The roof is repaired at last, and your letters from the attic are dry; shall I bring them when we come to you in June? Tell me soon.",
  ],
];

describe("Much alike", () => {
  test.each(alike)("%s: warned, whoever got it", (_, sent, typed) => {
    expect(muchAlike(typed, sent, toAnother)).not.toBeNull();
    expect(muchAlike(typed, sent, toTheSame)).not.toBeNull();
  });

  test.each(different)("%s: not warned", (_, sent, typed) => {
    expect(muchAlike(typed, sent, toAnother)).toBeNull();
    expect(muchAlike(typed, sent, toTheSame)).toBeNull();
  });

  test("it says by which sentence it is seen, as it was typed and as it was sent", () => {
    const [, sent = "", typed = ""] = alike[1] ?? [];
    expect(muchAlike(typed, sent, toAnother)).toEqual({
      typed: "I still think of our long walk along the harbour in Bergen!",
      theirs: "I still think of our long walk along the harbour in Bergen.",
      isSame: false,
    });
  });

  test("the same person gets the very same greeting a second time: warned, though it is all custom", () => {
    const greeting = "Happy birthday, Noor! All the best, Mira";
    expect(muchAlike(greeting, greeting, toTheSame)).toMatchObject({ isSame: true });
    expect(muchAlike(greeting, greeting, toAnother)).toBeNull();
  });
});

describe("Long letters", () => {
  const letter = (n: number) =>
    Array.from({ length: 800 }, (_, at) => `line ${n} ${(at * 7919 * (n + 3)) % 9973} of the letter`).join(
      "\n",
    );

  test("thirty-five of twenty thousand letters are compared before a hand has paused", async () => {
    const compareAll = () => {
      const compare = alikeTo(letter(0));
      for (let n = 1; n <= 35; n += 1)
        compare(letter(n), { ...toAnother, names: ["Noor Haddad", `Guest ${n}`] });
    };
    expect(await quickest(2000, compareAll)).toBeLessThan(2000);
  });

  test("one that is the same to the four thousandth letter is much alike, and not called the same", () => {
    const [begun, ended] = [letter(1), "And now the cows come home, over the bridge."];
    expect(muchAlike(`${begun}\n${ended}`, begun, toAnother)).toMatchObject({ isSame: false });
    expect(muchAlike(begun, begun, toAnother)).toMatchObject({ isSame: true });
  });
});

describe("Any text", () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const letters = [..."abcdefghijklmnoprstuvwyzäöåéñдкюжשלומ"];
  const word = fc
    .array(fc.constantFrom(...letters), { minLength: 3, maxLength: 9 })
    .map((all) => all.join(""));
  const sentence = fc.array(word, { minLength: 6, maxLength: 14 }).map((words) => `${words.join(" ")}.`);
  const text = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));

  test(`sent again as it is, is warned of (seed ${seed})`, () => {
    fc.assert(
      fc.property(text, (words) => muchAlike(words, words, toAnother)?.isSame === true),
      { seed, numRuns: 300 },
    );
    fc.assert(
      fc.property(text, (words) => muchAlike(words.toUpperCase(), words, toAnother) !== null),
      { seed, numRuns: 300 },
    );
  });

  test(`of quite other words, is not (seed ${seed})`, () => {
    fc.assert(
      fc.property(text, text, (typed, sent) => muchAlike(typed, sent, toTheSame) === null),
      { seed, numRuns: 300 },
    );
  });

  test(`whatever it is made of, is answered (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.string({ unit: "binary", maxLength: 400 }),
        (typed, sent) => {
          muchAlike(typed, sent, toTheSame);
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
