import { afterAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/v1/w/[workspace]/people/[id]/picture/route";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import type { Actor } from "@/lib/domain/actor";
import { env } from "@/lib/env";
import { readPicture } from "@/lib/queries/read-picture";
import { keepPictureSchema } from "@/lib/schemas/picture";
import { keepPicture } from "@/lib/use-cases/person/keep-picture";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { removePerson } from "@/lib/use-cases/person/remove-person";
import { removePicture } from "@/lib/use-cases/person/remove-picture";
import { makePerson } from "@/prisma/seed/make/make-person";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

afterAll(closeAuthDatabase);

const at = new Date("2026-11-22T10:00:00Z");
const ONE_DOT = "R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const ANOTHER_DOT = "R0lGODlhAQABAAAAACwAAAAAAQABAAE=";

function look(actor: Actor, id: string, headers: Record<string, string> = {}): Promise<Response> {
  const { slug } = actor.workspace;
  const request = new Request(`${env.FIRSTHAND_URL}/api/v1/w/${slug}/people/${id}/picture`, {
    headers: { cookie: `firsthand-session=${actor.proof}`, ...headers },
  });
  return GET(request, { params: Promise.resolve({ workspace: slug, id }) });
}

describe("Somebody's picture", () => {
  test("is asked for again each time, and sent again only when it is another one", async () => {
    const { client, assistant } = await cast(at);
    const noor = await makePerson(client, { name: "Noor Haddad" }, at);
    must(await keepPicture(client, noor, { base64: ONE_DOT, version: null }));
    const first = await look(assistant, noor);
    expect([first.status, first.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
    const known = { "if-none-match": first.headers.get("etag") ?? "" };
    expect((await look(assistant, noor, known)).status).toBe(304);
    must(await keepPicture(client, noor, { base64: ANOTHER_DOT, version: 1 }));
    expect((await look(assistant, noor, known)).status).toBe(200);
  });

  test("is kept and taken away only by who has seen the one that is there", async () => {
    const { client, assistant } = await cast(at);
    const noor = await makePerson(client, { name: "Noor Haddad" }, at);
    must(await keepPicture(client, noor, { base64: ONE_DOT, version: null }));
    const stale = { ok: false, refusal: { code: "stale", version: 1, changed: ["picture"] } };
    expect(await keepPicture(assistant, noor, { base64: ANOTHER_DOT, version: null })).toMatchObject(stale);
    expect(await removePicture(assistant, noor, 7, at)).toMatchObject(stale);
    must(await removePicture(assistant, noor, 1, at));
    expect(await removePicture(client, noor, 1, at)).toMatchObject({ refusal: { code: "not-found" } });
  });

  test("is gone with whoever was removed, or merged into somebody else", async () => {
    const { client } = await cast(at);
    const [noor, kept, merged] = [
      await makePerson(client, { name: "Noor Haddad" }, at),
      await makePerson(client, { name: "Tom Weiss" }, at),
      await makePerson(client, { name: "T. Weiss" }, at),
    ];
    for (const id of [noor, merged]) must(await keepPicture(client, id, { base64: ONE_DOT, version: null }));
    must(await removePerson(client, { id: noor, version: 1 }, at));
    const [one, other] = [
      { id: kept, version: 1 },
      { id: merged, version: 1 },
    ];
    must(await mergePeople(client, { kept: one, merged: other, choices: {} }, at));
    expect(await readPicture(client, noor)).toBeNull();
    expect((await look(client, merged)).status).toBe(404);
    expect(await readPicture(client, kept)).toMatchObject({ mediaType: "image/gif" });
  });

  test("that is cut off in the middle is refused in words", () => {
    const cut = keepPictureSchema.safeParse({ base64: ONE_DOT.slice(0, -2), version: null });
    expect(cut.error?.issues.map((issue) => issue.message)).toEqual(["This is not a picture."]);
    expect(keepPictureSchema.safeParse({ base64: ONE_DOT, version: null }).success).toBe(true);
  });
});
