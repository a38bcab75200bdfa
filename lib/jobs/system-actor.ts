import { createHmac } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import { env } from "@/lib/env";
import { listDueSendings } from "@/lib/queries/list-due-sendings";
import { listDueWebhooks } from "@/lib/queries/list-due-webhooks";
import { listExpiredDesks } from "@/lib/queries/list-expired-desks";
import { listJobDesks, type WhichDesks } from "@/lib/queries/list-job-desks";
import { listMailWishes, type MailWish } from "@/lib/queries/list-mail-wishes";
import { listMeetingDesks } from "@/lib/queries/list-meeting-desks";

/** What background jobs prove themselves with; the owner registers its hash at start (lib/runtime/job-secret.ts). */
export function jobProof(): string {
  return createHmac("sha256", env.FIRSTHAND_SECRET).update("jobs").digest("hex");
}

/** The actor of a job on each desk there is (or where something is due): it may make and wake, and can close nothing and loosen nothing. */
export async function systemActors(which: WhichDesks = "all"): Promise<Actor[]> {
  const proof = jobProof();
  const desks = await listJobDesks(proof, which);
  return desks.map(({ id, zone }) => systemAt({ id, slug: "", zone }, "", proof));
}

/** What is due to leave, on all desks, each with the actor that carries it there. */
export async function dueSendings(most: number): Promise<{ id: string; actor: Actor }[]> {
  const proof = jobProof();
  const due = await listDueSendings(proof, most);
  return due.map(({ id, workspace, clientName }) => ({ id, actor: systemAt(workspace, clientName, proof) }));
}

/** The webhooks with something to tell at `at`, each with the eyes that it is told with and the hand that writes down how it went. */
export async function dueWebhooks(
  at: Date,
  most: number,
): Promise<{ id: string; reader: Actor; system: Actor }[]> {
  const due = await listDueWebhooks(jobProof(), at, most);
  return due.map((one) => ({ id: one.id, reader: readerActor(one), system: systemActorAt(one) }));
}

/** The actor of a job on each desk where a draft was not approved in time. */
export async function expiredDeskActors(): Promise<Actor[]> {
  const proof = jobProof();
  const desks = await listExpiredDesks(proof);
  return desks.map(({ workspace, clientName }) => systemAt(workspace, clientName, proof));
}

/** The actor of a job on each desk where something begins within so many hours. */
export async function meetingActors(hours: number): Promise<Actor[]> {
  const proof = jobProof();
  const desks = await listMeetingDesks(proof, hours);
  return desks.map(({ workspace, clientName }) => systemAt(workspace, clientName, proof));
}

/** Everybody who wants something mailed, on all desks. */
export function mailWishes(): Promise<MailWish[]> {
  return listMailWishes(jobProof());
}

/** The actor of a job on the desk of somebody who wants something mailed: it writes the mail. */
export function systemActorAt({ workspace, clientName }: Pick<MailWish, "workspace" | "clientName">): Actor {
  return systemAt(workspace, clientName, jobProof());
}

type Reader = Pick<MailWish, "userId" | "name" | "role" | "workspace" | "clientName">;

/** A job that reads with a member's eyes: it sees what they see, nothing more, and the database lets it write nothing. */
export function readerActor({ userId, name, role, workspace, clientName }: Reader): Actor {
  return { userId, name, role, workspace, clientName, door: "job", proof: jobProof() } as unknown as Actor;
}

function systemAt(workspace: Actor["workspace"], clientName: string, proof: string): Actor {
  const who = { userId: null, name: "Firsthand", role: "system" };
  return { ...who, workspace, clientName, door: "job", proof } as unknown as Actor;
}
