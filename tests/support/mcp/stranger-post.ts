import type { Actor } from "@/lib/domain/actor";
import { knock } from "../../integration/fence/knock";
import { confirm, file, calendar as icsOf, preview, card as vcardOf } from "../../integration/import/files";
import type { Someone } from "../fence/world";
import { googleInvite } from "../invitations/google";
import { asked, receive } from "../invitations/scene";
import type { InjectedOrder } from "./injected-orders";

/** Whoever takes in what strangers send: Ana, with her session's secret for the doors of the API. */
export type Taker = { actor: Actor; session: Someone; mira: string };

const api = "/api/v1/w/[workspace]";
/** These doors are about no thing in particular. */
const NOTHING = "00000000-0000-4000-8000-000000000000";
let sent = 0;

/** Brings an order in through the door by which such things come. */
export async function bringIn(order: InjectedOrder, by: Taker, at: Date): Promise<void> {
  const { inlet, text } = order;
  if (inlet.startsWith("mail")) return addLetter(order, by);
  if (inlet.startsWith("calendar")) return importFile("strange.ics", entry(order, at), by, at);
  if (inlet.startsWith("card")) return importFile("strange.vcf", cardWith(order), by, at);
  if (inlet === "invitation") {
    const words = { summary: escaped(text), description: escaped(text) };
    await receive(by.actor, googleInvite(asked(by.mira, words)));
    return;
  }
  const message = { text: "Hello.", from: "Somebody", receivedAt: at.toISOString(), service: "SMS" };
  const plain = { kind: "personal-reply", title: "Answer somebody" };
  if (inlet === "message") await addTask(by, { ...plain, message: { ...message, text } });
  if (inlet === "link title") await addTask(by, { ...plain, message: { ...message, url: text } });
  if (inlet === "task title") await addTask(by, { kind: "other", title: text });
  if (inlet === "task note") await addTask(by, { kind: "other", title: "Copied from somewhere", note: text });
}

async function post(by: Taker, door: string, body: object): Promise<Record<string, unknown>> {
  const answer = await knock(`POST ${api}${door}`, by.actor.workspace.slug, NOTHING, by.session, { body });
  if (answer.status !== 200) throw new Error(`${door}: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text);
}

async function addTask(by: Taker, task: object): Promise<void> {
  await post(by, "/tasks", task);
}

/** A saved e-mail is read by the desk, and what it says becomes a task, as Ana's page does it. */
async function addLetter({ inlet, text, mark }: InjectedOrder, by: Taker): Promise<void> {
  sent += 1;
  const isHtml = inlet === "mail html";
  const source = [
    `Message-ID: <${sent}@strange.test>`,
    `From: ${inlet === "mail sender" ? encoded(text) : "A Stranger"} <stranger-${sent}@strange.test>`,
    "To: mira@holt.test",
    `Subject: ${inlet === "mail subject" ? encoded(text) : "Hello"}`,
    "Date: Tue, 24 Nov 2026 08:00:00 +0000",
    "MIME-Version: 1.0",
    `Content-Type: text/${isHtml ? "html" : "plain"}; charset=utf-8`,
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(inlet === "mail" || isHtml ? text : "Hello.").toString("base64"),
    "",
  ].join("\r\n");
  const read = await post(by, "/messages/read", { base64: Buffer.from(source).toString("base64") });
  const { mail, ...message } = read;
  const title =
    inlet === "mail subject" ? String((mail as { subject: string }).subject) : `A letter, ${sent}`;
  await addTask(by, {
    kind: "personal-reply",
    title,
    message: { ...message, service: "mail", ...(mail ? { mail } : {}) },
  });
  if (!mail) throw new Error(`the letter ${mark} has no thread`);
}

function encoded(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
}

function entry({ inlet, text, mark }: InjectedOrder, at: Date): string {
  const start = new Date(at.getTime() + 2 * 86_400_000).toISOString().replace(/[-:]|\.\d+/g, "");
  const line = (name: string, where: string, usual: string) =>
    `${name}:${inlet === where ? escaped(text) : usual}`;
  return icsOf(null, [
    `UID:${mark}@strange.test`,
    `DTSTART:${start}`,
    "DURATION:PT1H",
    line("SUMMARY", "calendar summary", "A talk"),
    line("DESCRIPTION", "calendar note", "Nothing to prepare."),
    line("LOCATION", "calendar place", "The library"),
    `ORGANIZER;CN="${inlet === "calendar organiser" ? text : "A Stranger"}":mailto:stranger@strange.test`,
  ]);
}

function cardWith({ inlet, text, mark }: InjectedOrder): string {
  const name = inlet === "card name" ? text : `Stranger ${mark.toUpperCase().split("").reverse().join("")}`;
  return vcardOf(
    `FN:${escaped(name)}`,
    `N:${escaped(name)};;;;`,
    `TITLE:${inlet === "card title" ? escaped(text) : "Gardener"}`,
    `NOTE:${inlet === "card note" ? escaped(text) : "Likes roses."}`,
  );
}

function escaped(text: string): string {
  return text.replace(/([\\;,])/g, "\\$1").replace(/\n/g, "\\n");
}

async function importFile(name: string, text: string, by: Taker, at: Date): Promise<void> {
  const { id } = await preview(by.actor, [file(name, text)], at);
  await confirm(by.actor, id, at);
}
