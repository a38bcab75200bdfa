import { holdPage } from "@/lib/data/captures";
import type { Tx } from "@/lib/data/client";
import { showTask } from "@/lib/data/shown-tasks";
import { findTask } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type CaptureMade, type CapturePreview, readShared } from "@/lib/domain/capture/captured";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { KindFields } from "@/lib/domain/task/view";
import { createTaskIn, type TaskToMake } from "@/lib/use-cases/task/create-task";
import { type ToCapture, understandCapture } from "@/lib/use-cases/task/understand-capture";

/** Besides: whether it is kept from everybody but the client, and whether the same page shall make a second task. */
export type Capture = ToCapture & { isPrivate?: boolean; again?: boolean };

/**
 * Makes a task from a page, a piece of one or a message, with the tag that the policy gives. The same page within a day gives
 * back the open task that it made, unless `again` is said. Refuses `invalid`, and `only-client` for a private one from anybody else.
 */
export async function capture(actor: Actor, input: Capture, at: Date): Promise<Result<CaptureMade>> {
  const written = await writeAs(actor, "capture-task", { kind: "task", id: null }, (tx) =>
    captureIn(tx, actor, input, at),
  );
  return written.ok ? granted({ ...written.value.value, seq: written.value.seq }) : written;
}

async function captureIn(
  tx: Tx,
  actor: Actor,
  { again = false, isPrivate = false, ...input }: Capture,
  at: Date,
): Promise<Result<Omit<CaptureMade, "seq">>> {
  const { url } = readShared(input);
  if (url !== null) await holdPage(tx, actor.workspace.id, url);
  const preview = await understandCapture(tx, actor, input, at);
  const [problem] = preview.problems;
  if (problem !== undefined)
    return refused({ code: "invalid", fields: { [fieldOf(preview, input)]: problem } });
  const first = preview.twin && !again ? await findTask(tx, actor.workspace.id, preview.twin.id) : null;
  if (first !== null) return granted({ made: false, task: await showTask(tx, actor, first.raw) });
  const made = await createTaskIn(tx, actor, { ...toTask(preview), isPrivate }, at);
  return made.ok ? granted({ made: true, task: made.value }) : made;
}

/** The first problem's field: they are told in this order. */
function fieldOf({ title, person }: CapturePreview, { personId }: ToCapture): string {
  if (title === "") return "title";
  return personId && person === null ? "personId" : "due";
}

/** An address has its place in the message or in the kind's own field; in the note where there is neither. */
function toTask({ kind, title, person, message, url, dueAt, dueAllDay }: CapturePreview): TaskToMake {
  const fields = fieldsOf(kind, url, message?.service ?? null);
  const isKept = url === null || message !== null || fields.link !== undefined;
  return {
    kind,
    title,
    personId: person?.id ?? null,
    message: message && { ...message, receivedAt: null },
    note: isKept ? "" : url,
    fields,
    dueAt: dueAt === null ? null : new Date(dueAt),
    dueAllDay,
  };
}

function fieldsOf(kind: CapturePreview["kind"], url: string | null, service: string | null): KindFields {
  const isPage = url !== null && /^https?:/i.test(url);
  if (kind === "event-invite" || kind === "meeting-check") return isPage ? { link: url } : {};
  return kind === "follow-request" && service ? { service } : {};
}
