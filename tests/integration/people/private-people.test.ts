import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readPeople } from "@/lib/queries/read-people";
import { readPerson } from "@/lib/queries/read-person";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { makeDueTasks } from "@/lib/use-cases/person/make-due-tasks";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");
const birthday = { kind: "birthday", label: "", month: 11, day: 25, year: 1986, leadDays: 7 } as const;

async function counts(actor: Actor) {
  const looked = await readAs(actor, async (tx) => ({
    people: await tx.person.count(),
    days: await tx.personDate.count(),
    tasks: await tx.task.count(),
    gestures: await tx.gesture.count(),
    named: JSON.stringify(await tx.logEntry.findMany({ omit: { seq: true } })).includes("Noor"),
  }));
  return must(looked);
}

describe("A private person is not there for an assistant", () => {
  test("Mira adds Noor as private: Ana finds no person, no day, no task, no line in the log", async () => {
    const { client, assistant, agent } = await cast(at);
    const { id } = must(
      await addPerson(client, { name: "Noor Haddad", isPrivate: true, dates: [birthday] }, at),
    );
    for (const helper of [assistant, agent]) {
      expect(await counts(helper)).toEqual({ people: 0, days: 0, tasks: 0, gestures: 0, named: false });
      expect(await readPerson(helper, id, at)).toBeNull();
      const found = must(await readPeople(helper, { q: "noor", circle: null, cursor: null }, at));
      expect([found.people, found.total]).toEqual([[], 0]);
    }
    expect(await counts(client)).toMatchObject({ people: 1, days: 1, tasks: 1, named: true });
  });

  test("a job makes the birthday task of somebody private for Mira alone", async () => {
    const { client, assistant, system } = await cast(at);
    await addPerson(
      client,
      { name: "Noor Haddad", isPrivate: true, dates: [{ ...birthday, month: 12 }] },
      at,
    );
    expect(await counts(client)).toMatchObject({ tasks: 0 });
    const made = must(await makeDueTasks(system, new Date("2026-12-20T10:00:00Z")));
    expect(made.made).toBe(1);
    expect(await counts(client)).toMatchObject({ tasks: 1 });
    expect(await counts(assistant)).toMatchObject({ tasks: 0, named: false });
  });

  test("when Mira makes somebody private, Ana's open and finished tasks about them go with them", async () => {
    const { client, assistant } = await cast(at);
    const { id } = must(await addPerson(assistant, { name: "Noor Haddad", dates: [birthday] }, at));
    const call = must(
      await createTask(assistant, { kind: "account-care", title: "Call Noor", personId: id }, at),
    );
    must(await completeTask(assistant, { id: call.task.id, version: 1, note: "" }, at));
    expect(await counts(assistant)).toMatchObject({ people: 1, tasks: 2, gestures: 1, named: true });
    const hidden = must(await setPersonPrivacy(client, { id, version: 1 }, true));
    expect(hidden).toMatchObject({ version: 2, tasks: 1 });
    expect(await counts(assistant)).toEqual({ people: 0, days: 0, tasks: 0, gestures: 0, named: false });
    must(await setPersonPrivacy(client, { id, version: 2 }, false));
    expect(await counts(assistant)).toMatchObject({ people: 1, days: 1, tasks: 2, gestures: 1, named: true });
  });

  test("a task that was private before stays private when its person is shown again", async () => {
    const { client, assistant } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor Haddad" }, at));
    must(
      await createTask(
        client,
        { kind: "other", title: "Surprise for Noor", personId: id, isPrivate: true },
        at,
      ),
    );
    must(await createTask(client, { kind: "other", title: "Lunch with Noor", personId: id }, at));
    must(await setPersonPrivacy(client, { id, version: 1 }, true));
    must(await setPersonPrivacy(client, { id, version: 2 }, false));
    const seen = must(await readAs(assistant, (tx) => tx.task.findMany({ select: { title: true } })));
    expect(seen).toEqual([{ title: "Lunch with Noor" }]);
  });

  test("whoever was merged into Noor is private with her, however many steps ago, and open again with her", async () => {
    const { client, assistant } = await cast(at);
    const add = async (name: string) => must(await addPerson(assistant, { name, dates: [birthday] }, at)).id;
    const [noor, twin, third] = [await add("Noor Haddad"), await add("N. Noor"), await add("Noor H.")];
    const done = { kind: "account-care", title: "Call Noor", personId: third } as const;
    const call = must(await createTask(assistant, done, at));
    must(await completeTask(assistant, { id: call.task.id, version: 1, note: "" }, at));
    const merge = async (kept: [string, number], merged: [string, number]) => {
      const [one, other] = [kept, merged].map(([id, version]) => ({ id, version }));
      if (one && other) must(await mergePeople(client, { kept: one, merged: other, choices: {} }, at));
    };
    await merge([twin, 1], [third, 1]);
    await merge([noor, 1], [twin, 2]);
    const open = await counts(assistant);
    expect(open).toMatchObject({ people: 3, gestures: 1, named: true });
    must(await setPersonPrivacy(client, { id: noor, version: 2 }, true));
    expect(await counts(assistant)).toEqual({ people: 0, days: 0, tasks: 0, gestures: 0, named: false });
    must(await setPersonPrivacy(client, { id: noor, version: 3 }, false));
    expect(await counts(assistant)).toEqual(open);
  });

  test("Ana can neither make somebody private nor show them; somebody hidden is simply absent", async () => {
    const { client, assistant, agent } = await cast(at);
    const open = must(await addPerson(client, { name: "Open Ossian" }, at));
    const hidden = must(await addPerson(client, { name: "Noor Haddad", isPrivate: true }, at));
    const absent = { id: "00000000-0000-4000-8000-000000000000", version: 1 };
    for (const helper of [assistant, agent]) {
      expect(await setPersonPrivacy(helper, { id: open.id, version: 1 }, true)).toMatchObject({
        ok: false,
        refusal: { code: "only-client" },
      });
      expect(await addPerson(helper, { name: "Secret", isPrivate: true }, at)).toMatchObject({
        ok: false,
        refusal: { code: "only-client" },
      });
      const toHidden = await setPersonPrivacy(helper, { id: hidden.id, version: 1 }, false);
      expect(toHidden).toEqual(await setPersonPrivacy(helper, absent, false));
      expect(await editPerson(helper, { id: hidden.id, version: 1 }, { name: "X" }, at)).toEqual(
        await editPerson(helper, absent, { name: "X" }, at),
      );
    }
  });

  test("a stranger finds nobody of Mira's", async () => {
    const { client, stranger } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Open Ossian" }, at));
    expect(await readPerson(stranger, id, at)).toBeNull();
    expect(await editPerson(stranger, { id, version: 1 }, { name: "X" }, at)).toMatchObject({
      ok: false,
      refusal: { code: "not-found" },
    });
  });
});
