import { expect, test } from "vitest";
import { fillPlaceholders, findPlaceholders } from "@/lib/domain/draft/placeholders";
import { startingPhrases } from "@/lib/domain/draft/starting-phrases";

const known = { "first name": "Tomas" };
const languages = ["en", "de", "fr", "es"];

test("Ana finds the same things to say in each language, each once, under a title of its own", () => {
  const keys = (language: string) =>
    startingPhrases.filter((one) => one.language === language).map(({ key, kind }) => `${kind} ${key}`);
  for (const language of languages) expect(keys(language)).toEqual(keys("en"));
  expect(new Set(keys("en")).size).toBe(keys("en").length);
  for (const kind of ["refusal", "thanks", "later", "introduction"])
    expect(startingPhrases.some((one) => one.kind === kind)).toBe(true);
  expect(new Set(startingPhrases.map(({ title }) => title)).size).toBe(startingPhrases.length);
});

test.each(startingPhrases.map((one) => [`${one.language} ${one.key}`, one.text] as const))(
  "%s calls the person by name, and by no other letters than they are",
  (_, text) => {
    const filled = fillPlaceholders(text, known);
    expect(findPlaceholders(text).length).toBeGreaterThan(0);
    expect(filled).toContain("Tomas");
    // Every brace belongs to a placeholder: nothing is sent with one by mistake.
    const rest = findPlaceholders(text).reduceRight(
      (all, { from, to }) => all.slice(0, from) + all.slice(to),
      text,
    );
    expect(rest).not.toMatch(/[{}\\]/);
  },
);

test.each(startingPhrases.map((one) => [`${one.language} ${one.key}`, one] as const))(
  "%s is short, calm and ends as a sentence does",
  (_, { title, text }) => {
    expect(text.split(/\s+/).length).toBeLessThan(60);
    expect(title.split(/\s+/).length).toBeLessThan(8);
    expect(`${title}${text}`).not.toMatch(/[!¡]|\s{2}|\n|'|"/);
    expect(text).toMatch(/[.?]$/);
  },
);

test("Nobody finds a phrase for grief", () => {
  const grief = /condol|sorry for your loss|beileid|trauer|condoléan|deuil|pésame|luto|grief|mourn/i;
  expect(startingPhrases.filter(({ title, text }) => grief.test(`${title} ${text}`))).toEqual([]);
});
