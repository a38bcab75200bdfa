import { describe, expect, test } from "vitest";
import { type Import, readSources, type Source } from "../support/sources";

type Rule = { room: string; may: string[]; types?: string[]; advice: string };

const LOG = "lib/runtime/log";

/**
 * Who may import whom. An entry is a path from the root, or `npm:` and a package, each with everything below it; `node:` is
 * Node itself. The first rule whose room holds the file counts. Every room may import itself.
 */
const TABLE: Rule[] = [
  {
    room: "lib/domain",
    may: [],
    advice: "A rule knows nothing outside the domain: take what you need as an argument.",
  },
  {
    room: "lib/schemas",
    may: ["lib/domain", "npm:zod"],
    advice: "A schema says what comes in; what it means is lib/domain's.",
  },
  {
    room: "lib/data",
    may: ["lib/domain", "lib/env", "prisma/generated", "npm:@prisma", "node:", LOG],
    advice:
      "lib/data speaks SQL and nothing else: decisions go to lib/domain, doing several things to lib/use-cases.",
  },
  {
    room: "lib/auth",
    may: [
      "lib/domain",
      "lib/data",
      "lib/env",
      "npm:next-auth",
      "npm:next",
      "npm:react",
      "npm:ipaddr.js",
      "node:",
      LOG,
    ],
    advice: "lib/auth turns a session into an Actor; what the actor then does is a use-case.",
  },
  {
    room: "lib/adapters",
    may: ["lib/domain", "lib/env", "npm:", "node:", LOG],
    advice: "An adapter speaks one protocol of the outside world; what is done with it is a use-case.",
  },
  {
    room: "lib/use-cases",
    may: ["lib/domain", "lib/data", "lib/adapters", "node:crypto"],
    types: ["lib/schemas"],
    advice:
      "A use-case loads, asks the domain, saves and records. Screens, sessions and settings stay outside.",
  },
  {
    room: "lib/queries",
    may: ["lib/domain", "lib/data", "lib/adapters"],
    types: ["lib/schemas"],
    advice: "A query reads for one screen. If it changes something it belongs in lib/use-cases.",
  },
  {
    room: "lib/jobs",
    may: ["lib/use-cases", "lib/queries", "lib/domain", "lib/env", "node:", LOG],
    advice: "A job is a use-case that happens later: put the work into lib/use-cases and call it.",
  },
  {
    room: "lib/actions",
    may: [
      "lib/auth",
      "lib/domain",
      "lib/schemas/operation",
      "lib/env",
      "npm:zod",
      "npm:next",
      "components/refusal-copy",
      "node:",
      LOG,
    ],
    advice: "The wrapper asks who and what, then calls what it was given. It knows no use-case by name.",
  },
  {
    room: "lib/mcp",
    may: [
      "lib/use-cases",
      "lib/queries",
      "lib/domain",
      "lib/schemas",
      "lib/adapters/words/from-html",
      "lib/actions/problem",
      "lib/actions/field-sentences",
      "npm:@modelcontextprotocol",
      "npm:zod",
      LOG,
    ],
    advice:
      "lib/mcp tells an agent what the desk's own rooms say and do: an Actor comes in, quoted words go out.",
  },
  {
    room: "lib/live",
    may: ["lib/env", "lib/auth/session-cookie", "npm:pg", "node:", LOG],
    advice: "lib/live carries numbers from NOTIFY to the browser; what changed is read by lib/queries.",
  },
  {
    room: "lib/runtime",
    may: [
      "lib/env",
      "lib/live",
      "lib/jobs",
      "lib/auth/same-origin",
      "lib/auth/setup-code",

      "npm:next",
      "npm:pg",
      "npm:send",
      "node:",
    ],
    advice: "lib/runtime opens the house and serves it; what happens inside belongs to the other rooms.",
  },
  { room: "lib/env", may: ["npm:zod"], advice: "The settings stand alone." },
  {
    room: "components/ui",
    may: ["npm:react", "npm:react-dom", "npm:lucide-react", "npm:next/link", "npm:next/image"],
    advice:
      "A primitive could ship in another product: words of ours go to components/tasks and its neighbours.",
  },
  {
    room: "components",
    may: [
      "lib/domain",
      "lib/schemas",
      "npm:react",
      "npm:react-dom",
      "npm:next/link",
      "npm:next/image",
      "npm:lucide-react",
      "npm:@atlaskit/pragmatic-drag-and-drop",
      "npm:@fullcalendar",
    ],
    advice: "A component takes props: reading goes to lib/queries, routes and fetching to app.",
  },
  {
    room: "app",
    may: ["components", "lib", "npm:", "node:"],
    advice: "A route reads through lib/queries and writes through lib/use-cases.",
  },
];

const FORBIDDEN_TO_APP = ["lib/data", "lib/runtime", "npm:pg", "npm:@prisma", "prisma"];

function below(target: string, place: string): boolean {
  return target === place || target.startsWith(place.endsWith(":") ? place : `${place}/`);
}

function mayImport(rule: Rule, { target, typeOnly }: Import): boolean {
  if (rule.room === "app" && FORBIDDEN_TO_APP.some((place) => below(target, place))) return false;
  const allowed = [rule.room, ...rule.may, ...(typeOnly ? (rule.types ?? []) : [])];
  return allowed.some((place) => below(target, place));
}

/** The places where `pattern` occurs outside `allowed`, one line each. */
function findOutside(sources: Source[], pattern: RegExp, allowed: RegExp): string[] {
  return sources
    .filter((source) => !allowed.test(source.path) && pattern.test(source.code))
    .map((source) => source.path);
}

const sources = readSources();
const product = sources.filter((source) => !source.path.startsWith("tests/"));

describe("Somebody new finds every line in the room they would guess", () => {
  test.each(TABLE)("$room imports only what its room may import", (rule) => {
    const own = product.filter(
      (source) => TABLE.find(({ room }) => below(source.path.replace(/\.tsx?$/, ""), room)) === rule,
    );
    const wrong = own.flatMap((source) =>
      source.imports
        .filter((one) => !mayImport(rule, one))
        .map((one) => `${source.path} imports ${one.target}. ${rule.advice}`),
    );
    expect(wrong).toEqual([]);
  });

  test("every file of lib lives in a room that the table knows", () => {
    const homeless = product.filter(
      ({ path }) =>
        path.startsWith("lib/") && !TABLE.some(({ room }) => below(path.replace(/\.tsx?$/, ""), room)),
    );
    expect(
      homeless.map(
        ({ path }) => `${path}: see "Which room?" in the architecture and put it into one of them`,
      ),
    ).toEqual([]);
  });

  test("nobody imports a route", () => {
    const wrong = product.filter(
      ({ path, imports }) => !path.startsWith("app/") && imports.some((one) => below(one.target, "app")),
    );
    expect(wrong.map(({ path }) => `${path}: what two need moves out of app, to components or lib`)).toEqual(
      [],
    );
  });

  test("whoever looks for SQL looks into lib/data", () => {
    const wrong = product.filter(
      ({ path, imports }) =>
        !/^(lib\/data|prisma)\/|^prisma\.config\.ts$/.test(path) &&
        imports.some(({ target }) => /^npm:(@prisma|prisma)(\/|$)|^prisma\/generated/.test(target)),
    );
    expect(
      wrong.map(
        ({ path }) => `${path}: Prisma is imported by lib/data alone; put the query there and call it`,
      ),
    ).toEqual([]);
  });

  test("whoever looks for a setting looks into lib/env.ts", () => {
    const wrong = findOutside(
      sources,
      /\bprocess\s*\.\s*env\b/,
      /^(lib\/env\.ts$|scripts\/|tests\/|[^/]+\.config\.(ts|mjs)$)/,
    );
    expect(wrong.map((path) => `${path}: give the setting a key in lib/env.ts and import env`)).toEqual([]);
  });

  test("an address with letters of any language is one, however often it is asked", () => {
    // What an operator has set is asked once, and a redirect of a program's is plain ASCII.
    const wrong = findOutside(
      product,
      /\bURL\.canParse\(/,
      /^(lib\/(env|runtime\/security-headers)\.ts$|scripts\/)/,
    );
    expect(wrong.map((path) => `${path}: take parseUrl of lib/domain/parse-url, which says why`)).toEqual([]);
  });

  test("a rule gives the same answer tomorrow, because time is an argument", () => {
    const clock = /\bnew Date\(\s*\)|\bDate\.now\(|\bTemporal\.Now\b/;
    const wrong = findOutside(product, clock, /^(app|lib\/(actions|jobs|runtime|live)|prisma|scripts)\//);
    expect(
      wrong.map(
        (path) => `${path}: take \`at\` as an argument; app, lib/actions and lib/jobs read the clock`,
      ),
    ).toEqual([]);
  });
});

describe("A stranger who finds an endpoint meets the same question at each", () => {
  const wrappers = (source: Source) =>
    [...source.code.matchAll(/import\s*\{([^}]*)\}\s*from\s*"@\/lib\/actions\//g)].flatMap((match) =>
      (match[1] ?? "").split(",").map(
        (name) =>
          name
            .trim()
            .split(/\s+as\s+/)
            .at(-1) ?? "",
      ),
    );

  /** Names exported in any way other than `export const name = wrapper(`. */
  function unwrapped(source: Source): string[] {
    const made = wrappers(source).filter(Boolean).join("|") || "(?!)";
    const rest = source.code
      .replace(new RegExp(`export const \\w+\\s*=\\s*(?:${made})(?:<[^=(]*>)?\\(`, "g"), "")
      .replace(/export (type|interface) /g, "");
    return [...rest.matchAll(/export\s+(?:default|async|const|let|var|function|class|\{|\*)[^\n]*/g)].map(
      (match) => match[0],
    );
  }

  test("every server action is made by the one wrapper", () => {
    const actions = product.filter(({ code }) => /^\s*["']use server["']/.test(code));
    const wrong = actions.flatMap((source) => unwrapped(source).map((found) => `${source.path}: ${found}`));
    expect(wrong, "make it with the wrapper from lib/actions, which asks who and what").toEqual([]);
    expect(
      product.filter(({ code }) => /[{;]\s*["']use server["']/.test(code)).map(({ path }) => path),
      "no actions inside functions",
    ).toEqual([]);
  });

  test("every handler of the API is made by its sibling", () => {
    const routes = product.filter(({ path }) => /^app\/(.*\/)?route\.ts$/.test(path));
    const settings = /^export const (dynamic|runtime|revalidate|maxDuration|fetchCache)\b/;
    const wrong = routes.flatMap((source) =>
      unwrapped(source)
        .filter((found) => !settings.test(found))
        .map((found) => `${source.path}: ${found}`),
    );
    expect(wrong, "make it with the handler from lib/actions, which asks who and what").toEqual([]);
    expect(routes.length).toBeGreaterThan(0);
  });
});
