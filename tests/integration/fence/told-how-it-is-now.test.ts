import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ZodType } from "zod";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { eventDetailSchema } from "@/lib/schemas/views/event";
import { factViewSchema, promiseViewSchema, relationViewSchema } from "@/lib/schemas/views/known";
import { personViewSchema } from "@/lib/schemas/views/person";
import { newContact, newPromise } from "../../support/fence/entries";
import { newOwnEvent } from "../../support/fence/event-world";
import {
  closeWorld,
  type Desk,
  newDesk,
  newFact,
  newPerson,
  newRelation,
  openWorld,
  type World,
} from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { knock } from "./knock";

const api = "POST /api/v1/w/[workspace]";
/** A version that nobody has seen yet. */
const version = 7;
const day = new Date().toISOString().slice(0, 10);
const entry = { summary: "Lunch", start: `${day}T12:00`, end: `${day}T13:00`, zone: "UTC" };

let world: World;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(async () => {
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

type Make = (world: World, desk: Desk, name: string, isPrivate?: boolean) => Promise<string>;
/** `shape`: as a page shows it; null for what no page shows by itself. */
type Try = { make: Make; shape: ZodType | null; doors: Record<string, object> };

const things: Record<string, Try> = {
  person: {
    make: (world, desk, name, isPrivate) => newPerson(world, desk, name, isPrivate),
    shape: personViewSchema,
    doors: {
      "people/[id]/edit": { note: "Met in Porto" },
      "people/[id]/died": { diedOn: null, isRemembered: false },
      "people/[id]/living": {},
      "people/[id]/remove": {},
      "people/[id]/touch": { cadenceDays: 30 },
      "people/[id]/check": { field: "name", isRight: true },
    },
  },
  fact: {
    make: newFact,
    shape: factViewSchema,
    doors: { "facts/[id]/edit": { value: "Tea" }, "facts/[id]/check": {}, "facts/[id]/remove": {} },
  },
  relation: { make: newRelation, shape: relationViewSchema, doors: { "relations/[id]/remove": {} } },
  contact: {
    make: newContact,
    shape: null,
    doors: { "contacts/[id]/edit": { note: "Long" }, "contacts/[id]/remove": {} },
  },
  promise: {
    make: newPromise,
    shape: promiseViewSchema,
    doors: {
      "promises/[id]/edit": { text: "Send the photos" },
      "promises/[id]/keep": {},
      "promises/[id]/remove": {},
    },
  },
  event: {
    make: newOwnEvent,
    shape: eventDetailSchema,
    doors: {
      "events/[id]/edit": { event: entry },
      "events/[id]/move": { start: entry.start, end: entry.end, allDay: false },
      "events/[id]/remove": {},
    },
  },
};

const tries = Object.entries(things).flatMap(([what, { make, shape, doors }]) =>
  Object.entries(doors).map(([door, body]) => [door, what, { make, shape, body }] as const),
);

describe("Ana, who changes something that moved meanwhile, is told how it is now", () => {
  test.each(tries)("%s, of a %s", async (door, _, { make, shape, body }) => {
    const desk = await newDesk(world);
    const id = await make(world, desk, "Marimba");

    const { status, text } = await knock(`${api}/${door}`, desk.slug, id, desk.assistant, {
      body: { version, ...body },
    });

    const said = JSON.parse(text);
    expect([status, said.code]).toEqual([409, "stale"]);
    expect(said.current).toMatchObject({ id, version: 1 });
    expect(shape?.safeParse(said.current).error?.issues ?? []).toEqual([]);
  });
});

describe("Of what Mira keeps to herself Ana is told nothing, however late she is", () => {
  test.each(tries)("%s, of a %s", async (door, _, { make, body }) => {
    const desk = await newDesk(world);
    const id = await make(world, desk, "Marimba", true);

    const { status, text } = await knock(`${api}/${door}`, desk.slug, id, desk.assistant, {
      body: { version, ...body },
    });

    expect([status, JSON.parse(text).current]).toEqual([404, undefined]);
    expect(text).not.toMatch(/marimba/i);
  });
});
