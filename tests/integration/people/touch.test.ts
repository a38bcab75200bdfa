import { describe, expect, test } from "vitest";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { granted } from "@/lib/domain/result";
import { readForYou } from "@/lib/queries/read-for-you";
import { readPeople } from "@/lib/queries/read-people";
import { readPerson } from "@/lib/queries/read-person";
import { readTouch } from "@/lib/queries/read-touch";
import { addDaysOff } from "@/lib/use-cases/away/add-days-off";
import { logContact } from "@/lib/use-cases/contact/log-contact";
import { removeContact } from "@/lib/use-cases/contact/remove-contact";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { makeTouchTasks } from "@/lib/use-cases/person/make-touch-tasks";
import { setTouch } from "@/lib/use-cases/person/set-touch";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { changeDesk } from "@/lib/use-cases/workspace/change-desk";
import { cast } from "../../support/cast";
import { daysFromNow } from "../../support/days-from-now";
import { must } from "../../support/must";

/** People are written down now; what follows is told from there on. */
const day = daysFromNow;
const call = { how: "call", note: "About the garden", isPrivate: false } as const;

async function noor(client: Actor, cadenceDays = 90, more: { isPrivate?: boolean } = {}): Promise<string> {
  const { id } = must(await addPerson(client, { name: "Noor Haddad", ...more }, new Date()));
  must(await setTouch(client, { id, version: 1 }, { cadenceDays }));
  return id;
}

function touchTasks(actor: Actor) {
  const read = readAs(actor, (tx) =>
    tx.task.findMany({
      where: { workspaceId: actor.workspace.id, kind: "keep-in-touch" },
      select: {
        id: true,
        version: true,
        state: true,
        tag: true,
        dueAt: true,
        snoozedUntil: true,
        note: true,
      },
      orderBy: { createdAt: "asc" },
    }),
  );
  return read.then(must);
}

async function losing(actor: Actor, at: Date) {
  return must(await readTouch(actor, { cursor: null }, at)).lines.map((line) => line.name);
}

describe("Keeping in touch", () => {
  test("when it is time, Noor becomes one task that must be Mira, however often the job comes round", async () => {
    const { client, system } = await cast();
    await noor(client);
    expect(must(await makeTouchTasks(system, day(89))).made).toBe(0);
    expect(await losing(client, day(89))).toEqual([]);
    expect(must(await makeTouchTasks(system, day(91))).made).toBe(1);
    expect(must(await makeTouchTasks(system, day(92))).made).toBe(0);
    const [first, second] = await Promise.all([
      makeTouchTasks(system, day(93)),
      makeTouchTasks(system, day(93)),
    ]);
    expect([must(first).made, must(second).made]).toEqual([0, 0]);
    expect(await touchTasks(client)).toMatchObject([{ state: "inbox", tag: "must-be-you" }]);
    expect(await losing(client, day(93))).toEqual(["Noor Haddad"]);
  });

  test("a duplicate that was folded away asks for nothing any more: one cadence after the contact there is one task", async () => {
    const { client, system } = await cast();
    const personId = await noor(client, 30);
    must(await makeTouchTasks(system, day(31)));
    const [task] = await touchTasks(client);
    const other = { kind: "keep-in-touch", title: "Ring Noor", personId } as const;
    const { task: twin } = must(await createTask(client, other, new Date()));
    must(await mergeTask(client, { id: twin.id, version: 1, into: task?.id ?? "" }));
    must(await completeTask(client, { id: task?.id ?? "", version: 1, note: "" }, new Date()));
    must(await setTouch(client, { id: personId, version: 2 }, { cadenceDays: 40 }));

    expect(must(await makeTouchTasks(system, day(41))).made).toBe(1);
  });

  test("two jobs at once make one task of everybody", async () => {
    const { client, system } = await cast();
    for (let n = 0; n < 3; n += 1) await noor(client, 30);
    const made = await Promise.all([1, 2, 3].map(() => makeTouchTasks(system, day(31))));
    expect(made.reduce((sum, one) => sum + must(one).made, 0)).toBe(3);
  });

  test("the circle's cadence counts where Noor has none of her own; the dead, the never due and the paused are left alone", async () => {
    const { client, system } = await cast();
    const workspaceId = client.workspace.id;
    must(
      await writeAs(client, "edit-circle", { kind: "desk", id: null }, async (tx) =>
        granted(
          await tx.circle.updateMany({ where: { workspaceId, key: "friends" }, data: { cadenceDays: 30 } }),
        ),
      ),
    );
    const add = async (name: string) =>
      must(await addPerson(client, { name, circles: ["friends"] } as never, new Date())).id;
    await add("Ada Friend");
    const paused = await add("Bo Paused");
    must(
      await setTouch(client, { id: paused, version: 1 }, { pausedUntil: day(60).toISOString().slice(0, 10) }),
    );
    const never = await add("Cy Never");
    must(await setTouch(client, { id: never, version: 1 }, { neverDue: true }));
    const dead = await add("Di Gone");
    must(
      await writeAs(client, "mark-died", { kind: "person", id: dead }, async (tx) =>
        granted(await tx.person.updateMany({ where: { workspaceId, id: dead }, data: { isDead: true } })),
      ),
    );
    expect(await losing(client, day(32))).toEqual(["Ada Friend"]);
    expect(must(await makeTouchTasks(system, day(32))).made).toBe(1);
    expect(await losing(client, day(62))).toEqual(["Ada Friend", "Bo Paused"]);
  });

  test("while Mira is away nobody falls due; when she is back, they do", async () => {
    const { client, assistant, system } = await cast();
    await noor(client, 30);
    const stretch = {
      fromOn: day(28).toISOString().slice(0, 10),
      toOn: day(40).toISOString().slice(0, 10),
      label: "Lisbon",
    };
    expect(await addDaysOff(assistant, stretch)).toMatchObject({
      ok: false,
      refusal: { code: "only-client" },
    });
    must(await addDaysOff(client, stretch));
    expect(must(await makeTouchTasks(system, day(35))).made).toBe(0);
    expect(await losing(client, day(35))).toEqual([]);
    expect(must(await makeTouchTasks(system, day(42))).made).toBe(1);
    const [task] = await touchTasks(client);
    expect(dayAt(Number(task?.dueAt), client.workspace.zone)).toBe(day(41).toISOString().slice(0, 10));
  });

  test("a declined task is no contact, and does not come back before the cadence has passed again", async () => {
    const { client, system } = await cast();
    const id = await noor(client, 30);
    await makeTouchTasks(system, day(31));
    const [task] = await touchTasks(client);
    must(await declineTask(client, { id: task?.id ?? "", version: 1, note: "" }, new Date()));
    must(await setTouch(client, { id, version: 2 }, { cadenceDays: 40 }));
    expect(must(await makeTouchTasks(system, day(38))).made).toBe(0);
    expect(await losing(client, day(41))).toEqual(["Noor Haddad"]);
    expect(must(await makeTouchTasks(system, day(41))).made).toBe(1);
  });
});

describe("Real contact", () => {
  test("Ana logs a call: Mira's task stays and asks, Mira completes it, and the next day moves", async () => {
    const { client, assistant, system } = await cast();
    const id = await noor(client);
    await makeTouchTasks(system, day(91));
    const logged = must(await logContact(assistant, id, { ...call, at: day(91) }, day(91)));
    expect(await touchTasks(client)).toMatchObject([{ state: "inbox", version: 1 }]);
    const [card] = must(await readForYou(client, day(92))).cards;
    expect(card?.wasThatIt).toMatch(/^Ana logged a call on \w+ \d+ \w+: was that it\?$/);
    const [task] = await touchTasks(client);
    const target = { id: task?.id ?? "", version: 1, note: "" };
    expect(await completeTask(assistant, target, day(92))).toMatchObject({
      ok: false,
      refusal: { code: "must-be-you" },
    });
    expect(await losing(client, day(92))).toEqual([]);
    must(await removeContact(assistant, logged, day(92)));
    expect(await losing(client, day(92))).toEqual(["Noor Haddad"]);
    must(await completeTask(client, target, day(92)));
    const person = await readPerson(client, id, new Date(Date.now() + 1000));
    expect(person?.touch.last?.says).toBe("a few words");
    must(await setTouch(client, { id, version: 2 }, { cadenceDays: 100 }));
    expect(must(await makeTouchTasks(system, day(99))).made).toBe(0);
    expect(must(await makeTouchTasks(system, day(101))).made).toBe(1);
  });

  test("an answer that went out puts off the task that nobody had touched, until it is time again", async () => {
    const { client, system } = await cast();
    const id = await noor(client, 30);
    await makeTouchTasks(system, day(31));
    const answer = must(
      await createTask(client, { kind: "personal-reply", title: "Answer Noor", personId: id }, new Date()),
    );
    must(await completeTask(client, { id: answer.task.id, version: 1, note: "" }, new Date()));
    must(await setTouch(client, { id, version: 2 }, { pausedUntil: day(45).toISOString().slice(0, 10) }));
    expect(must(await makeTouchTasks(system, day(1))).putOff).toBe(1);
    expect(must(await makeTouchTasks(system, day(1))).putOff).toBe(0);
    const [task] = await touchTasks(client);
    expect(task?.snoozedUntil).toEqual(task?.dueAt);
    expect(task?.dueAt?.getTime()).toBeGreaterThan(day(43).getTime());
  });

  test("nor is that the desk has moved a hand on the task: an answer that went out puts it off", async () => {
    const { client, system } = await cast();
    const id = await noor(client, 30);
    await makeTouchTasks(system, day(31));
    must(
      await changeDesk(client, { name: "Mira’s desk", colour: "blue", zone: "Asia/Kathmandu" }, new Date()),
    );
    const answer = must(
      await createTask(client, { kind: "personal-reply", title: "Answer Noor", personId: id }, new Date()),
    );

    must(await completeTask(client, { id: answer.task.id, version: 1, note: "" }, new Date()));
    must(await setTouch(client, { id, version: 2 }, { pausedUntil: day(45).toISOString().slice(0, 10) }));

    expect(must(await makeTouchTasks(system, day(1))).putOff).toBe(1);
  });

  test("it is put off as Mira likes it by now, and comes back sooner when she likes it oftener", async () => {
    const { client, system } = await cast();
    const id = await noor(client, 90);
    await makeTouchTasks(system, day(91));
    must(await setTouch(client, { id, version: 2 }, { cadenceDays: 14 }));
    const answer = must(
      await createTask(client, { kind: "personal-reply", title: "Answer Noor", personId: id }, new Date()),
    );
    must(await completeTask(client, { id: answer.task.id, version: 1, note: "" }, new Date()));

    await makeTouchTasks(system, day(1));
    const [put] = await touchTasks(client);
    expect(put?.snoozedUntil).toEqual(put?.dueAt);
    expect(put?.dueAt?.getTime()).toBeGreaterThan(day(12).getTime());
    expect(put?.dueAt?.getTime()).toBeLessThan(day(15).getTime());

    must(await setTouch(client, { id, version: 3 }, { cadenceDays: 7 }));
    await makeTouchTasks(system, day(9));
    const [back] = await touchTasks(client);
    expect(back).toMatchObject({ id: put?.id, snoozedUntil: null });
    expect(back?.dueAt?.getTime()).toBeLessThan(day(8).getTime());
  });

  test("what is still to come is no contact yet", async () => {
    const { client } = await cast();
    const id = await noor(client);
    expect(await logContact(client, id, { ...call, at: day(1) }, new Date())).toMatchObject({
      ok: false,
      refusal: { code: "invalid" },
    });
  });
});

describe("What is private", () => {
  test("a call that Mira keeps to herself is not there for Ana: not as last contact, in the list, the story or a task's note", async () => {
    const { client, assistant, system } = await cast();
    const id = await noor(client, 30);
    must(
      await logContact(
        client,
        id,
        { ...call, note: "Xylophone", isPrivate: true, at: new Date() },
        new Date(),
      ),
    );
    const hers = await readPerson(assistant, id, day(1));
    expect([hers?.touch.last, hers?.story.entries]).toEqual([null, []]);
    expect((await readPerson(client, id, day(1)))?.touch.last?.says).toBe("a call");
    const [row] = must(await readPeople(assistant, { q: "", circle: null, cursor: null }, day(1))).people;
    expect(row?.lastContact).toBeNull();
    await makeTouchTasks(system, day(31));
    const [task] = await touchTasks(assistant);
    expect(task?.note).not.toContain("Xylophone");
    const [line] = must(await readTouch(assistant, { cursor: null }, day(31))).lines;
    expect(line?.last).toBeNull();
    expect(
      await logContact(assistant, id, { ...call, isPrivate: true, at: new Date() }, new Date()),
    ).toMatchObject({
      ok: false,
      refusal: { code: "only-client" },
    });
  });

  test("somebody private is in Mira's list and not in Ana's, and so is their task", async () => {
    const { client, assistant, system } = await cast();
    await noor(client, 30, { isPrivate: true });
    await makeTouchTasks(system, day(31));
    expect([(await losing(client, day(31))).length, (await losing(assistant, day(31))).length]).toEqual([
      1, 0,
    ]);
    expect([(await touchTasks(client)).length, (await touchTasks(assistant)).length]).toEqual([1, 0]);
  });
});
