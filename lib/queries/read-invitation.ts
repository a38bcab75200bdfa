import { listChoices } from "@/lib/data/account-choices";
import type { Tx } from "@/lib/data/client";
import { listExtras } from "@/lib/data/draft-page";
import { findDraftOfTask, isTheClients } from "@/lib/data/drafts";
import { listClientAddresses } from "@/lib/data/event-invitations";
import type { StoredEvent } from "@/lib/data/events";
import {
  findInvitation,
  findTimeToPropose,
  invitedOf,
  nameAsked,
  organiserOf,
} from "@/lib/data/find-invitation";
import { findTask } from "@/lib/data/tasks";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { CalendarAnswer, InvitationView } from "@/lib/domain/calendar/answer";
import { answerOf, type Invited, kindOfAnswer } from "@/lib/domain/calendar/answer-of";
import type { TimeCheck } from "@/lib/domain/calendar/conflicts";
import { inOrderOfFit, whyUnanswerable } from "@/lib/domain/calendar/may-answer";
import { sayRule } from "@/lib/domain/calendar/say-rule";
import { addDays, dayAt } from "@/lib/domain/calendar/zone-day";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { AccountChoice } from "@/lib/domain/draft/view";
import { whyNotApprove, whyNotRelease } from "@/lib/domain/draft/who-may-approve";
import { granted, type Result, refused } from "@/lib/domain/result";
import { isOpen, type TaskFacts } from "@/lib/domain/task/task";
import { checkSeriesIn } from "@/lib/queries/check-series";
import { checkTimesIn } from "@/lib/queries/check-times";
import { sendingView } from "@/lib/queries/draft-parts";

/**
 * What a task asks: the invitation with what stands in its way, three free times instead, and how it can be answered from here.
 * Refuses `not-found` for a task that asks about no entry, and for what one may not see.
 */
export async function readInvitation(
  actor: Actor,
  taskId: string,
  at: Date,
): Promise<Result<InvitationView>> {
  const { id: workspaceId } = actor.workspace;
  const read = await readAs(actor, async (tx): Promise<InvitationView | null> => {
    const task = await findTask(tx, workspaceId, taskId);
    const event = task && (await findInvitation(tx, actor, task));
    if (!task || !event) return null;
    const invited = await invitedOf(tx, actor, event, await listClientAddresses(tx, workspaceId), at);
    const draft = await findDraftOfTask(tx, workspaceId, taskId);
    const all = await listChoices(tx, workspaceId);
    const accounts = inOrderOfFit(all, invited?.attendee.address ?? "", task.raw.account_id);
    const next = await findTimeToPropose(tx, workspaceId, event, at);
    const plain = invited && answerOf(invited, "accepted", null);
    const isClients = plain !== null && (await isTheClients(tx, workspaceId, plain));
    const check = await timesOf(tx, actor, next?.event ?? event, next?.time ?? invited, at);
    return {
      asked: await nameAsked(tx, workspaceId, event),
      ...whatItIs(event, invited, actor.workspace.zone),
      ...check,
      series: await checkSeriesIn(tx, actor, event, at),
      proposal: next && {
        startsAt: next.time.startsAt.toISOString(),
        endsAt: next.time.endsAt.toISOString(),
      },
      changed: task.raw.fields.changed ?? [],
      draft: await toDraft(tx, workspaceId, draft),
      accounts: accounts.map(({ id, name, address, assistantsAnswer }) => ({
        id,
        name,
        address,
        assistantsAnswer,
      })),
      ...howItGoes(actor, task, event, { plain, isClients, accounts, draft }, at),
    };
  });
  if (!read.ok) return read;
  return read.value === null ? refused({ code: "not-found" }) : granted(read.value);
}

function whatItIs(event: StoredEvent, invited: Invited | null, zone: string) {
  const { firstDay, lastDay } = daysOf(event, invited, zone);
  return {
    eventId: event.id,
    uid: event.uid,
    summary: event.summary,
    startsAt: invited?.startsAt ?? "",
    endsAt: invited?.endsAt ?? "",
    allDay: event.allDay,
    firstDay,
    lastDay,
    zone: wallZone(event.zone),
    place: event.location,
    link: event.link,
    organiser: organiserOf(event),
    isRepeating: event.rule !== "",
    repeatWords: event.rule === "" ? "" : sayRule(event.rule.split("\n")[0] ?? "", event.zone ?? zone),
    isCancelled: event.status.toUpperCase() === "CANCELLED",
    answer: event.answer,
  };
}

/** The days it covers where it is written, both included. */
function daysOf({ zone }: StoredEvent, invited: Invited | null, here: string) {
  if (invited === null) return { firstDay: "", lastDay: "" };
  if (invited.firstDay !== null)
    return {
      firstDay: invited.firstDay,
      lastDay: addDays(invited.endDay ?? addDays(invited.firstDay, 1), -1),
    };
  const [from, to] = [Date.parse(invited.startsAt), Date.parse(invited.endsAt)];
  // What ends at midnight has nothing of that day.
  return { firstDay: dayAt(from, zone ?? here), lastDay: dayAt(Math.max(from, to - 1), zone ?? here) };
}

/** Nobody lives by UTC: Google writes single events so, wherever they are. */
function wallZone(zone: string | null): string | null {
  return zone === "UTC" || zone?.startsWith("Etc/") ? null : zone;
}

/** What is in the way of one time of it, and what is free instead. */
async function timesOf(
  tx: Tx,
  actor: Actor,
  { id, location, link, zone }: StoredEvent,
  time: { startsAt: Date | string; endsAt: Date | string } | null,
  at: Date,
): Promise<TimeCheck> {
  if (time === null) return { conflicts: [], slots: [], slotText: "" };
  const [startsAt, endsAt] = [new Date(time.startsAt).toISOString(), new Date(time.endsAt).toISOString()];
  const asked = { startsAt, endsAt, place: location, link, ignore: id, otherZone: wallZone(zone) };
  return checkTimesIn(tx, actor, asked, at);
}

async function toDraft(
  tx: Tx,
  workspaceId: string,
  draft: DraftFacts | null,
): Promise<InvitationView["draft"]> {
  if (draft === null || draft.answer === null) return null;
  const { id, version, latest, state, text, answer } = draft;
  const [extras] = await listExtras(tx, workspaceId, [id]);
  const sending = extras?.sending ? sendingView(extras.sending) : null;
  return { id, version, latest, state, kind: kindOfAnswer(answer), words: text, sending };
}

type Going = {
  plain: CalendarAnswer | null;
  isClients: boolean;
  accounts: AccountChoice[];
  draft: DraftFacts | null;
};

/** Who may let a plain answer go from the best account, asked of the rules that are asked again when they do. */
function howItGoes(
  actor: Actor,
  task: TaskFacts,
  event: StoredEvent,
  { plain, isClients, accounts, draft }: Going,
  at: Date,
): Pick<InvitationView, "can" | "whyNotSend"> {
  const { organiserAddress } = event;
  const isCancelled = event.status.toUpperCase() === "CANCELLED";
  const [account] = accounts;
  const unanswerable = whyUnanswerable({ isCancelled, organiserAddress, hasTime: plain !== null });
  const whyNotSend =
    unanswerable || (account ? "" : "No mail leaves from here yet. Set up an account’s mail server first.");
  if (whyNotSend !== "" || plain === null || !account || !isOpen(task))
    return { can: { send: false, prepare: false }, whyNotSend };
  const facts = { ...plainAnswer(task, plain, account, draft), isClients };
  const no = actor.role === "client" ? whyNotApprove : whyNotRelease;
  const isOut = draft?.state === "approved" || draft?.state === "released";
  return {
    can: { send: no(actor, facts, "", at) === null, prepare: actor.role !== "system" && !isOut },
    whyNotSend,
  };
}

function plainAnswer(
  { id, kind, tag, state, mergedIntoId }: TaskFacts,
  answer: CalendarAnswer,
  { id: accountId, voice, assistantsSend, assistantsAnswer, sendsMail }: AccountChoice,
  draft: DraftFacts | null,
): DraftFacts {
  return {
    id: draft?.id ?? "",
    version: draft?.version ?? 1,
    taskId: id,
    state: draft?.state ?? "draft",
    latest: draft?.latest ?? 1,
    way: "mail",
    accountId,
    recipients: [],
    subject: "",
    wantsProof: false,
    neededBy: draft?.neededBy ?? null,
    submittedAt: null,
    removedAt: null,
    text: "",
    answer,
    takesKept: false,
    isClients: false,
    hasFiles: draft?.hasFiles ?? false,
    seal: "",
    sending: draft?.sending ?? null,
    account: { voice, assistantsSend, assistantsAnswer, sendsMail, removed: false },
    task: { kind, tag, state, mergedIntoId },
  };
}
