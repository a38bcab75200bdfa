import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { readDuplicates } from "@/lib/queries/read-duplicates";
import { readForYou } from "@/lib/queries/read-for-you";
import { readLookAlikes } from "@/lib/queries/read-known-already";
import { readPeople } from "@/lib/queries/read-people";
import { readPerson } from "@/lib/queries/read-person";
import { makePerson } from "@/prisma/seed/make/make-person";
import { cast } from "../support/cast";
import { ownDatabase } from "../support/own-database";

/**
 * Nothing is counted that a friend would not count (PRODUCT.md). Words that would be such a count, alone or in a name:
 * `followerCount`, `lead_score`, "12-day streak". Ages of messages and room in a week are the only numbers about people.
 */
const vain = [
  /\b(followers?|followings|subscribers?|fans|likes|upvotes?|karma|reactions)\b/,
  /\b(scores?|scoring|rankings?|leaderboards?|badges?|xp|streaks?|achievements?|troph(y|ies))\b/,
  /\b(leads|prospects?|conversions?|funnels?|impressions?|virality|popularity|influencers?)\b/,
  /\blead (counts?|status|source|value|generation)\b/,
  /\b(like|view|click|open|reply|response|reach|engagement|message|contact)s? (counts?|rates?|totals?)\b/,
  /\b(counts?|rates?|number|totals?) of (likes?|views?|clicks?|opens?|repl(y|ies)|contacts?)\b/,
  /\b(most|least|top) (active|engaged|contacted)\b/,
  /\b(lead|deal|sales|relationship|contact) (stages?|scores?|strengths?|health|levels?|temperatures?)\b/,
  /\b(pipelines?|deals? (won|lost|closed)|closed (won|lost)|(hot|warm|cold|qualified|new) leads?)\b/,
  /\b(days?|weeks?|birthdays?|greetings?|replies) in a row\b/,
];
/** In the name of a column or a key, which is no sentence, these can be nothing else. */
const vainAsName =
  /\b(points?|ratings?|rank|clicks?|opens|opened|views|pixels?|engagement|stages?|strength|warmth|closeness)\b/;

/** Names that have such a word in another sense, each with the reason. */
const meant: Record<string, string> = {
  "rate_limits.points": "what is left of a sign-in limit, not of a person",
};
/** Tables of such a name: their columns are judged by themselves. */
const meantTables: Record<string, string> = {
  saved_views: "filters of the queue that have a name: what somebody looks at, not how often",
};
/** The same for keys, and for words that stand alone: what somebody likes is the one sort of like there is. */
const meantKeys: Record<string, string> = {
  likes: "what somebody likes: tea, the oboe",
  views: "filters of the queue that have a name",
};

/** "leadScore", "lead_score" and "Lead score" → "lead score". */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[^A-Za-z]+/g, " ")
    .trim()
    .toLowerCase();
}

/** The vain word in a sentence, or null. */
function findVanity(sentence: string): string | null {
  const words = wordsOf(sentence);
  return vain.map((pattern) => pattern.exec(words)?.[0]).find(Boolean) ?? null;
}

function findVainName(name: string): string | null {
  return findVanity(name) ?? vainAsName.exec(wordsOf(name))?.[0] ?? null;
}

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => path.join(folder, name));
}

const source = (file: string) => readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

/** The keys of every type that a page or a handler shows, as `file: key`. */
function shownKeys(): string[] {
  const files = [
    ...filesBelow("lib/domain", /\.ts$/),
    ...filesBelow("lib/schemas", /\.ts$/),
    ...filesBelow("lib/queries", /\.ts$/),
    ...filesBelow("lib/use-cases", /\.ts$/),
    ...filesBelow("app/api", /\.ts$/),
  ];
  return files.flatMap((file) =>
    [...source(file).matchAll(/(?:^|[{;,(]\s*)([A-Za-z]\w*)\??:\s/gm)].map((match) => `${file}: ${match[1]}`),
  );
}

/** What is written on screens and in mails: text between tags, and strings with a space in them or a capital. */
function shownWords(): string[] {
  const files = [
    ...filesBelow("components", /\.tsx?$/),
    ...filesBelow("app", /\.tsx$/),
    ...filesBelow("lib/adapters", /\.ts$/),
    ...filesBelow("lib/domain", /\.ts$/),
    ...filesBelow("lib/jobs", /\.ts$/),
  ];
  return files.flatMap((file) => {
    const text = source(file)
      .replace(/^import .*$/gm, "")
      .replace(/className=("[^"]*"|\{[^}]*\})/g, "");
    const between = [...text.matchAll(/>([^<>{}=;]+)</g)].map((match) => match[1] ?? "");
    const quoted = [...text.matchAll(/"([A-Z][^"\n]*)"|`([A-Z][^`]*)`/g)].map(
      (match) => match[1] ?? match[2] ?? "",
    );
    return [...between, ...quoted].filter((words) => words.trim()).map((words) => `${file}: ${words.trim()}`);
  });
}

const afterColon = (entry: string) => entry.slice(entry.indexOf(": ") + 2);

async function columns(extra = ""): Promise<string[]> {
  const client = new Client({ connectionString: ownDatabase().ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    if (extra) await client.query(extra);
    const { rows } = await client.query<{ name: string }>(
      "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema IN ('public', 'fence') ORDER BY 1",
    );
    return rows.map((row) => row.name);
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
}

/** What a column may say: the words that its check lets through, such as "table: must-be-you". */
async function allowedWords(extra = ""): Promise<string[]> {
  const client = new Client({ connectionString: ownDatabase().ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    if (extra) await client.query(extra);
    const { rows } = await client.query<{ said: string }>(
      `SELECT conrelid::regclass || ': ' || m[1] AS said FROM pg_constraint, regexp_matches(pg_get_constraintdef(oid), $re$'([^']+)'$re$, 'g') m
       WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1`,
    );
    return rows.map((row) => row.said);
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
}

/** Every key anywhere in an answer. */
function keysWithin(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysWithin);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysWithin(inner)]);
}

const vainKeys = (keys: string[]) =>
  keys.filter((key) => findVainName(afterColon(key)) !== null && !(afterColon(key) in meantKeys));
const vainWords = (words: string[]) =>
  words.filter(
    (one) => findVanity(afterColon(one)) !== null && !(afterColon(one).toLowerCase() in meantKeys),
  );
const vainColumns = (names: string[]) =>
  names.filter((name) => {
    const [table = "", column = ""] = name.split(".");
    return findVainName(table in meantTables ? column : name) !== null && !(name in meant);
  });

describe("Nothing is counted that a friend would not count", () => {
  test("no column of the database is such a number, and one that came would be found", async () => {
    const names = await columns();
    expect(names.length).toBeGreaterThan(150);
    expect(vainColumns(names)).toEqual([]);
    const worse = await columns(
      "ALTER TABLE persons ADD COLUMN follower_count integer, ADD COLUMN lead_score integer; ALTER TABLE saved_views ADD COLUMN clicks integer",
    );
    expect(vainColumns(worse)).toEqual([
      "persons.follower_count",
      "persons.lead_score",
      "saved_views.clicks",
    ]);
    expect(Object.keys(meant).filter((name) => !names.includes(name))).toEqual([]);
  });

  test("nothing that a page or handler shows is such a number", () => {
    const keys = shownKeys();
    expect(keys.length).toBeGreaterThan(200);
    expect(keys.map(afterColon)).toEqual(expect.arrayContaining(["careful", "replyDueAt", "leadDays"]));
    expect(vainKeys(keys)).toEqual([]);
    expect(vainKeys([...keys, "view.ts: leadScore", "view.ts: warmth"])).toHaveLength(2);
    expect(Object.keys(meantKeys).filter((key) => !keys.map(afterColon).includes(key))).toEqual([]);
  });

  test("no column may say that somebody is a lead, at a stage of anything, or won", async () => {
    const words = await allowedWords();
    expect(words.map(afterColon)).toEqual(expect.arrayContaining(["must-be-you", "birthday"]));
    expect(vainWords(words)).toEqual([]);
    const worse = await allowedWords(
      "ALTER TABLE persons ADD COLUMN standing text CHECK (standing IN ('qualified-lead', 'closed-won'))",
    );
    expect(vainWords(worse)).toEqual(["persons: closed-won", "persons: qualified-lead"]);
  });

  test("what is really answered about people and their days has no such number in it", async () => {
    const at = new Date("2026-11-22T10:00:00Z");
    const { client } = await cast(at);
    const birthday = { kind: "birthday", label: "", month: 11, day: 25, year: 1986 } as const;
    const id = await makePerson(client, { name: "Noor Haddad", dates: [birthday] }, at);
    await makePerson(client, { name: "Haddad, Noor", dates: [birthday] }, at);
    const answers = [
      await readPerson(client, id, at),
      await readPeople(client, { q: "", circle: null, cursor: null }, at),
      await readDuplicates(client, null),
      await readLookAlikes(client, id),
      await readForYou(client, at),
    ];
    const keys = answers.flatMap(keysWithin);
    expect(keys).toEqual(expect.arrayContaining(["reasons", "careful", "month"]));
    expect(vainKeys([...new Set(keys)].map((key) => `answer: ${key}`))).toEqual([]);
    const worse = keysWithin({ person: [{ streakDays: 3 }] });
    expect(vainKeys(worse.map((key) => `answer: ${key}`))).toEqual(["answer: streakDays"]);
  });

  test("no screen or mail speaks of one", () => {
    const words = shownWords();
    expect(words.length).toBeGreaterThan(300);
    expect(words.map(afterColon)).toEqual(expect.arrayContaining(["Decline", "That was all."]));
    expect(vainWords(words)).toEqual([]);
    expect(vainWords([...words, "mail.ts: You greeted them four birthdays in a row!"])).toHaveLength(1);
  });

  test.each([
    ["followerCount", "follower"],
    ["lead_score", "score"],
    ["You are on a 12-day streak", "streak"],
    ["3 new leads this week", "leads"],
    ["openRate", "open rate"],
    ["profile_views", "views"],
    ["leadStage", "lead stage"],
    ["relationship_strength", "relationship strength"],
    ["A hot lead", "hot lead"],
    ["in-step", null],
    ["Lead days", null],
    ["mail_opened_at", "opened"],
    ["leadDays", null],
    ["Follow request", null],
    ["reply_within_hours", null],
    ["Nothing like this is open here.", null],
  ])("“%s” is judged rightly", (name, found) => {
    expect(findVainName(name)).toBe(found);
  });
});
