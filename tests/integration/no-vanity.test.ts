import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
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
];
/** In the name of a column or a key, which is no sentence, these can be nothing else. */
const vainAsName = /\b(points?|ratings?|rank|clicks?|opens|opened|views|pixels?|engagement)\b/;

/** Names that have such a word in another sense, each with the reason. */
const meant: Record<string, string> = {
  "rate_limits.points": "what is left of a sign-in limit, not of a person",
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
    ...filesBelow("lib/domain", /view\.ts$/),
    ...filesBelow("lib/schemas", /\.ts$/),
    ...filesBelow("lib/queries", /\.ts$/),
    "lib/domain/task/for-you.ts",
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
    ...filesBelow("lib/adapters/mail", /\.ts$/),
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

const vainColumns = (names: string[]) =>
  names.filter((name) => findVainName(name) !== null && !(name in meant));

describe("Nothing is counted that a friend would not count", () => {
  test("no column of the database is such a number, and one that came would be found", async () => {
    const names = await columns();
    expect(names.length).toBeGreaterThan(150);
    expect(vainColumns(names)).toEqual([]);
    const worse = await columns(
      "ALTER TABLE persons ADD COLUMN follower_count integer, ADD COLUMN lead_score integer",
    );
    expect(vainColumns(worse)).toEqual(["persons.follower_count", "persons.lead_score"]);
    expect(Object.keys(meant).filter((name) => !names.includes(name))).toEqual([]);
  });

  test("nothing that a page or handler shows is such a number", () => {
    const keys = shownKeys();
    expect(keys.length).toBeGreaterThan(200);
    expect(keys.map(afterColon)).toEqual(expect.arrayContaining(["careful", "replyDueAt", "leadDays"]));
    expect(keys.filter((key) => findVainName(afterColon(key)) !== null)).toEqual([]);
  });

  test("no screen or mail speaks of one", () => {
    const words = shownWords();
    expect(words.length).toBeGreaterThan(300);
    expect(words.map(afterColon)).toEqual(expect.arrayContaining(["Decline", "That was all."]));
    expect(words.filter((one) => findVanity(afterColon(one)) !== null)).toEqual([]);
  });

  test.each([
    ["followerCount", "follower"],
    ["lead_score", "score"],
    ["You are on a 12-day streak", "streak"],
    ["3 new leads this week", "leads"],
    ["openRate", "open rate"],
    ["profile_views", "views"],
    ["mail_opened_at", "opened"],
    ["leadDays", null],
    ["Follow request", null],
    ["reply_within_hours", null],
    ["Nothing like this is open here.", null],
  ])("“%s” is judged rightly", (name, found) => {
    expect(findVainName(name)).toBe(found);
  });
});
