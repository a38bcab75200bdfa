import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { callBackDraft } from "@/lib/use-cases/draft/call-back-draft";
import { type Cast, cast } from "../../support/cast";
import { carry, later, mailsAbout, newApproved, sendingOf, taskRow } from "../../support/draft/carry-scene";
import { accountAt, startMoodyServer, stopServers } from "../../support/mail/moody-server";
import { asSuperuser } from "../../support/superuser";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
afterAll(stopServers);
const { ca } = accountAt(1);
const line = { ca };

test("Without an answer to a whole message it is sent once more under the same id, and then Mira is asked", async () => {
  const server = await startMoodyServer({
    onData(stream, _, done) {
      stream.on("end", () => {
        server.taken.push({ from: "", to: [], raw: "" });
        server.cut();
        done();
      });
      stream.resume();
    },
  });
  const { id, draftId, taskId } = await newApproved(people, server.account);
  const ids = [(await sendingOf(draftId)).message_id];
  expect(await carry(people.system, id, line)).toBe("in-doubt");
  expect(await sendingOf(draftId)).toMatchObject({ state: "handed-over", minutes: 5 });
  expect(await carry(people.system, id, line)).toBe("not-due");
  expect(await callBackDraft(people.client, draftId)).toMatchObject({ refusal: { code: "leaving" } });
  await later(draftId, 6);
  expect(await carry(people.system, id, line)).toBe("unsure");
  ids.push((await sendingOf(draftId)).message_id);
  await later(draftId, 600);
  expect(await carry(people.system, id, line)).toBe("not-due");

  expect(server.taken).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(await taskRow(taskId)).toMatchObject({ state: "client" });
  const mails = await mailsAbout(draftId);
  expect(mails.map((mail) => mail.subject)).toEqual(["Did it arrive? Your message to Tomas Lind"]);
});

test("Whoever dies before the words were handed over leaves no doubt; whoever dies after that leaves one", async () => {
  const server = await startMoodyServer();
  const [before, after] = [
    await newApproved(people, server.account),
    await newApproved(people, server.account),
  ];
  await asSuperuser("UPDATE sendings SET state = 'leaving', attempts = 1, claimed_at = now() WHERE id = $1", [
    before.id,
  ]);
  await asSuperuser(
    "UPDATE sendings SET state = 'handed-over', attempts = 1, claimed_at = now() WHERE id = $1",
    [after.id],
  );
  for (const { id } of [before, after]) expect(await carry(people.system, id, line)).toBe("not-due");
  for (const { draftId } of [before, after]) await later(draftId, 1);
  for (const { id } of [before, after]) expect(await carry(people.system, id, line)).toBe("not-due");
  for (const { draftId } of [before, after]) await later(draftId, 2);
  for (const { id } of [before, after]) expect(await carry(people.system, id, line)).toBe("sent");

  expect(await sendingOf(before.draftId)).toMatchObject({ attempts: 2, doubts: 0 });
  expect(await sendingOf(after.draftId)).toMatchObject({ attempts: 2, doubts: 1 });
});

test("While a server takes minutes to answer, nobody else takes the message up, and the log is not filled with it", async () => {
  let answer = () => {};
  let isWhole = false;
  const server = await startMoodyServer({
    onData(stream, _, done) {
      stream.resume().on("end", () => {
        isWhole = true;
        answer = () => done(null, "Queued as 8");
      });
    },
  });
  const { id, draftId } = await newApproved(people, server.account);
  const carried = carry(people.system, id, { ...line, answerMs: 20_000, beatMs: 5 });
  await vi.waitFor(async () => expect((await sendingOf(draftId)).state).toBe("handed-over"), {
    timeout: 10_000,
  });
  const entries = async () =>
    (
      await asSuperuser<{ n: number }>(
        "SELECT count(*)::integer AS n FROM log_entries WHERE subject_id = $1",
        [id],
      )
    )[0]?.n;
  const [logged, begun] = [await entries(), (await sendingOf(draftId)).claimed_at ?? new Date()];
  await later(draftId, 3);
  await vi.waitFor(async () =>
    expect((await sendingOf(draftId)).claimed_at).toSatisfy((at: Date) => at >= begun),
  );
  expect(await carry(people.system, id, line)).toBe("not-due");
  expect(await entries()).toBe(logged);
  await vi.waitFor(() => expect(isWhole).toBe(true));
  answer();

  expect(await carried).toBe("sent");
});

test("Whoever was so slow before handing over that somebody else took the words up, hands nothing over", async () => {
  let goOn = () => {};
  let held = false;
  const server = await startMoodyServer({
    onMailFrom(_, __, done) {
      if (held) return done();
      held = true;
      goOn = () => done();
    },
  });
  const { id, draftId } = await newApproved(people, server.account);
  const slow = carry(people.system, id, { ...line, socketMs: 20_000 });
  await vi.waitFor(() => expect(held).toBe(true), { timeout: 10_000 });
  await later(draftId, 3);
  expect(await carry(people.system, id, line)).toBe("sent");
  goOn();

  expect(await slow).toBe("lost");
  expect(server.taken).toHaveLength(1);
});
