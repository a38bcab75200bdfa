import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { readForYou } from "@/lib/queries/read-for-you";
import { logContact } from "@/lib/use-cases/contact/log-contact";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { makeTouchTasks } from "@/lib/use-cases/person/make-touch-tasks";
import { setTouch } from "@/lib/use-cases/person/set-touch";
import { cast } from "../../support/cast";
import { daysFromNow } from "../../support/days-from-now";
import { must } from "../../support/must";

/** People are written down now; what follows is told from there on. */
const day = daysFromNow;
const call = { how: "call", note: "", isPrivate: false } as const;

async function noor(client: Actor): Promise<string> {
  const { id } = must(await addPerson(client, { name: "Noor Haddad" }, new Date()));
  must(await setTouch(client, { id, version: 1 }, { cadenceDays: 30 }));
  return id;
}

async function dueDay(actor: Actor): Promise<string> {
  const [task] = must(
    await readAs(actor, (tx) =>
      tx.task.findMany({ where: { workspaceId: actor.workspace.id, kind: "keep-in-touch" } }),
    ),
  );
  return dayAt(Number(task?.dueAt), actor.workspace.zone);
}

describe("What a task to keep in touch tells", () => {
  test("Ana cannot count back from its day to a call that Mira keeps to herself", async () => {
    const { client, assistant, system } = await cast();
    const id = await noor(client);
    must(await logContact(client, id, { ...call, isPrivate: true, at: new Date() }, new Date()));
    must(await makeTouchTasks(system, day(37)));
    expect(await dueDay(assistant)).toBe(dayAt(day(37).getTime(), client.workspace.zone));
  });

  test("after an open call it is due when the turn is over, however late the job comes round", async () => {
    const { client, assistant, system } = await cast();
    const id = await noor(client);
    must(await logContact(client, id, { ...call, at: new Date() }, new Date()));
    must(await makeTouchTasks(system, day(37)));
    expect(await dueDay(assistant)).toBe(dayAt(day(30).getTime(), client.workspace.zone));
  });

  test("a call of years ago, typed in today, is not asked about; yesterday’s is", async () => {
    const { client, assistant, system } = await cast();
    const id = await noor(client);
    must(await makeTouchTasks(system, day(31)));
    must(await logContact(assistant, id, { ...call, at: new Date("2019-05-03T10:00:00Z") }, new Date()));
    expect(must(await readForYou(client, day(32))).cards[0]?.wasThatIt).toBeNull();
    must(await logContact(assistant, id, { ...call, at: day(-1) }, new Date()));
    expect(must(await readForYou(client, day(32))).cards[0]?.wasThatIt).toMatch(/^Ana logged a call/);
  });
});
