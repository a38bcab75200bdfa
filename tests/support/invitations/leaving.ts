import PostalMime, { type Email } from "postal-mime";
import { readTask } from "@/lib/queries/read-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { carry, giveMailbox, later, sendingOf } from "../draft/carry-scene";
import { accountAt, startMoodyServer } from "../mail/moody-server";
import { must } from "../must";
import { asSuperuser } from "../superuser";
import { googleMail } from "./google";
import type { outlookInvite } from "./outlook";
import { asked, type invitedDesk, newAnsweringAccount, receiveOne, taskOf } from "./scene";

type People = Awaited<ReturnType<typeof invitedDesk>>;
const { ca } = accountAt(1);

/** An invitation to an account of Mira's, whose mail server takes what leaves; delegable where said. */
export async function invited(
  people: People,
  {
    tag = "must-be-you",
    leave = false,
    write = googleMail,
    ...more
  }: { tag?: "must-be-you" | "delegable"; leave?: boolean; write?: typeof outlookInvite } & Partial<
    Parameters<typeof googleMail>[0]
  > = {},
) {
  const server = await startMoodyServer();
  const account = await newAnsweringAccount(people.client, { leave });
  await giveMailbox(people.client, account.id, server.account);
  const first = asked(account.address, more);
  const taskId = taskOf(await receiveOne(people.client, write(first)));
  const task = await readTask(people.client, taskId);
  if (task && task.tag !== tag)
    must(await retagTask(people.client, { id: taskId, version: task.version, tag }));
  return { server, account, first, taskId };
}

/** The mail that left, with its calendar unfolded. */
export async function leaves(
  people: People,
  draftId: string,
  server: Awaited<ReturnType<typeof startMoodyServer>>,
) {
  await later(draftId);
  const became = await carry(people.system, (await sendingOf(draftId)).id, { ca });
  if (became !== "sent") throw new Error(`it did not leave: ${became}`);
  const mail = await PostalMime.parse(server.taken[0]?.raw ?? "");
  return { mail, raw: server.taken[0]?.raw.toString() ?? "", lines: linesOf(mail) };
}

function linesOf({ attachments }: Email): string[] {
  const part = attachments.find(({ mimeType }) => mimeType === "text/calendar");
  const text = Buffer.from((part?.content ?? "") as ArrayBuffer).toString();
  return text.replace(/\r?\n /g, "").split(/\r?\n/);
}

/** What the calendar says of an answer. */
export async function eventOf(uid: string) {
  const [row] = await asSuperuser<{
    answer: string;
    attendees: { email: string; status: string }[];
    over_protected: boolean;
  }>("SELECT answer, attendees, over_protected FROM events WHERE uid = $1", [uid]);
  return row;
}
