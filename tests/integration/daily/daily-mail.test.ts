import { expect, test } from "vitest";
import { authDatabase } from "@/lib/data/auth-database";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { addDays, startOfDay } from "@/lib/domain/calendar/zone-day";
import { sendDailyMailJob } from "@/lib/jobs/send-daily-mail";
import { mailWishes } from "@/lib/jobs/system-actor";
import { readForYou } from "@/lib/queries/read-for-you";
import { readMyMail } from "@/lib/queries/read-my-mail";
import { mailDaily } from "@/lib/use-cases/daily/mail-daily";
import { askClient } from "@/lib/use-cases/decision/ask-client";
import { changeMyMail } from "@/lib/use-cases/weekly/change-my-mail";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

const origin = "http://localhost:3000";
const sunday = new Date("2026-11-22T10:00:00Z");
// Seven in the morning of Monday on Niue is eleven hours behind UTC.
const due = new Date("2026-11-23T18:00:00Z");
const mail = {
  zone: "Pacific/Niue",
  weeklyOn: false,
  weeklyWeekday: 1,
  weeklyHour: 8,
  weeklyDays: 14,
  whisperHours: null,
};
const daily = { ...mail, dailyOn: true, dailyHour: 7 };

const mailsOf = (actor: Actor) =>
  authDatabase().outbox.findMany({
    where: { workspaceId: actor.workspace.id },
    orderBy: { createdAt: "asc" },
    select: { toAddress: true, subject: true, textBody: true, htmlBody: true },
  });
const reply = (client: Actor, title: string, more = {}) =>
  makeTask(client, { kind: "personal-reply", title, state: "client", ...more }, sunday);

test("Mira gets it at her hour where she lives, once, though several servers look at the same moment", async () => {
  const { client } = await cast(sunday);
  await reply(client, "Answer Tomas");
  must(await changeMyMail(client, daily, sunday));

  await sendDailyMailJob.run(new Date(due.getTime() - 1_000));
  expect(await mailsOf(client)).toEqual([]);
  await Promise.all([sendDailyMailJob.run(due), sendDailyMailJob.run(due), sendDailyMailJob.run(due)]);
  await sendDailyMailJob.run(new Date(due.getTime() + 3_600_000));

  const [sent, ...rest] = await mailsOf(client);
  expect(rest).toEqual([]);
  expect(sent?.subject).toBe("For you, Monday 23 November: 1 thing, about 2 min");
  expect(sent?.textBody).toContain("1 of 1 · Answer Tomas");
  await sendDailyMailJob.run(new Date("2026-11-24T18:00:00Z"));
  expect(await mailsOf(client)).toHaveLength(2);
});

test("Today is today where Mira is, far from her desk; a day without an hour is the desk's", async () => {
  const { client } = await cast(sunday);
  const strict = { state: "assistant", tag: "must-be-you" } as const;
  // Six in the evening of Monday on Niue, and Tuesday at the desk already.
  await reply(client, "This evening", { ...strict, dueAt: new Date("2026-11-24T05:00:00Z") });
  await reply(client, "Tomorrow", { ...strict, dueAt: new Date("2026-11-24T12:00:00Z") });
  const monday = new Date(startOfDay("2026-11-23", client.workspace.zone));
  await reply(client, "Any time on Monday", { ...strict, dueAt: monday, dueAllDay: true });
  must(await changeMyMail(client, daily, sunday));
  await sendDailyMailJob.run(due);

  const [sent] = await mailsOf(client);
  expect(sent?.textBody).toContain("Due 23 November, 18:00 (Pacific/Niue).");
  expect(sent?.textBody).toMatch(/Any time on Monday\n\n(.*\n)?(Due|It was due) 23 November\./);
  expect(sent?.textBody).not.toContain("Tomorrow");
});

test.each([
  ["Pacific/Niue", due, "2026-11-23"],
  // Half past five in the evening of Monday at the desk, and seven in the morning of Tuesday.
  ["Pacific/Kiritimati", new Date("2026-11-23T17:00:00Z"), "2026-11-24"],
])("A day without an hour is not told a day before it in %s", async (zone, at, today) => {
  const { client } = await cast(sunday);
  const deskZone = client.workspace.zone;
  for (const [title, day] of [
    ["Any time today", today],
    ["Any time tomorrow", addDays(today, 1)],
  ] as const) {
    const dueAt = new Date(startOfDay(day, deskZone));
    await reply(client, title, { state: "assistant", tag: "must-be-you", dueAt, dueAllDay: true });
  }
  must(await changeMyMail(client, { ...daily, zone }, sunday));
  await sendDailyMailJob.run(at);

  const [sent] = await mailsOf(client);
  expect(sent?.textBody).toContain("Any time today");
  expect(sent?.textBody).not.toContain("Any time tomorrow");
});

test("Nothing is before her, so nothing is sent; nor later that day, when something is", async () => {
  const { client } = await cast(sunday);
  must(await changeMyMail(client, daily, sunday));
  await sendDailyMailJob.run(due);
  await reply(client, "Answer Tomas");
  await sendDailyMailJob.run(new Date(due.getTime() + 3_600_000));
  expect(await mailsOf(client)).toEqual([]);
});

test("There is nothing else in it: what is Ana's, what sleeps and what waits is not told", async () => {
  const { client, assistant } = await cast(sunday);
  await reply(client, "Answer Tomas");
  const { id: taskId } = await reply(client, "Supper on Saturday");
  must(await askClient(assistant, { taskId, question: "Shall I say yes?", choices: [] }));
  await makeTask(assistant, { kind: "account-care", title: "Prune the page", state: "assistant" }, sunday);
  await reply(client, "Later", { snoozedUntil: new Date("2026-12-24T10:00:00Z") });
  await reply(client, "They shall write", { state: "waiting" });
  must(await changeMyMail(client, daily, sunday));
  await sendDailyMailJob.run(due);

  const [sent] = await mailsOf(client);
  expect(sent?.textBody).toContain("Ana Duarte asks:\nShall I say yes?");
  expect(sent?.textBody).toMatch(/\/you\/answer\/[0-9a-f-]{36}\?decision=[0-9a-f-]{36}&to=yes/);
  expect(`${sent?.textBody}${sent?.htmlBody}`).not.toMatch(/Prune|Later|They shall write/);
});

test("It is the client's own: Ana cannot ask for it, gets none, and a job cannot be talked into sending her one", async () => {
  const { client, assistant, system } = await cast(sunday);
  await reply(client, "A private matter", { isPrivate: true });
  must(await changeMyMail(assistant, daily, sunday));
  must(await changeMyMail(client, daily, sunday));
  expect(must(await readMyMail(assistant, sunday)).settings.dailyOn).toBe(false);
  await sendDailyMailJob.run(due);

  const mails = await mailsOf(client);
  expect(mails.map((one) => one.toAddress.split("-")[0])).toEqual(["mira"]);
  expect(mails[0]?.textBody).toContain("A private matter");
  const pile = must(await readForYou(client, due));
  const ana = {
    userId: assistant.userId as string,
    email: "ana@test.invalid",
    role: "assistant",
    zone: "UTC",
  } as const;
  expect(await mailDaily(system, ana, pile, "2026-11-23", origin, due)).toMatchObject({
    ok: false,
    refusal: { code: "only-client" },
  });
});

test("Whatever stands in Ana's settings, no job hears that she wants Mira's daily mail", async () => {
  const { client, assistant } = await cast(sunday);
  must(await changeMyMail(client, daily, sunday));
  must(await changeMyMail(assistant, { ...mail, weeklyOn: true }, sunday));
  await asSuperuser("UPDATE member_settings SET daily_on = true WHERE workspace_id = $1", [
    client.workspace.id,
  ]);
  const wishes = (await mailWishes()).filter((wish) => wish.workspace.id === client.workspace.id);
  expect(wishes.map(({ role, dailyOn }) => [role, dailyOn]).sort()).toEqual([
    ["assistant", false],
    ["client", true],
  ]);
});

test("Switched on in the afternoon it begins tomorrow; switched off it ends", async () => {
  const { client } = await cast(sunday);
  await reply(client, "Answer Tomas");
  must(await changeMyMail(client, daily, new Date(due.getTime() + 60_000)));
  await sendDailyMailJob.run(new Date(due.getTime() + 120_000));
  expect(await mailsOf(client)).toEqual([]);
  const next = must(await readMyMail(client, due)).nextDaily;
  expect(next).toBe("2026-11-24T18:00:00.000Z");
  must(await changeMyMail(client, { ...daily, dailyOn: false }, due));
  await sendDailyMailJob.run(new Date("2026-11-24T18:00:00Z"));
  expect(await mailsOf(client)).toEqual([]);
});

test("To change the weekly list changes nothing about the daily mail, and the other way round", async () => {
  const { client } = await cast(sunday);
  must(await changeMyMail(client, { ...daily, weeklyOn: true }, sunday));
  must(await changeMyMail(client, { ...mail, weeklyOn: true, weeklyHour: 9 }, due));
  const settings = must(await readAs(client, (tx) => tx.memberSettings.findFirst()));
  expect(settings).toMatchObject({ dailyOn: true, dailyHour: 7, dailyFrom: sunday, weeklyFrom: due });
});
