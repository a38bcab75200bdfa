import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { handle } from "@/lib/actions/handler";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import type { Actor } from "@/lib/domain/actor";
import { granted, refused } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { operation } from "@/lib/schemas/operation";
import { cast } from "../../support/cast";

afterAll(closeAuthDatabase);

const origin = env.FIRSTHAND_URL;
const input = z.strictObject({
  title: z.string().trim().min(1, { error: "Give it a title." }),
  note: z.string().max(5).optional(),
});

const door = handle({
  is: operation({
    id: "tryDoor",
    method: "POST",
    path: "/tasks",
    group: "Tasks",
    says: "A door to be tried.",
    area: "tasks",
    input,
    output: z.unknown(),
  }),
  limitBytes: 2000,
  run: async ({ actor, input: { title } }) => {
    if (title === "explode") throw new Error("a secret of the house");
    if (title === "refuse") return refused({ code: "must-be-you" });
    return granted({ title, by: actor.name });
  },
});

const lookingDoor = handle({
  is: operation({
    id: "tryLooking",
    method: "GET",
    path: "/tasks",
    group: "Tasks",
    says: "A door to be looked through.",
    area: "tasks",
    input: z.strictObject({ who: z.union([z.string(), z.array(z.string())]).optional() }),
    output: z.unknown(),
  }),
  run: async ({ input: { who } }) => granted({ who }),
});

type Knock = {
  slug: string;
  actor?: Actor;
  body?: unknown;
  raw?: string;
  headers?: Record<string, string>;
  id?: string;
};

async function knock({ slug, actor, body = {}, raw, headers = {}, id }: Knock) {
  const cookie: Record<string, string> = actor ? { cookie: `firsthand-session=${actor.proof}` } : {};
  const request = new Request(`${origin}/api/v1/w/${slug}/tasks`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, ...cookie, ...headers },
    body: raw ?? JSON.stringify(body),
  });
  const response = await door(request, { params: Promise.resolve({ workspace: slug, ...(id && { id }) }) });
  return { status: response.status, type: response.headers.get("content-type"), body: await response.json() };
}

describe("A handler asks who and what before anything is done", () => {
  test("Ana is let in at Mira's desk and answers are JSON that nobody keeps", async () => {
    const { assistant, desk } = await cast();
    expect(await knock({ slug: desk.slug, actor: assistant, body: { title: " Card " } })).toEqual({
      status: 200,
      type: "application/json",
      body: { title: "Card", by: "Ana Duarte" },
    });
  });

  test("nobody signed in is 401; a stranger's desk and no desk are the same 404", async () => {
    const { assistant, desk, otherDesk } = await cast();
    const body = { title: "Card" };
    expect((await knock({ slug: desk.slug, body })).status).toBe(401);
    const foreign = await knock({ slug: otherDesk.slug, actor: assistant, body });
    expect([foreign.status, foreign]).toEqual([
      404,
      await knock({ slug: "no-such-desk", actor: assistant, body }),
    ]);
  });

  test("an id that is none is 404, not a broken query", async () => {
    const { assistant, desk } = await cast();
    expect(
      (await knock({ slug: desk.slug, actor: assistant, body: { title: "Card" }, id: "1' or 1=1" })).status,
    ).toBe(404);
  });

  test("a refusal is a problem document with its sentence and the client's name", async () => {
    const { assistant, desk } = await cast();
    const { status, type, body } = await knock({
      slug: desk.slug,
      actor: assistant,
      body: { title: "refuse" },
    });
    expect([status, type]).toEqual([403, "application/problem+json"]);
    expect(body).toEqual({
      type: "/docs/api#must-be-you",
      status: 403,
      code: "must-be-you",
      title: "Only Mira can complete or decline this.",
    });
  });

  test("what cannot be read is 400 with a sentence at its field", async () => {
    const { assistant: actor, desk } = await cast();
    const empty = await knock({ slug: desk.slug, actor, body: { title: " ", note: "too long" } });
    expect([empty.status, empty.body.fields]).toEqual([
      400,
      { title: "Give it a title.", note: "At most 5 characters." },
    ]);
    const missing = await knock({ slug: desk.slug, actor, body: { titel: "Card" } });
    expect(missing.body.fields).toEqual({ title: "This is needed.", form: "Not known here: titel." });
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`n${n}`, 1]));
    const unknown = await knock({ slug: desk.slug, actor, body: { ...many, title: "Card" } });
    expect(unknown.body.fields).toEqual({ form: "Not known here: n0, n1, n2, n3, n4 and 45 more." });
    for (const raw of ["{", "[1", '"\\u0000"', '{"title":"a\\u0000b"}', "\u0000"])
      expect((await knock({ slug: desk.slug, actor, raw })).status).toBe(400);
  });

  test("too large is 413, also when nobody said how large, and anything but JSON is 415", async () => {
    const { assistant: actor, desk } = await cast();
    expect((await knock({ slug: desk.slug, actor, body: { title: "x".repeat(3000) } })).status).toBe(413);
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await knock({ slug: desk.slug, actor, raw: "title=Card", headers })).status).toBe(415);
  });

  test("another site's page changes nothing, whoever is signed in", async () => {
    const { client, desk } = await cast();
    const headers = { origin: "https://evil.example" };
    expect((await knock({ slug: desk.slug, actor: client, body: { title: "Card" }, headers })).status).toBe(
      403,
    );
  });

  test("when something breaks, nobody outside learns what", async () => {
    const { assistant: actor, desk } = await cast();
    const { status, body } = await knock({ slug: desk.slug, actor, body: { title: "explode" } });
    expect([status, JSON.stringify(body).includes("secret")]).toEqual([500, false]);
  });
});

describe("What is asked in the address", () => {
  async function look(query: string) {
    const { assistant, desk } = await cast();
    const headers = { cookie: `firsthand-session=${assistant.proof}` };
    const request = new Request(`${origin}/api/v1/w/${desk.slug}/tasks?${query}`, { headers });
    const response = await lookingDoor(request, { params: Promise.resolve({ workspace: desk.slug }) });
    return { status: response.status, body: await response.json() };
  }

  test("is a text, or a list where a name comes again, in the order in which it came", async () => {
    expect((await look("who=Noor")).body).toEqual({ who: "Noor" });
    expect((await look("who=Noor&who=&who=Per%00+Aksel")).body).toEqual({ who: ["Noor", "", "Per Aksel"] });
  });

  test("is refused by its name where it is not known, also under names that objects have of themselves", async () => {
    for (const name of ["whom", "__proto__", "constructor"])
      expect(await look(`${name}=Noor`), name).toMatchObject({
        status: 400,
        body: { fields: { form: `Not known here: ${name}.` } },
      });
  });

  test("is read once, however many names there are: each is not looked for among all", async () => {
    const names = Array.from({ length: 200_000 }, (_, n) => `n${n}=`).join("&");

    expect(await look(names)).toMatchObject({
      status: 400,
      body: { fields: { form: "Not known here: n0, n1, n2, n3, n4 and 199995 more." } },
    });
  });
});
