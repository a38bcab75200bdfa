/**
 * What everybody says on such a day, folded (small letters, no accents): it belongs to the custom and not to the person, so
 * it is not counted when two texts are compared. Longer phrases come before the words in them.
 */
const phrases = [
  // English
  "happy belated birthday",
  "happy birthday to you",
  "happy birthday",
  "happy anniversary",
  "happy new year",
  "merry christmas",
  "many happy returns of the day",
  "many happy returns",
  "all the very best",
  "all the best",
  "best wishes",
  "warm wishes",
  "warmest wishes",
  "kind regards",
  "best regards",
  "warm regards",
  "with love",
  "lots of love",
  "take care",
  "congratulations on",
  "congratulations",
  "thank you very much",
  "thank you so much",
  "thank you",
  "thanks a lot",
  "many thanks",
  "have a great day",
  "have a wonderful day",
  "have a lovely day",
  "have a nice day",
  "on your special day",
  "yours sincerely",
  "sincerely yours",
  "see you soon",
  // German
  "alles liebe und gute zum geburtstag",
  "alles gute zum geburtstag",
  "alles liebe zum geburtstag",
  "herzlichen gluckwunsch zum geburtstag",
  "herzliche gluckwunsche zum geburtstag",
  "herzlichen gluckwunsch",
  "herzliche gluckwunsche",
  "zum geburtstag",
  "alles gute",
  "alles liebe",
  "liebe grusse",
  "viele grusse",
  "herzliche grusse",
  "mit freundlichen grussen",
  "beste grusse",
  "vielen dank",
  "bis bald",
  "frohe weihnachten",
  "einen schonen tag",
  // French
  "joyeux anniversaire",
  "bon anniversaire",
  "meilleurs voeux",
  "tous mes voeux",
  "bonne annee",
  "joyeux noel",
  "je t embrasse",
  "bien a toi",
  "bien a vous",
  "bien cordialement",
  "a bientot",
  "merci beaucoup",
  "felicitations",
  "grosses bises",
  // Spanish, Portuguese
  "feliz cumpleanos",
  "muchas felicidades",
  "felicidades",
  "feliz ano nuevo",
  "feliz navidad",
  "un abrazo fuerte",
  "un fuerte abrazo",
  "un abrazo",
  "muchas gracias",
  "que tengas un buen dia",
  "hasta pronto",
  "feliz aniversario",
  "muitos parabens",
  "parabens",
  "tudo de bom",
  "um grande abraco",
  "um abraco",
  "muito obrigado",
  "muito obrigada",
  "feliz natal",
  "ate breve",
  // Italian, Dutch, Nordic, Polish, Turkish
  "buon compleanno",
  "tanti auguri di buon compleanno",
  "tanti auguri",
  "auguri",
  "un abbraccio",
  "a presto",
  "cari saluti",
  "grazie mille",
  "buon natale",
  "gefeliciteerd met je verjaardag",
  "van harte gefeliciteerd",
  "hartelijk gefeliciteerd",
  "gefeliciteerd",
  "fijne verjaardag",
  "hartelijke groeten",
  "met vriendelijke groet",
  "lieve groet",
  "groetjes",
  "grattis pa fodelsedagen",
  "grattis",
  "gratulerer med dagen",
  "tillykke med fodselsdagen",
  "hyvaa syntymapaivaa",
  "wszystkiego najlepszego z okazji urodzin",
  "wszystkiego najlepszego",
  "sto lat",
  "serdecznie pozdrawiam",
  "dogum gunun kutlu olsun",
  "nice yillara",
  "iyi ki dogdun",
  // Cyrillic, Greek, Hebrew, Arabic, Chinese, Japanese, Korean
  "с днем рождения",
  "поздравляю тебя",
  "поздравляю вас",
  "поздравляю",
  "всего наилучшего",
  "всего хорошего",
  "χρονια πολλα",
  "יום הולדת שמח",
  "מזל טוב",
  "عيد ميلاد سعيد",
  "كل عام وانت بخير",
  "كل عام وأنت بخير",
  "祝你生日快乐",
  "祝您生日快乐",
  "生日快乐",
  "お誕生日おめでとうございます",
  "お誕生日おめでとう",
  "誕生日おめでとう",
  "생일 축하합니다",
  "생일 축하해요",
  "생일 축하해",
];
const words = [
  "dear",
  "hi",
  "hello",
  "hey",
  "love",
  "cheers",
  "yours",
  "best",
  "regards",
  "thanks",
  "liebe",
  "lieber",
  "liebes",
  "hallo",
  "dein",
  "deine",
  "danke",
  "cher",
  "chere",
  "bonjour",
  "salut",
  "bises",
  "merci",
  "querido",
  "querida",
  "hola",
  "besos",
  "gracias",
  "caro",
  "cara",
  "ciao",
  "baci",
  "grazie",
  "ola",
  "beijos",
  "lieve",
  "beste",
  "groeten",
  "kara",
  "hej",
  "kram",
  "drogi",
  "droga",
  "pozdrawiam",
  "дорогой",
  "дорогая",
  "привет",
  "sevgili",
];

const fold = (text: string) => foldWords(text);
const inOrder = [...phrases, ...words].map(fold).sort((a, b) => b.length - a.length);
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u;
/** A phrase stands between spaces, but for scripts that write none. Looked for at the beginnings of words alone: letters are many. */
const pattern = new RegExp(
  [
    `(?<= )(?:${inOrder.filter((one) => !withoutSpaces.test(one)).join("|")})(?= )`,
    ...inOrder.filter((one) => withoutSpaces.test(one)),
  ].join("|"),
  "gu",
);

/** Small letters without accents, everything that is no letter or digit a single space: as two texts are compared. */
export function foldWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replaceAll("ł", "l")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The words of these names, folded, of more than one letter. */
export function wordsOfNames(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => foldWords(name).split(" ")).filter((word) => word.length > 1));
}

/** The words of a folded text without what custom says. Empty when nothing of its own is left. */
export function withoutCustom(folded: string): string[] {
  return ` ${folded} `.replace(pattern, " ").split(" ").filter(Boolean);
}
