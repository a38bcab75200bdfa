import { afterAll, describe, expect, test } from "vitest";
import { callerWithToken } from "@/lib/auth/caller";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import type { Actor } from "@/lib/domain/actor";
import { MOST_AGENTS, sayDayBegins } from "@/lib/domain/agent";
import { dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import type { Result } from "@/lib/domain/result";
import { readAgents } from "@/lib/queries/read-agents";
import { readHistory } from "@/lib/queries/read-history";
import { readMembers } from "@/lib/queries/read-members";
import { readTokens } from "@/lib/queries/read-tokens";
import { makeTokenSchema } from "@/lib/schemas/access";
import { addAgent } from "@/lib/use-cases/access/add-agent";
import { changeAgent } from "@/lib/use-cases/access/change-agent";
import { makeToken } from "@/lib/use-cases/access/make-token";
import { pauseAgent } from "@/lib/use-cases/access/pause-agent";
import { removeAgent } from "@/lib/use-cases/access/remove-agent";
import { wakeAgent } from "@/lib/use-cases/access/wake-agent";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

afterAll(closeAuthDatabase);

const whyNot = (result: Result<unknown>) => (result.ok ? null : result.refusal.code);
const input = makeTokenSchema.parse({ name: "Quill at work", scopes: ["tasks:read", "tasks:write"] });
const anyHistory = { who: null, refused: false, subject: null, rows: false };

/** Quill, whom Mira has added and Ana answers for, with a token that Ana made. */
async function withQuill({ dailyLimit = 200 } = {}) {
  const people = await cast();
  const { client, assistant } = people;
  const asked = { name: "Quill", ownerId: assistant.userId, mayFinish: false, dailyLimit };
  const { id } = must(await addAgent(client, asked));
  const { token } = must(await makeToken(assistant, { ...input, forUser: id }));
  const comeIn = () => callerWithToken(token, client.workspace.slug, "198.51.100.1");
  const view = async (who: Actor) => must(await readAgents(who)).agents.find((one) => one.id === id);
  const add = async (quill: Actor) =>
    whyNot(await createTask(quill, { kind: "birthday", title: "Prepared" }, new Date()));
  return { ...people, id, comeIn, view, add };
}

describe("An agent", () => {
  test(`is one of ${MOST_AGENTS} of a desk at the most; one that is removed makes room`, async () => {
    const { client, id } = await withQuill();
    const add = () => addAgent(client, { name: "Another", ownerId: null, mayFinish: false, dailyLimit: 1 });
    const { agents } = must(await readAgents(client));
    for (let n = agents.length; n < MOST_AGENTS; n += 1) must(await add());

    expect(await add()).toMatchObject({
      ok: false,
      refusal: { fields: { form: `There are ${MOST_AGENTS} agents already.` } },
    });

    must(await removeAgent(client, id, new Date()));
    must(await add());
  });

  test("prepares, is refused when it would finish, and finishes once Mira lets it", async () => {
    const { client, id, comeIn } = await withQuill();
    const quill = must(await comeIn()).actor;
    const task = await makeTask(quill);

    const complete = async () =>
      completeTask(must(await comeIn()).actor, { id: task.id, version: 1, note: "" }, new Date());
    expect(whyNot(await complete())).toBe("draft-only");
    must(await changeAgent(client, id, { version: 1, mayFinish: true }));

    expect(whyNot(await complete())).toBe(null);
    expect(must(await readHistory(client, anyHistory, null)).lines[0]).toMatchObject({
      agent: "Quill",
      door: "api",
    });
  });

  test("makes as many changes on a day of Mira’s zone as Mira has said, then waits for her midnight, and may look", async () => {
    const { client, comeIn, view, add, id } = await withQuill({ dailyLimit: 2 });
    await asSuperuser("UPDATE workspaces SET zone = 'Pacific/Kiritimati' WHERE id = $1", [
      client.workspace.id,
    ]);
    const quill = must(await comeIn()).actor;

    expect([await add(quill), await add(quill)]).toEqual([null, null]);
    const third = await createTask(quill, { kind: "birthday", title: "Too much" }, new Date());

    const today = dayAt(Date.now(), "Pacific/Kiritimati");
    const midnight = startOfDay(dayAt(Date.now() + 86_400_000, "Pacific/Kiritimati"), "Pacific/Kiritimati");
    const no = third.ok || third.refusal.code !== "day-used-up" ? null : third.refusal;
    const untilMidnight = (new Date(midnight).getTime() - Date.now()) / 1000;
    expect(Math.abs((no?.retryAfterSeconds ?? Number.NaN) - untilMidnight)).toBeLessThan(30);
    const nextDay = sayDayBegins(new Date(midnight), "Pacific/Kiritimati");
    expect([no?.limit, no?.begins]).toEqual([2, nextDay]);
    expect(nextDay).toMatch(/^00:00 on \w+day \d+ \w+ \(Pacific\/Kiritimati\)$/);
    expect(await view(client)).toMatchObject({ changedToday: 2, dailyLimit: 2 });
    expect(await asSuperuser("SELECT day::text FROM agent_days WHERE user_id = $1", [id])).toEqual([
      { day: String(today) },
    ]);
    expect(whyNot(await readHistory(quill, anyHistory, null))).toBe(null);

    await asSuperuser("UPDATE agent_days SET day = day - 1 WHERE user_id = $1", [id]);
    expect(await add(quill)).toBe(null);
    expect(await view(client)).toMatchObject({ changedToday: 1 });
  });

  test("stops at once when Ana pauses it, also where it had come in before, and goes on when she wakes it", async () => {
    const { assistant, id, comeIn, view, add } = await withQuill();
    const quill = must(await comeIn()).actor;

    must(await pauseAgent(assistant, id));
    expect([
      whyNot(await comeIn()),
      await add(quill),
      whyNot(await readHistory(quill, anyHistory, null)),
    ]).toEqual(["paused", "paused", "paused"]);
    expect((await view(assistant))?.paused?.byName).toBe("Ana Duarte");

    must(await wakeAgent(assistant, id));
    expect([whyNot(await comeIn()), await add(quill)]).toEqual([null, null]);
  });

  test("that Mira has paused is woken by Mira and not by Ana, and pausing again changes nothing of who did", async () => {
    const { client, assistant, id, view, comeIn } = await withQuill();
    must(await pauseAgent(client, id));
    must(await pauseAgent(assistant, id));

    expect((await view(assistant))?.paused?.byName).toBe("Mira Holt");
    expect((await view(assistant))?.can).toEqual({
      change: false,
      pause: false,
      wake: false,
      makeToken: true,
    });
    expect(whyNot(await wakeAgent(assistant, id))).toBe("only-client");
    must(await wakeAgent(client, id));
    expect(whyNot(await comeIn())).toBe(null);
  });

  test("is Mira’s to add, change and remove, and nobody else’s", async () => {
    const { assistant, agent, stranger, id } = await withQuill();
    const nib = { name: "Nib", ownerId: assistant.userId, mayFinish: true, dailyLimit: 5000 };

    expect(whyNot(await addAgent(assistant, nib))).toBe("only-client");
    expect(whyNot(await addAgent(agent, nib))).toBe("only-client");
    expect(whyNot(await changeAgent(assistant, id, { version: 1, mayFinish: true }))).toBe("only-client");
    expect(whyNot(await removeAgent(assistant, id, new Date()))).toBe("only-client");
    expect(whyNot(await pauseAgent(agent, id))).toBe("only-client");
    expect(whyNot(await pauseAgent(stranger, id))).toBe("not-found");
    expect(whyNot(await changeAgent(stranger, id, { version: 1, mayFinish: true }))).toBe("not-found");
  });

  test("is answered for by a person of the desk", async () => {
    const { client, agent, stranger, id } = await withQuill();
    for (const owner of [agent, stranger]) {
      const asked = { name: "Nib", ownerId: owner.userId, mayFinish: false, dailyLimit: 10 };
      expect(whyNot(await addAgent(client, asked))).toBe("invalid");
      expect(whyNot(await changeAgent(client, id, { version: 1, ownerId: owner.userId ?? "" }))).toBe(
        "invalid",
      );
    }
    expect(whyNot(await changeAgent(client, id, { version: 9, dailyLimit: 5 }))).toBe("stale");
  });

  test("that is removed loses the desk and its tokens; what it did stays", async () => {
    const { client, id, comeIn, view, add } = await withQuill();
    const quill = must(await comeIn()).actor;
    await add(quill);

    must(await removeAgent(client, id, new Date()));

    expect([whyNot(await comeIn()), await add(quill)]).toEqual(["signed-out", "signed-out"]);
    expect(await view(client)).toBe(undefined);
    const member = must(await readMembers(client, new Date())).members.find((one) => one.userId === id);
    expect(member?.endedAt).not.toBe(null);
    expect(must(await readHistory(client, { ...anyHistory, who: id }, null)).lines).toHaveLength(1);
  });

  test("rests when Ana has left, and works for Mira with new tokens alone", async () => {
    const { client, assistant, id, comeIn, view } = await withQuill();

    must(await removeAssistant(client, assistant.userId ?? "", new Date()));
    expect([whyNot(await comeIn()), (await view(client))?.owner.isHere]).toEqual(["signed-out", false]);
    must(await changeAgent(client, id, { version: 1, ownerId: client.userId ?? "" }));

    expect(whyNot(await comeIn())).toBe("signed-out");
    const { token } = must(await makeToken(client, { ...input, forUser: id }));
    expect(whyNot(await callerWithToken(token, client.workspace.slug, ""))).toBe(null);
  });

  test("that Mira gives to herself has no token of Ana’s any more", async () => {
    const { client, assistant, id, comeIn } = await withQuill();
    must(await changeAgent(client, id, { version: 1, ownerId: client.userId ?? "" }));

    expect(whyNot(await comeIn())).toBe("signed-out");
    expect(whyNot(await makeToken(assistant, { ...input, forUser: id }))).toBe("invalid");
    const [ended] = must(await readTokens(client)).tokens;
    expect([ended?.holder.isAgent, ended?.revokedAt === null]).toEqual([true, false]);
  });
});
