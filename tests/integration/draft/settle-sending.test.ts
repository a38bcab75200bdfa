import { afterAll, beforeAll, expect, test } from "vitest";
import { sendAgain } from "@/lib/use-cases/draft/send-again";
import { settleSending } from "@/lib/use-cases/draft/settle-sending";
import { type Cast, cast } from "../../support/cast";
import { carry, later, newApproved, sendingOf, taskRow } from "../../support/draft/carry-scene";
import { look } from "../../support/draft/scene";
import { accountAt, coded, startMoodyServer, stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
afterAll(stopServers);
const { ca } = accountAt(1);
const now = () => new Date();

/** Words that a server took twice without ever saying so. */
async function newUnsure() {
  const server = await startMoodyServer();
  const made = await newApproved(people, server.account);
  await asSuperuser(
    "UPDATE sendings SET state = 'handed-over', doubts = 1, attempts = 2, claimed_at = now() WHERE id = $1",
    [made.id],
  );
  await later(made.draftId, 3);
  expect(await carry(people.system, made.id, { ca })).toBe("unsure");
  return { ...made, server };
}

test("“It went out”: the task is done by Mira with these words, and nothing is sent again", async () => {
  const { id, draftId, taskId, server } = await newUnsure();
  must(await settleSending(people.client, { id, went: true }, now()));
  await later(draftId, 60);

  expect(await carry(people.system, id, { ca })).toBe("not-due");
  expect(await taskRow(taskId)).toMatchObject({
    state: "done",
    closed_by: people.client.userId,
    closing_draft: draftId,
  });
  expect(await look(people.client, draftId)).toMatchObject({ state: "sent", sending: { state: "sent" } });
  expect(server.taken).toEqual([]);
});

test("“Drop it”: the very draft is there again, approved by nobody, and can be changed", async () => {
  const { id, draftId, taskId } = await newUnsure();
  must(await settleSending(people.client, { id, went: false }, now()));

  expect(await look(people.client, draftId)).toMatchObject({
    state: "draft",
    approval: null,
    sending: null,
    recipients: [{ address: "tomas@lind.test" }],
    can: { write: true, approve: true },
  });
  expect(await taskRow(taskId)).toMatchObject({ state: "client" });
  expect((await sendingOf(draftId)).state).toBe("stopped");
});

test("“Send again”: one more copy under the same id, at Mira's wish", async () => {
  const { id, draftId, taskId, server } = await newUnsure();
  const { message_id: messageId } = await sendingOf(draftId);
  must(await sendAgain(people.client, id));
  expect(await taskRow(taskId)).toMatchObject({ state: "scheduled" });
  expect(await carry(people.system, id, { ca })).toBe("sent");

  expect(server.taken.map(({ raw }) => raw.includes(messageId))).toEqual([true]);
  expect(await taskRow(taskId)).toMatchObject({ state: "done", closed_by: people.client.userId });
});

test("What a server would not take can be sent again, or dropped, and nobody says of it that it went out", async () => {
  let wants = false;
  const server = await startMoodyServer({
    onRcptTo: (_, __, done) => (wants ? done() : done(coded(550, "No such user"))),
  });
  const [again, dropped] = [
    await newApproved(people, server.account),
    await newApproved(people, server.account),
  ];
  for (const { id } of [again, dropped]) expect(await carry(people.system, id, { ca })).toBe("failed");
  expect(await settleSending(people.client, { id: again.id, went: true }, now())).toMatchObject({
    refusal: { code: "stale" },
  });
  wants = true;
  must(await sendAgain(people.client, again.id));
  must(await settleSending(people.client, { id: dropped.id, went: false }, now()));

  expect(await carry(people.system, again.id, { ca })).toBe("sent");
  expect(await carry(people.system, dropped.id, { ca })).toBe("not-due");
  expect((await look(people.client, dropped.draftId)).state).toBe("draft");
});

test("Ana says nothing of Mira's words, a stranger finds none", async () => {
  const { id, draftId } = await newUnsure();
  for (const who of [people.assistant, people.agent]) {
    for (const went of [true, false])
      expect(await settleSending(who, { id, went }, now())).toMatchObject({
        refusal: { code: "only-client" },
      });
    expect(await sendAgain(who, id)).toMatchObject({ refusal: { code: "only-client-approves" } });
  }
  expect(await settleSending(people.stranger, { id, went: true }, now())).toEqual({
    ok: false,
    refusal: { code: "not-found" },
  });

  expect((await sendingOf(draftId)).state).toBe("unsure");
});
