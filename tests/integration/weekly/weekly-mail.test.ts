import { expect, test } from "vitest";
import { authDatabase } from "@/lib/data/auth-database";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { sendWeeklyListsJob } from "@/lib/jobs/send-weekly-lists";
import { inMail, readWeeklyList } from "@/lib/queries/read-weekly-list";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { changeMyMail } from "@/lib/use-cases/weekly/change-my-mail";
import { mailWeeklyList } from "@/lib/use-cases/weekly/mail-weekly-list";
import { sendWeeklyNow } from "@/lib/use-cases/weekly/send-weekly-now";
import { writeWeeklyNote } from "@/lib/use-cases/weekly/write-weekly-note";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { loseTouch } from "./lose-touch";

// A Sunday; the mail is due on Monday at eight in the desk's zone.
const sunday = new Date("2026-11-22T10:00:00Z");
const monday = new Date("2026-11-23T23:30:00Z");
const origin = "http://localhost:3000";

const birthday = (day: number, year: number | null = 1986) =>
  ({ kind: "birthday", label: "", month: 11, day, year, leadDays: 7 }) as const;
const weekly = {
  zone: "Pacific/Niue",
  weeklyOn: true,
  weeklyWeekday: 1,
  weeklyHour: 8,
  weeklyDays: 14,
  whisperHours: null,
};

const mailsOf = (actor: Actor) =>
  authDatabase().outbox.findMany({
    where: { workspaceId: actor.workspace.id },
    orderBy: { createdAt: "asc" },
    select: { toAddress: true, subject: true, textBody: true, htmlBody: true },
  });
const asked = { from: "2026-11-23", horizon: 14, ...inMail };

test("Mira gets her list once, though two servers look at the same moment and again and again", async () => {
  const { client } = await cast(sunday);
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday(28)] }, sunday));
  must(await changeMyMail(client, weekly, sunday));

  await sendWeeklyListsJob.run(new Date("2026-11-23T18:59:00Z"));
  expect(await mailsOf(client)).toEqual([]);
  await Promise.all([
    sendWeeklyListsJob.run(monday),
    sendWeeklyListsJob.run(monday),
    sendWeeklyListsJob.run(monday),
  ]);
  await sendWeeklyListsJob.run(new Date(monday.getTime() + 60_000));

  const mails = await mailsOf(client);
  expect(mails.map((mail) => mail.subject)).toEqual(["Coming up, 23 Nov – 6 Dec: Noor"]);
  expect(mails[0]?.textBody).toContain("Noor Haddad: Birthday, turns 40");
  await sendWeeklyListsJob.run(new Date("2026-11-30T19:00:00Z"));
  expect(await mailsOf(client)).toHaveLength(1);
});

test("Nothing comes up, so nothing is sent; nor later that day, when something does", async () => {
  const { client } = await cast(sunday);
  must(await changeMyMail(client, weekly, sunday));
  await sendWeeklyListsJob.run(monday);
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday(28)] }, monday));
  await sendWeeklyListsJob.run(new Date(monday.getTime() + 60 * 60_000));

  expect(await mailsOf(client)).toEqual([]);
});

test("Whoever has not asked for it gets none, and neither does somebody who was removed", async () => {
  const { client, assistant } = await cast(sunday);
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday(28)] }, sunday));
  must(await changeMyMail(client, { ...weekly, weeklyOn: false }, sunday));
  must(await changeMyMail(assistant, weekly, sunday));
  must(await removeAssistant(client, assistant.userId as string, sunday));
  await sendWeeklyListsJob.run(monday);

  expect(await mailsOf(client)).toEqual([]);
});

test("Somebody private is in Mira's list and nowhere in Ana's: not in the subject, a count, the text, or the page", async () => {
  const { client, assistant } = await cast(sunday);
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday(28)] }, sunday));
  const quiet = { name: "Xenia Xylophone", dates: [birthday(24)], isPrivate: true };
  must(await addPerson(client, quiet, sunday));
  const lost = await loseTouch(client, "Xenon Xylophone", 7, sunday);
  must(await setPersonPrivacy(client, { id: lost, version: 2 }, true));
  must(await changeMyMail(client, weekly, sunday));
  must(await changeMyMail(assistant, weekly, sunday));
  await sendWeeklyListsJob.run(monday);

  const mails = await mailsOf(client);
  const [toMira, toAna] = ["mira", "ana"].map((who) => mails.find((mail) => mail.toAddress.startsWith(who)));
  expect(toMira?.subject).toBe("Coming up, 23 Nov – 6 Dec: Xenia, Noor and 1 more");
  expect(toAna?.subject).toBe("Coming up, 23 Nov – 6 Dec: Noor");
  expect(`${toAna?.textBody}${toAna?.htmlBody}`).not.toMatch(/xen|xylophone/i);
  const hers = must(await readWeeklyList(assistant, asked, monday));
  expect([hers.daysInAll, hers.touchInAll]).toEqual([1, 0]);
  expect(JSON.stringify(hers)).not.toMatch(/xen/i);
});

test("What Ana writes on top goes out with Mira's next list, as Ana's, once; and never with her own", async () => {
  const { client, assistant } = await cast(sunday);
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday(28)] }, sunday));
  must(await changeMyMail(client, weekly, sunday));
  must(await writeWeeklyNote(assistant, "Noor has moved.", sunday));
  must(await writeWeeklyNote(assistant, "Noor has moved to Lisbon.", sunday));
  await sendWeeklyListsJob.run(monday);
  await sendWeeklyListsJob.run(new Date("2026-11-30T23:00:00Z"));

  const [first] = await mailsOf(client);
  expect(first?.textBody).toContain("Ana writes:\nNoor has moved to Lisbon.");
  expect(first?.htmlBody).toContain("Noor has moved to Lisbon.");
  expect(must(await readWeeklyList(client, asked, monday)).notes).toEqual([]);
  expect(await writeWeeklyNote(client, "To myself", sunday)).toMatchObject({ ok: false });
});

test("What Ana writes while the list is on its way to Mira stands on the next one", async () => {
  const { client, assistant, system } = await cast(sunday);
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday(28)] }, sunday));
  must(await writeWeeklyNote(assistant, "Noor has moved.", sunday));
  const list = must(await readWeeklyList(client, asked, monday));
  must(await writeWeeklyNote(assistant, "Noor has moved to Lisbon.", monday));

  const reader = { userId: client.userId ?? "", email: "mira@holt.test", role: "client" } as const;
  expect(must(await mailWeeklyList(system, reader, list, asked.from, origin))).toBe("sent");
  expect(must(await readWeeklyList(client, asked, monday)).notes).toMatchObject([
    { text: "Noor has moved to Lisbon." },
  ]);
});

test("A long list is bounded, and says how many more there are", async () => {
  const { client } = await cast(sunday);
  for (let n = 0; n < 32; n++)
    must(await addPerson(client, { name: `Friend ${n}`, dates: [birthday(25, null)] }, sunday));
  const list = must(await readWeeklyList(client, asked, monday));
  expect([list.days.length, list.daysInAll]).toEqual([20, 32]);
  must(await sendWeeklyNow(client, list, origin));

  const [mail] = await mailsOf(client);
  expect(mail?.textBody).toContain("And 12 more days:\nhttp://localhost:3000/w/");
  expect(mail?.subject).toMatch(/^Coming up, 23 Nov – 6 Dec: Friend and \d+ more$/);
});

test("Mira asks for one now, and again; after five an hour she is asked to wait", async () => {
  const { client } = await cast(sunday);
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday(28)] }, sunday));
  const list = must(await readWeeklyList(client, asked, sunday));
  for (let n = 0; n < 5; n++) must(await sendWeeklyNow(client, list, origin));

  expect(await sendWeeklyNow(client, list, origin)).toMatchObject({
    ok: false,
    refusal: { code: "too-many" },
  });
  expect(await mailsOf(client)).toHaveLength(5);
});

test("A job that reads with Ana's eyes can write nothing with her hands", async () => {
  const { assistant, system } = await cast(sunday);
  const asAna = { ...assistant, door: "job", proof: system.proof } as Actor;
  expect(must(await readAs(asAna, (tx) => tx.person.count()))).toBe(0);

  expect(await addPerson(asAna, { name: "Noor Haddad" }, sunday)).toMatchObject({
    ok: false,
    refusal: { code: "signed-out" },
  });
});
