import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { MOST_VIEWS } from "@/lib/domain/task/saved-view";
import { listTasks } from "@/lib/queries/list-tasks";
import { readQueue } from "@/lib/queries/read-queue";
import { readViews } from "@/lib/queries/read-views";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { addView } from "@/lib/use-cases/view/add-view";
import { editView } from "@/lib/use-cases/view/edit-view";
import { removeView } from "@/lib/use-cases/view/remove-view";
import { restoreView } from "@/lib/use-cases/view/restore-view";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { everyTask } from "../../support/fence/view-world";
import { must } from "../../support/must";

const at = new Date("2026-12-01T10:00:00Z");
const late = { ...everyTask, kind: "birthday", overdue: true } as const;
const save = (actor: Actor, name: string) => addView(actor, { name, filter: late, asBoard: false });
const names = async (actor: Actor) => must(await readViews(actor)).views.map(({ name }) => name);
const taken = { refusal: { code: "invalid", fields: { name: "You have a view of this name already." } } };

describe("A saved view", () => {
  test("is one's own: Mira, Ana and an agent each have theirs, of the same name if they like", async () => {
    const { client, assistant, agent, stranger } = await cast(at);
    const { id, version } = must(await save(assistant, "Late birthdays"));
    must(await save(client, "Late birthdays"));

    expect(must(await readViews(assistant)).views).toEqual([
      { id, version: 1, name: "Late birthdays", filter: late, asBoard: false },
    ]);
    expect(await names(agent)).toEqual([]);
    for (const other of [client, agent, stranger]) {
      const answers = [
        await editView(other, { id, version }, { name: "Mine" }),
        await removeView(other, { id, version }, at),
        await restoreView(other, { id, version }),
      ];
      expect(answers).toEqual(answers.map(() => ({ ok: false, refusal: { code: "not-found" } })));
    }
  });

  test("gets another name, another filter, and stands where it stood", async () => {
    const { assistant } = await cast(at);
    const first = must(await save(assistant, "One"));
    must(await save(assistant, "Two"));
    const renamed = must(await editView(assistant, first, { name: "Uno" }));
    must(await editView(assistant, renamed, { filter: { ...late, q: "choir" }, asBoard: true }));

    const { views } = must(await readViews(assistant));
    expect(views).toMatchObject([
      { name: "Uno", version: 3, filter: { q: "choir", kind: "birthday" }, asBoard: true },
      { name: "Two", version: 1 },
    ]);
    expect(await editView(assistant, first, { name: "Ein" })).toMatchObject({
      refusal: { code: "stale", version: 3 },
    });
  });

  test("of somebody who was merged since shows what is open about whoever stands for them", async () => {
    const { client, assistant } = await cast(at);
    const merged = must(await addPerson(client, { name: "Noor H" }, at)).id;
    const kept = must(await addPerson(client, { name: "Noor Haddad" }, at)).id;
    const { id } = await makeTask(assistant, { kind: "other", title: "Ring Noor", personId: merged }, at);
    const two = { kept: { id: kept, version: 1 }, merged: { id: merged, version: 1 } };
    must(await mergePeople(client, { ...two, choices: {} }, at));
    const filter = { ...everyTask, personId: merged };

    const queue = must(await readQueue(assistant, filter, at));
    expect(queue.filter.personId).toBe(kept);
    expect(queue.sections.flatMap(({ tasks }) => tasks.map((task) => task.id))).toEqual([id]);
    expect(must(await listTasks(assistant, filter, null, at)).tasks).toMatchObject([{ id }]);
  });

  test("has a name that no other view of hers has, however it is written", async () => {
    const { assistant } = await cast(at);
    must(await save(assistant, "Zoë’s day"));
    const two = must(await save(assistant, "Two"));
    expect(await save(assistant, " zoe\u0308’S DAY ")).toMatchObject(taken);
    expect(await editView(assistant, two, { name: "ZOË’S day" })).toMatchObject(taken);
    expect((await editView(assistant, two, { name: "TWO" })).ok).toBe(true);
  });

  test("that was removed comes back, unless its name went to another meanwhile", async () => {
    const { assistant } = await cast(at);
    const gone = must(await removeView(assistant, must(await save(assistant, "One")), at));
    expect(await names(assistant)).toEqual([]);
    expect(await removeView(assistant, gone, at)).toMatchObject({ refusal: { code: "not-found" } });
    const other = must(await save(assistant, "One"));
    expect(await restoreView(assistant, gone)).toMatchObject(taken);
    must(await removeView(assistant, other, at));
    must(await restoreView(assistant, gone));
    expect(await names(assistant)).toEqual(["One"]);
    expect(await restoreView(assistant, gone)).toMatchObject({ refusal: { code: "not-found" } });
  });

  test(`is one of ${MOST_VIEWS} at most, also when two windows save the last one at once`, async () => {
    const { assistant } = await cast(at);
    for (let n = 1; n < MOST_VIEWS; n += 1) must(await save(assistant, `View ${n}`));
    const both = await Promise.all([save(assistant, "Last"), save(assistant, "Least")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      refusal: {
        code: "invalid",
        fields: { name: `You have ${MOST_VIEWS} views already: remove one first.` },
      },
    });
    expect(await names(assistant)).toHaveLength(MOST_VIEWS);
  });
});
