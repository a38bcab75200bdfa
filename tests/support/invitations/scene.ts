import { listClientAddresses } from "@/lib/data/event-invitations";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { AnswerInput, ReceivedOutcome } from "@/lib/domain/calendar/answer";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readInvitation } from "@/lib/queries/read-invitation";
import { answerInvitation } from "@/lib/use-cases/invitation/answer-invitation";
import { receiveInvitation } from "@/lib/use-cases/invitation/receive-invitation";
import { makePerson } from "@/prisma/seed/make/make-person";
import { cast } from "../cast";
import { changeAccount, newAccount } from "../draft/scene";
import { must } from "../must";
import type { Asked } from "./asked";

/** A Tuesday morning; everything invented here is a few days later. */
export const at = new Date("2026-11-24T09:00:00Z");
export const noor = { name: "Noor Haddad", address: "noor@haddad.test" };
let invitations = 0;

/** Mira's desk, with Noor among her people. `mira` is the address she signs in with. */
export async function invitedDesk() {
  const people = await cast(at);
  const { client } = people;
  const [mira = ""] = must(await readAs(client, (tx) => listClientAddresses(tx, client.workspace.id)));
  await makePerson(client, { name: "Noor Haddad", emails: [{ label: "work", value: noor.address }] });
  return { ...people, mira };
}

/** An invitation of Noor's for next Thursday at ten in Berlin, to an address of Mira's. */
export function asked(invitee: string, more: Partial<Asked> = {}): Asked {
  invitations += 1;
  return {
    uid: `${invitations}-0b7f4c@haddad.test`,
    summary: "Budget review",
    startsAt: "2026-12-03T09:00:00Z",
    endsAt: "2026-12-03T09:30:00Z",
    stamp: "2026-11-24T08:00:00Z",
    organiser: noor,
    invitee,
    ...more,
  };
}

/** Takes a file or a mail in, as somebody who has been handed it. */
export async function receive(who: Actor, text: string): Promise<ReceivedOutcome[]> {
  return must(await receiveInvitation(who, Buffer.from(text, "utf8"), at)).outcomes;
}

/** The one outcome that there is. */
export async function receiveOne(who: Actor, text: string): Promise<ReceivedOutcome> {
  const outcomes = await receive(who, text);
  const [one] = outcomes;
  if (!one || outcomes.length > 1) throw new Error(`not one outcome: ${JSON.stringify(outcomes)}`);
  return one;
}

/** The task that an invitation has made. */
export function taskOf({ taskId, says }: ReceivedOutcome): string {
  if (taskId === null) throw new Error(`there is no task: ${says}`);
  return taskId;
}

/** The invitation as somebody sees it on its task. */
export async function view(who: Actor, taskId: string) {
  return must(await readInvitation(who, taskId, at));
}

/** Somebody answers. */
export function answer(who: Actor, taskId: string, more: Partial<AnswerInput> = {}) {
  const input = {
    answer: "accepted",
    words: "",
    slot: null,
    accountId: null,
    overProtected: false,
    asked: null,
    ...more,
  } as const;
  return answerInvitation(who, taskId, input, at, "firsthand.test");
}

/** An account of Mira's that mail leaves from; with `leave`, assistants answer from it. */
export async function newAnsweringAccount(client: Actor, { leave = false } = {}) {
  const id = await newAccount(client);
  const address = `mira-${id.slice(0, 8)}@holt.test`;
  await changeAccount(client, id, { address, assistantsAnswer: leave });
  return { id, address };
}

/** The entries of these days as somebody sees them: their names, times and answers. */
export async function seen(who: Actor, from: string, to: string) {
  const { entries } = must(await readCalendar(who, from, to, at));
  return entries.flatMap((one) =>
    one.type === "event" ? [{ title: one.title, day: one.firstDay, time: one.time, answer: one.answer }] : [],
  );
}
