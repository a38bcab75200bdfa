import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readHistory } from "@/lib/queries/read-history";
import { readPerson } from "@/lib/queries/read-person";
import { editContact } from "@/lib/use-cases/contact/edit-contact";
import { logContact } from "@/lib/use-cases/contact/log-contact";
import { addRelation } from "@/lib/use-cases/person/add-relation";
import { keepPicture } from "@/lib/use-cases/person/keep-picture";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { addPromise } from "@/lib/use-cases/promise/add-promise";
import { editPromise } from "@/lib/use-cases/promise/edit-promise";
import { keepPromise } from "@/lib/use-cases/promise/keep-promise";
import { createTask } from "@/lib/use-cases/task/create-task";
import { makePerson } from "@/prisma/seed/make/make-person";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");
const call = { at, how: "call", note: "About the boat", isPrivate: false } as const;
const book = { text: "A book", whose: "client", dueOn: null, isPrivate: false, taskId: null } as const;

async function roleOf(actor: Actor, what: "contact" | "promise", id: string): Promise<string | undefined> {
  const read = await readAs(actor, async (tx) => {
    const where = { workspaceId: actor.workspace.id, id };
    return what === "contact" ? tx.contact.findFirst({ where }) : tx.promiseMade.findFirst({ where });
  });
  return must(read)?.enteredRole;
}

describe("Words stand under the name of whoever wrote them", () => {
  test("Ana writes another note into Mira's call, and another book into her promise: both are Ana's words then", async () => {
    const { client, assistant } = await cast(at);
    const noor = await makePerson(client, { name: "Noor Haddad" }, at);
    const contact = must(await logContact(client, noor, call, at));
    const promise = must(await addPromise(client, noor, book));
    must(await editContact(assistant, { id: contact.id, version: 1 }, { note: "She is angry" }, at));
    must(await editPromise(assistant, { id: promise.id, version: 1 }, { text: "A boat" }));
    expect(await roleOf(client, "contact", contact.id)).toBe("assistant");
    expect(await roleOf(client, "promise", promise.id)).toBe("assistant");
  });

  test("a promise that Ana marks as kept, and a relation that her merge moves, stay Mira's words", async () => {
    const { client, assistant } = await cast(at);
    const noor = await makePerson(client, { name: "Noor Haddad" }, at);
    const tom = await makePerson(client, { name: "Tom Haddad" }, at);
    const twin = await makePerson(client, { name: "T. Haddad" }, at);
    const promise = must(await addPromise(client, noor, book));
    must(await addRelation(client, noor, { kind: "sibling", otherId: twin }));
    must(await keepPromise(assistant, { id: promise.id, version: 1 }, at));
    const [kept, merged] = [tom, twin].map((id) => ({ id, version: 1 }));
    if (!kept || !merged) throw new Error("nobody to merge");
    must(await mergePeople(assistant, { kept, merged, choices: {} }, at));
    expect(await roleOf(client, "promise", promise.id)).toBe("client");
    expect((await readPerson(client, noor, at))?.relations).toMatchObject([
      { other: { id: tom }, source: { by: "Mira Holt" } },
    ]);
  });
});

describe("What Mira keeps to herself", () => {
  test("is a promise made in a private task, without her saying so again", async () => {
    const { client, assistant } = await cast(at);
    const noor = await makePerson(client, { name: "Noor Haddad" }, at);
    const task = { kind: "other", title: "A surprise", personId: noor, isPrivate: true } as const;
    const { id } = must(await createTask(client, task, at)).task;
    must(await addPromise(client, noor, { ...book, taskId: id }));
    expect((await readPerson(client, noor, at))?.promises).toMatchObject([{ isPrivate: true }]);
    expect((await readPerson(assistant, noor, at))?.promises).toEqual([]);
    expect(await addPromise(assistant, noor, { ...book, taskId: id })).toMatchObject({
      ok: false,
      refusal: { code: "not-found" },
    });
  });

  test("is not told to Ana by the history: no contact, no promise, no picture, no merge", async () => {
    const { client, assistant } = await cast(at);
    const noor = await makePerson(client, { name: "Noor Haddad" }, at);
    const hidden = await makePerson(client, { name: "Dr Weiss", isPrivate: true }, at);
    const contact = must(await logContact(client, noor, call, at));
    const promise = must(await addPromise(client, noor, book));
    const lines = async () => {
      const filter = { who: null, refused: false, subject: null, rows: false };
      return must(await readHistory(assistant, filter, null)).lines.length;
    };
    const before = await lines();
    must(await editContact(client, { id: contact.id, version: 1 }, { isPrivate: true }, at));
    must(await editPromise(client, { id: promise.id, version: 1 }, { isPrivate: true }));
    must(await keepPicture(client, hidden, { base64: "R0lGODlhAQABAAAAACwAAAAAAQABAAA=", version: null }));
    const twin = await makePerson(client, { name: "P. Weiss", isPrivate: true }, at);
    const [kept, merged] = [hidden, twin].map((id) => ({ id, version: 1 }));
    if (!kept || !merged) throw new Error("nobody to merge");
    must(await mergePeople(client, { kept, merged, choices: {} }, at));
    // The call and the promise themselves are gone from what Ana reads, and nothing says why.
    expect(await lines()).toBe(before - 2);
  });
});
