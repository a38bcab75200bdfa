import { beforeAll, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import { makeTask } from "@/prisma/seed/make/make-task";
import { type Cast, cast, secondWindow } from "../../support/cast";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});

test("Everybody in the cast is who they say they are, and at their own desk", () => {
  const roles = [people.client, people.assistant, people.agent, people.system, people.stranger].map(
    (a) => a.role,
  );

  expect(roles).toEqual(["client", "assistant", "agent", "system", "client"]);
  expect(people.assistant.clientName).toBe("Mira Holt");
  expect(people.stranger.workspace.id).not.toBe(people.desk.id);
});

test("What Ana makes, Mira sees in both of her windows and Jonas in none", async () => {
  const task = await makeTask(people.assistant, { title: "Card for Noor" });

  const seen = await Promise.all(
    [people.client, await secondWindow(people.client), people.agent, people.stranger].map((actor) =>
      readAs(actor, (tx) => tx.task.count({ where: { id: task.id } })),
    ),
  );

  expect(seen.map((one) => one.ok && one.value)).toEqual([1, 1, 1, 0]);
});
