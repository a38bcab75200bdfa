import { writeLetter } from "@/lib/adapters/mail/letter";
import type { Tx } from "@/lib/data/client";
import { saveDraft } from "@/lib/data/drafts";
import { type ExpiredDraft, listExpired } from "@/lib/data/expired-drafts";
import { noteSent } from "@/lib/data/member-settings";
import { listMembers, type MemberRow } from "@/lib/data/members";
import { putInOutbox } from "@/lib/data/outbox";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";

const BATCH = 50;

/**
 * C6. What was not approved in time expires and is held. The client, and whoever put it before them, are told once; of what nobody put
 * before them, whoever wrote last. Nothing is approved, nothing is sent, no task moves. How many that were; there may be more when it was a whole batch.
 * @param origin the public origin, which mailed links are built from alone
 */
export async function expireDrafts(actor: Actor, origin: string): Promise<Result<number>> {
  const { id: workspaceId } = actor.workspace;
  const about = { kind: "desk", id: workspaceId } as const;
  const written = await writeAs(actor, "expire-drafts", about, async (tx) => {
    const expired = await listExpired(tx, workspaceId, BATCH);
    const members = expired.length === 0 ? [] : await listMembers(tx, workspaceId);
    for (const draft of expired) {
      if (!(await saveDraft(tx, workspaceId, draft, { state: "expired" }))) continue;
      if (!draft.isTaskOpen) continue;
      for (const member of whoIsTold(members, draft)) await tell(tx, actor, draft, member, origin);
    }
    return granted(expired.length);
  });
  return written.ok ? granted(written.value.value) : written;
}

/**
 * The client and whoever submitted it; of what was not submitted, whoever wrote last, or the client where they cannot be told: they are
 * here no more, have no mailbox (an agent), or the task was made the client's alone since.
 */
function whoIsTold(members: readonly MemberRow[], draft: ExpiredDraft): MemberRow[] {
  const reached = members.filter(
    ({ role, endedAt }) =>
      endedAt === null && (role === "client" || (role === "assistant" && !draft.isHidden)),
  );
  const isClient = ({ role }: MemberRow) => role === "client";
  if (draft.submittedBy !== null)
    return reached.filter((one) => isClient(one) || one.userId === draft.submittedBy);
  const writer = reached.filter(({ userId }) => userId === draft.lastBy);
  return writer.length > 0 ? writer : reached.filter(isClient);
}

async function tell(
  tx: Tx,
  { workspace, clientName }: Actor,
  draft: ExpiredDraft,
  { userId, email, role }: MemberRow,
  origin: string,
): Promise<void> {
  const key = `expired:${draft.id}:${draft.neededBy.toISOString()}`;
  if (!(await noteSent(tx, workspace.id, userId, key))) return;
  const to = draft.recipients.map(({ name, address }) => name || address)[0];
  const message = to === undefined ? `The words for “${draft.title}”` : `The message to ${to}`;
  const inSubject = message.charAt(0).toLowerCase() + message.slice(1);
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone: workspace.zone,
    dateStyle: "long",
    timeStyle: "short",
  }).format(draft.neededBy);
  const isOwn = role === "client" && userId === draft.lastBy;
  const wasBefore = draft.submittedBy !== null || isOwn;
  const client = role === "client" ? "you" : clientName;
  const letter = writeLetter({
    to: email,
    workspaceId: workspace.id,
    subject: wasBefore ? `Not approved in time: ${inSubject}` : `Not ready in time: ${inSubject}`,
    paragraphs: [
      wasBefore
        ? `${message} was to be approved by ${time}. It was not, so it is held. Nothing has left, and nothing will leave by itself.`
        : `${message} was needed by ${time}, and was not put before ${client} until then. It is held: nothing has left, and nothing will leave by itself.`,
      role === "client"
        ? "To go on with it, give it another time and approve it."
        : `To go on with it, give it another time and put it before ${clientName}${wasBefore ? " again" : ""}.`,
    ],
    button: { label: "Look at the draft", href: `${origin}/w/${workspace.slug}/tasks/${draft.taskId}/draft` },
    below: [],
    origin,
  });
  await putInOutbox(tx, letter, { reader: userId, about: [draft.taskId] });
}
