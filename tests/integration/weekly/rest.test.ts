import { afterAll, describe, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { makeTouchTasks } from "@/lib/use-cases/person/make-touch-tasks";
import { setTouch } from "@/lib/use-cases/person/set-touch";
import { snoozeTask } from "@/lib/use-cases/task/snooze-task";
import { answerLine } from "@/lib/use-cases/weekly/answer-line";
import { resumeTurn } from "@/lib/use-cases/weekly/skip-turn";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { loseTouch } from "./lose-touch";

const at = new Date("2026-11-23T10:00:00Z");
const never = { pausedUntil: null, snoozedUntil: null };
afterAll(() => closeAppDatabase());

const tasks = async (actor: Actor) => must(await readAs(actor, (tx) => tx.task.findMany()));
const skip = async (actor: Actor, personId: string) =>
  must(
    await answerLine(
      actor,
      { personId, key: `touch:${personId}`, verb: "skip", note: "", version: null },
      at,
    ),
  );

describe("A turn that rests", () => {
  const sleeps = async (actor: Actor) => (await tasks(actor))[0]?.snoozedUntil?.toISOString() ?? null;

  test("puts the open task to sleep, by a day too, and wakes it again", async () => {
    const { client, system } = await cast(at);
    const id = await loseTouch(client, "Wei Zhang", 42, at);
    must(await makeTouchTasks(system, at));
    const rested = must(await setTouch(client, { id, version: 2 }, { pausedUntil: "2026-12-20" }));
    expect(await sleeps(client)).toBe("2026-12-19T23:00:00.000Z");
    must(await setTouch(client, { id, version: rested.version }, rested.before));

    expect(await sleeps(client)).toBeNull();
  });

  test("leaves a task that Mira put to sleep for longer as it is", async () => {
    const { client, system } = await cast(at);
    const id = await loseTouch(client, "Wei Zhang", 42, at);
    must(await makeTouchTasks(system, at));
    const [task] = await tasks(client);
    const until = new Date("2027-03-01T08:00:00Z");
    must(await snoozeTask(client, { id: task?.id ?? "", version: 1, until, untilAnswer: false }, at));
    const skipped = await skip(client, id);
    expect(await sleeps(client)).toBe(until.toISOString());
    must(await resumeTurn(client, id, skipped.before ?? never, at));

    expect(await sleeps(client)).toBe(until.toISOString());
  });

  test("is not taken back over what Ana has said since of how long it rests", async () => {
    const { client, assistant } = await cast(at);
    const id = await loseTouch(client, "Wei Zhang", 42, at);
    const skipped = await skip(client, id);
    must(await setTouch(assistant, { id, version: 3 }, { pausedUntil: "2027-03-01" }));

    expect(await resumeTurn(client, id, skipped.before ?? never, at)).toMatchObject({
      refusal: { code: "stale" },
    });
    const person = must(await readAs(client, (tx) => tx.person.findFirst({ where: { id } })));
    expect(person?.touchPausedUntil?.toISOString().slice(0, 10)).toBe("2027-03-01");
  });

  test("goes back to the pause there was before, when a skip is taken back", async () => {
    const { client, system } = await cast(at);
    const id = await loseTouch(client, "Wei Zhang", 42, at);
    must(await makeTouchTasks(system, at));
    must(await setTouch(client, { id, version: 2 }, { pausedUntil: "2026-12-01" }));
    const before = await sleeps(client);
    const skipped = await skip(client, id);
    expect(skipped.before?.pausedUntil).toBe("2026-12-01");
    must(await resumeTurn(client, id, skipped.before ?? never, at));

    const person = must(await readAs(client, (tx) => tx.person.findFirst({ where: { id } })));
    expect(person?.touchPausedUntil?.toISOString().slice(0, 10)).toBe("2026-12-01");
    expect(await sleeps(client)).toBe(before);
  });
});
