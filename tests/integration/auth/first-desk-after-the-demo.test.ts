import { afterAll, beforeAll, expect, test } from "vitest";
import { findActor } from "@/lib/auth/actor";
import { foundDesk, isFirstRun } from "@/lib/auth/first-desk";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { makeDesk } from "@/prisma/seed/make/make-desk";
import { makeAssistant } from "@/prisma/seed/make/make-member";
import { makeSession, signIn } from "@/prisma/seed/make/make-session";
import { makeUser } from "@/prisma/seed/make/make-user";
import { must } from "../../support/must";

const [shown, own] = [{ DEMO: true }, { DEMO: false }];
const at = new Date();
const email = "jonas@test.invalid";
let session = "";

const founding = { name: "Jonas Weber", email, zone: "Europe/Lisbon", colour: "teal", device: "Firefox", at };

/** Jonas looked at the demo, where Mira invited him to see how that is. */
beforeAll(async () => {
  const founder = await makeUser("Mira Holt", "mira@test.invalid", at);
  const desk = await makeDesk({ slug: "mira-holt", name: "Mira’s desk", founder, isDemo: true });
  const jonas = await makeUser("J.", email, at);
  await makeAssistant(await signIn(founder.id, desk.slug, at), jonas, at);
  session = await makeSession(jonas.id, at);
});
afterAll(closeAuthDatabase);

test("as long as the demo is shown, nobody is asked whose desk this is, and nobody founds one beside it", async () => {
  expect([await isFirstRun(shown), await foundDesk(founding, shown)]).toEqual([false, null]);
});

test("without the demo, Jonas makes the first desk, although he looked at Mira’s before; then nobody does again", async () => {
  expect(await isFirstRun(own)).toBe(true);
  const all = await Promise.all(Array.from({ length: 10 }, () => foundDesk(founding, own)));
  const [founded, ...others] = all.filter((one) => one !== null);
  expect(others).toEqual([]);
  const actor = must(await findActor(founded?.token ?? "", founded?.slug ?? "", "screen"));
  expect([actor.role, actor.name]).toEqual(["client", "Jonas Weber"]);
  expect([await isFirstRun(own), await isFirstRun(shown), await foundDesk(founding, own)]).toEqual([
    false,
    false,
    null,
  ]);
});

test("whoever was signed in as that address in the demo, and need not be Jonas, is not in his desk", async () => {
  expect(await findActor(session, "mira-holt", "screen")).toMatchObject({ refusal: { code: "signed-out" } });
});
