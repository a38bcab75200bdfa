import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { checkWords } from "@/lib/queries/check-words";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const lastYear = new Date("2025-11-25T10:00:00Z");
const at = new Date();
const words = "Dear Noor, may the new studio be full of music before the rain comes. Love, Mira";

/** A greeting that went out to somebody, with its words. */
async function greet(actor: Actor, personId: string, said: string, more: { isPrivate?: boolean } = {}) {
  const { task } = must(
    await createTask(actor, { kind: "birthday", title: "A birthday", personId, ...more }, at),
  );
  must(await completeTask(actor, { ...task, note: "By post.", words: said }, at));
}

async function person(actor: Actor, name: string, isPrivate = false): Promise<string> {
  return must(await addPerson(actor, { name, isPrivate }, lastYear)).id;
}

describe("Not the same words twice", () => {
  test("Mira sees what Noor got last time, before she types a word", async () => {
    const { client } = await cast(at);
    const noor = await person(client, "Noor Haddad");
    expect(must(await checkWords(client, noor, "", at))).toEqual({ last: null, alike: [] });
    await greet(client, noor, words);
    expect(must(await checkWords(client, noor, "", at))).toMatchObject({
      last: { words, by: "Mira Holt", note: "By post.", title: "A birthday" },
      alike: [],
    });
  });

  test("the same words to the same person are warned of, and so are nearly the same", async () => {
    const { client } = await cast(at);
    const noor = await person(client, "Noor Haddad");
    await greet(client, noor, words);
    const again = must(await checkWords(client, noor, words, at));
    expect(again.alike).toMatchObject([{ whom: null, isSame: true, words, by: "Mira Holt" }]);
    const nearly = "Noor! May your new studio be full of music before the rain comes.";
    expect(must(await checkWords(client, noor, nearly, at)).alike).toMatchObject([
      { whom: null, theirs: "Dear Noor, may the new studio be full of music before the rain comes." },
    ]);
    const other = "I heard you on the radio and had to stop the car.";
    expect(must(await checkWords(client, noor, other, at)).alike).toEqual([]);
  });

  test("what another got this week is named; what they got longer ago is not", async () => {
    const { client, assistant } = await cast(at);
    const [noor, tomas] = [await person(client, "Noor Haddad"), await person(client, "Tomas Lind")];
    await greet(assistant, tomas, words.replace("Noor", "Tomas"));
    for (const actor of [client, assistant])
      expect(must(await checkWords(actor, noor, words, at)).alike).toMatchObject([
        { whom: { id: tomas, name: "Tomas Lind" }, by: "Ana Duarte", isSame: true },
      ]);
    const nextWeek = new Date(at.getTime() + 8 * 86_400_000);
    expect(must(await checkWords(client, noor, words, nextWeek)).alike).toEqual([]);
  });

  test("Ana is told nothing of words to somebody private, nor of a private task's, nor that there are any", async () => {
    const { client, assistant, agent, stranger } = await cast(at);
    const [noor, tomas] = [await person(client, "Noor Haddad"), await person(client, "Tomas Lind")];
    const hidden = await person(client, "Secret Friend", true);
    await greet(client, hidden, words);
    await greet(client, tomas, words, { isPrivate: true });
    await greet(client, noor, words, { isPrivate: true });
    expect(must(await checkWords(client, noor, words, at)).alike).toMatchObject([
      { whom: null, isSame: true },
    ]);
    for (const helper of [assistant, agent]) {
      expect(must(await checkWords(helper, noor, words, at))).toEqual({ last: null, alike: [] });
      const refusal = { ok: false, refusal: { code: "not-found" } };
      expect(await checkWords(helper, hidden, words, at)).toEqual(refusal);
    }
    expect(await checkWords(stranger, noor, words, at)).toMatchObject({ refusal: { code: "not-found" } });
  });

  test("words to somebody who became private go with them", async () => {
    const { client, assistant } = await cast(at);
    const [noor, tomas] = [await person(client, "Noor Haddad"), await person(client, "Tomas Lind")];
    await greet(client, tomas, words);
    expect(must(await checkWords(assistant, noor, words, at)).alike).toHaveLength(1);
    must(await setPersonPrivacy(client, { id: tomas, version: 1 }, true));
    expect(must(await checkWords(assistant, noor, words, at)).alike).toEqual([]);
  });
});
