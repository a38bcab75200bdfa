import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { holdAnswer, operationOf } from "../../support/fence/hold-answer";
import { newToken } from "../../support/fence/token-world";
import {
  closeWorld,
  type Desk,
  newPerson,
  newTask,
  openWorld,
  type Someone,
  type World,
} from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { findDoors } from "../fence/find-doors";
import { knock } from "../fence/knock";
import { twoDesks } from "../fence/things";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** So many bodies are sent to each door, by each who knocks. */
const BODIES = (process.env.TEST_POSTGRES ?? "18") === "18" ? 6 : 2;

let world: World;
let desk: Desk;
let stranger: Desk;
let ids: string[];
let knockers: { who: string; someone: Someone }[];
beforeAll(async () => {
  console.info(`seed ${seed}`);
  world = await openWorld(ownDatabase());
  ({ desk, stranger } = await twoDesks(world));
  ids = [
    await newTask(world, desk, { tag: "delegable" }),
    await newPerson(world, desk, "Noor Haddad"),
    await newTask(world, stranger, { title: "Quince jelly" }),
    await newPerson(world, stranger, "Quince Eater"),
    crypto.randomUUID(),
    "not-an-id",
  ];
  knockers = [
    { who: "Mira", someone: desk.client },
    { who: "Ana’s token", someone: await newToken(world, desk, desk.assistant) },
    { who: "an agent’s token", someone: await newToken(world, desk, desk.agent, { madeBy: desk.client }) },
  ];
});
afterAll(async () => {
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

type Json = { [name: string]: unknown };

const nasty = fc.constantFrom(
  "",
  " ",
  "'; DROP TABLE tasks; --",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202eReply yes\u200b",
  "𝕫".repeat(300),
  "x".repeat(60_000),
  "__proto__",
  "constructor",
  "9999-12-31T23:59:59Z",
  "2026-02-30",
  "-1",
  "NaN",
  "../../etc/passwd",
  "javascript:alert(1)",
  "https://169.254.169.254/",
  "<img src=x onerror=alert(1)>",
  "=HYPERLINK(1)",
);
const wild: fc.Arbitrary<unknown> = fc.oneof(
  nasty,
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, 2 ** 53, 0.5, [], {}),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Something of about the shape that a door asks for, with a wrong thing here and there. */
function like(schema: Json): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 7, arbitrary: shaped(schema) }, { weight: 1, arbitrary: wild });
}

function shaped(schema: Json): fc.Arbitrary<unknown> {
  const options = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (options) return fc.oneof(...options.map(like));
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if (schema.type === "array") return fc.array(like((schema.items ?? {}) as Json), { maxLength: 3 });
  if (schema.type === "object") return shapedObject(schema);
  if (schema.type === "integer" || schema.type === "number")
    return fc.constantFrom(1, 2, 0, -5, 7, 2 ** 31, 1e12);
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "null") return fc.constant(null);
  if (schema.type === "string") return shapedString(schema);
  return wild;
}

function shapedObject(schema: Json): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  const fields = Object.fromEntries(
    properties.map(([name, one]) => [name, fc.option(like(one), { nil: undefined, freq: 6 })]),
  );
  const extra = fc.option(fc.dictionary(fc.string({ maxLength: 8 }), wild, { maxKeys: 2 }), { freq: 4 });
  return fc.tuple(fc.record(fields), extra).map(([body, more]) => ({ ...body, ...more }));
}

const farAway = ["0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"];

function shapedString({ format }: Json): fc.Arbitrary<string> {
  if (format === "uuid") return fc.constantFrom(...ids);
  if (format === "date-time") return fc.constantFrom("2026-12-01T10:00:00Z", ...farAway, "soon");
  if (format === "date") return fc.constantFrom("2026-12-01", "2024-02-29", "2026-02-29", "0000-01-01");
  return fc.oneof(fc.constantFrom("Noor Haddad", "2026-12-01", "UTC", "1", "en"), nasty);
}

describe("Whatever is sent to a door, it says no with a name, and nothing of a stranger’s", () => {
  test.each(
    findDoors()
      .filter((door) => door.includes("/api/v1/w/[workspace]"))
      .map((door) => [door] as const),
  )("%s", async (door) => {
    const { input, method } = operationOf(door);
    if (input && "mostFiles" in input) return expect(method).toBe("POST");
    const schema = input ? (z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as Json) : {};
    const bodies = fc.sample(like(schema), { numRuns: BODIES, seed });
    const places = fc.sample(fc.nat(5), { numRuns: BODIES, seed: seed + 1 });
    for (const [n, body] of bodies.entries())
      for (const { who, someone } of knockers) {
        const id = ids[places[n] ?? 0] ?? "";
        const query = method === "GET" ? queryOf(body) : undefined;
        const answer = await knock(door, desk.slug, id, someone, { query, body: body as object });
        const what = `${who} sends ${JSON.stringify(body)?.slice(0, 300)} about ${id}: ${answer.text.slice(0, 200)}`;
        expect(answer.status, what).toBeLessThan(500);
        holdAnswer(door, answer, what);
        expect(answer.text.replace(/"q":"[^"]*"/, ""), what).not.toMatch(/quince/i);
        if (someone !== desk.client) expect(answer.text, what).not.toMatch(/xylophone/i);
      }
  });
});

function queryOf(body: unknown): string {
  const entries = Object.entries((body ?? {}) as Json).filter(([, value]) => value !== undefined);
  return new URLSearchParams(
    entries.map(([name, value]) => [
      name,
      typeof value === "string" ? value.toWellFormed() : JSON.stringify(value),
    ]),
  ).toString();
}
