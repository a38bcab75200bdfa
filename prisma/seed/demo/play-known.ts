import { listCircles } from "@/lib/data/circles";
import { readAs } from "@/lib/data/transaction";
import { listWeeklyNotes } from "@/lib/data/weekly-notes";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { addCircle } from "@/lib/use-cases/circle/add-circle";
import { type CircleInput, editCircle } from "@/lib/use-cases/circle/edit-circle";
import { logContact } from "@/lib/use-cases/contact/log-contact";
import { addFact } from "@/lib/use-cases/person/add-fact";
import { addRelation } from "@/lib/use-cases/person/add-relation";
import { markDied } from "@/lib/use-cases/person/mark-died";
import { setTouch } from "@/lib/use-cases/person/set-touch";
import { addPromise } from "@/lib/use-cases/promise/add-promise";
import { changeMyMail } from "@/lib/use-cases/weekly/change-my-mail";
import { writeWeeklyNote } from "@/lib/use-cases/weekly/write-weekly-note";
import { must } from "../make/must";
import type { DemoKnown } from "./mira-known";
import type { Stage } from "./play-task";

/** A circle of the demo, by its name: one that every desk has, or one more. */
export type DemoCircle = Partial<CircleInput> & { name: string };

/** Makes the circles what the demo says they are, as the client. Those that are so already stay as they are. */
export async function playCircles(client: Actor, circles: DemoCircle[]): Promise<void> {
  for (const wanted of circles) {
    const find = async () => {
      const all = must(await readAs(client, (tx) => listCircles(tx, client.workspace.id)));
      return all.find((one) => one.name === wanted.name);
    };
    if (!(await find())) must(await addCircle(client, wanted.name));
    const circle = await find();
    if (!circle) throw new Error(`The circle "${wanted.name}" was not made.`);
    const { key, version, position: _, ...is } = circle;
    const asked = { ...pick(is), ...wanted };
    if (JSON.stringify(asked) !== JSON.stringify(pick(is)))
      must(await editCircle(client, { key, version }, asked));
  }
}

function pick(circle: CircleInput): CircleInput {
  const { name, greetInPerson, defaultTag, cadenceDays, leadDays, replyWithinHours, checkHours } = circle;
  return { name, greetInPerson, defaultTag, cadenceDays, leadDays, replyWithinHours, checkHours };
}

/** Writes down what is known of one of the demo's people. What stands there already, from an earlier attempt, stays. */
export async function playKnown({ hands, at, personId }: Stage, known: DemoKnown): Promise<void> {
  const id = personId(known.person);
  if (id === null) throw new Error(`Nobody is called "${known.person}".`);
  const { facts, contacts, promises, person } = await findStanding(hands.client, id);
  for (const { by, ...fact } of known.facts ?? [])
    if (!facts.has(fact.value)) must(await addFact(hands[by], id, fact));
  for (const { by, other, kind, note } of known.relations ?? []) {
    const otherId = personId(other);
    const ends = otherId === null ? { otherName: other } : { otherId };
    unlessKnown(await addRelation(hands[by], id, { kind, note, ...ends }));
  }
  for (const { by, isPrivate = false, ...contact } of known.contacts ?? [])
    if (!contacts.has(contact.note)) must(await logContact(hands[by], id, { ...contact, isPrivate }, at));
  for (const { by, ...promise } of known.promises ?? [])
    if (!promises.has(promise.text))
      must(await addPromise(hands[by], id, { ...promise, isPrivate: false, taskId: null }));
  const target = { id, version: person.version };
  if (known.everyDays && person.cadenceDays === null)
    must(await setTouch(hands.client, target, { cadenceDays: known.everyDays }));
  if (known.died && !person.isDead)
    must(await markDied(hands.client, target, { diedOn: known.died.on, isRemembered: true }, at));
}

/** Mira has her list mailed on Mondays, with a line of Ana's on top, and a card before meetings. */
export async function playWeekly({ hands: { client, assistant }, at }: Stage, note: string): Promise<void> {
  const mail = { zone: null, weeklyOn: true, weeklyWeekday: 1, weeklyHour: 8, weeklyDays: 14 };
  must(await changeMyMail(client, { ...mail, whisperHours: 3 }, at));
  const notes = must(await readAs(client, (tx) => listWeeklyNotes(tx, client.workspace.id)));
  if (notes.length === 0) must(await writeWeeklyNote(assistant, note, at));
}

async function findStanding(client: Actor, personId: string) {
  const where = { workspaceId: client.workspace.id, personId, removedAt: null };
  const found = await readAs(client, async (tx) => ({
    facts: await tx.personFact.findMany({ where, select: { value: true } }),
    contacts: await tx.contact.findMany({ where, select: { note: true } }),
    promises: await tx.promiseMade.findMany({ where, select: { text: true } }),
    person: await tx.person.findFirstOrThrow({
      where: { workspaceId: client.workspace.id, id: personId },
      select: { version: true, cadenceDays: true, isDead: true },
    }),
  }));
  const { facts, contacts, promises, person } = must(found);
  return {
    facts: new Set(facts.map((one) => one.value)),
    contacts: new Set(contacts.map((one) => one.note)),
    promises: new Set(promises.map((one) => one.text)),
    person,
  };
}

/** A relation is kept once, from whichever side: writing it down again is refused as `invalid`. */
function unlessKnown(written: Result<unknown>): void {
  if (!written.ok && written.refusal.code === "invalid") return;
  must(written);
}
