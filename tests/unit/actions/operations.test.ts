import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type ZodType, z } from "zod";
import { taskVerbs } from "@/app/api/v1/w/[workspace]/tasks/verbs";
import { sayProblem } from "@/lib/actions/problem";
import type { Actor } from "@/lib/domain/actor";
import { operations } from "@/lib/schemas/api/all";

const desk = "app/api/v1/w/[workspace]";

/** Every method that a file below the desk's address exports, as the document writes it: "POST /tasks/{id}/complete". */
function listRoutes(folder = desk): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listRoutes(place);
    if (entry.name !== "route.ts") return [];
    const address = path.posix.dirname(place).slice(desk.length).replace("[id]", "{id}");
    const exported = /^export (?:const|(?:async )?function) ([A-Z]+)\b/gm;
    const methods = [...readFileSync(place, "utf8").matchAll(exported)];
    const verbs = address.includes("[verb]") ? Object.keys(taskVerbs) : [""];
    return methods.flatMap(([, method]) =>
      verbs.map((verb) => `${method} ${address.replace("[verb]", verb)}`),
    );
  });
}

/** Where in a schema anything at all would do, such as "results.problem". */
function findUnsaid(schema: ZodType): string[] {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "output" }) as Record<string, unknown>;
  return walk(json, []);
}

function walk(json: unknown, place: string[]): string[] {
  if (typeof json !== "object" || json === null) return [];
  if (Object.keys(json).every((key) => key === "description")) return [place.join(".")];
  const { properties = {}, items, additionalProperties, anyOf = [], oneOf = [] } = json as Node;
  const named = Object.entries(properties).flatMap(([name, one]) => walk(one, [...place, name]));
  const others = [...anyOf, ...oneOf, ...[items, additionalProperties].filter(Boolean)];
  return [...named, ...others.flatMap((one) => walk(one, place))];
}

type Node = {
  properties?: object;
  items?: unknown;
  additionalProperties?: unknown;
  anyOf?: unknown[];
  oneOf?: unknown[];
};

test("Every route is told in the document, once, and nothing is told that is no route", () => {
  const told = operations.map((one) => `${one.method} ${one.path}`);

  expect(told.toSorted()).toEqual(listRoutes().toSorted());
});

test("What no token does leads to a page that there is, on which somebody does it in person", () => {
  const actor = { door: "api", clientName: "Mira Holt", workspace: { slug: "mira" } } as Actor;
  const led = operations
    .filter(({ area }) => area === null)
    .map((is) => ({ is, page: String(sayProblem({ code: "in-person" }, { actor, is }).page) }));
  const placeOf = (page: string) => page.slice(page.indexOf("/w/mira/") + "/w/mira/".length);

  for (const { is, page } of led)
    expect(existsSync(`app/(workspace)/w/[workspace]/${placeOf(page)}/page.tsx`), is.path).toBe(true);
  const waiting = led.filter(({ page }) => placeOf(page) === "you").map(({ is }) => is.path.split("/")[1]);
  expect([...new Set(waiting)].toSorted()).toEqual(["decisions", "drafts", "sendings"]);
});

test("No two operations go by one name", () => {
  const names = operations.map((one) => one.id);

  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
});

describe("What is said to whoever writes a program", () => {
  test.each(operations.map((one) => [one.id, one] as const))("%s is one sentence", (_, { says, more }) => {
    expect(says).toMatch(/^\p{Lu}[^:?'"]*(: [^:?'"]*)?[^.]\.$/u);
    if (more !== undefined) expect(more).toMatch(/^[\p{Lu}`].*[^.]\.$/u);
  });

  test("Every answer is told to the last field, but for how a thing is that one lost a race for", () => {
    const unsaid = operations.flatMap(({ id, output }) =>
      "files" in output ? [] : findUnsaid(output).map((place) => `${id} ${place}`),
    );

    expect(unsaid).toEqual(["changeTasks results.problem.current", "changeTasks results.problem"]);
  });
});
