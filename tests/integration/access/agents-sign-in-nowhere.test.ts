import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { sendSignInLink } from "@/lib/use-cases/sign-in/send-sign-in-link";
import { newDraftAgent } from "../../support/fence/token-world";
import { closeWorld, newDesk, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";

let world: World;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(async () => {
  await closeWorld(world);
  await closeAuthDatabase();
});

test("No link to sign in is ever mailed to an agent’s address; Ana gets hers", async () => {
  const desk = await newDesk(world);
  const quill = await newDraftAgent(world, desk);
  const asked = { next: "/", origin: "https://desk.example.com", at: new Date() };

  await sendSignInLink({ ...asked, email: `${quill.id}@agents.invalid` });
  await sendSignInLink({ ...asked, email: `${desk.assistant.id}@test.invalid` });

  const { rows } = await world.sudo.query("SELECT to_address FROM outbox WHERE subject LIKE 'Sign in%'");
  expect(rows).toEqual([{ to_address: `${desk.assistant.id}@test.invalid` }]);
});
