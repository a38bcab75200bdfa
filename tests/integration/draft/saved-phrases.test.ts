import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { newToken } from "../../support/fence/token-world";
import {
  closeWorld,
  type Desk,
  newDesk,
  newTask,
  openWorld,
  type Someone,
  type World,
} from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { knock } from "../fence/knock";

const api = "/api/v1/w/[workspace]";
const nobody = "00000000-0000-4000-8000-000000000000";
const made = "I will be at the harbour on Saturday with the whole family.";
const quiet = "Not this time, {first name}, and thank you for thinking of me.";
const filled = "Not this time, Tomas, and thank you for thinking of me.";

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(async () => {
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

/** What the door answers to who it is that knocks. */
async function ask(who: Someone, door: string, id: string, body: object = {}) {
  const answer = await knock(door, desk.slug, id, who, { body });
  if (answer.status !== 200) throw new Error(answer.text);
  return JSON.parse(answer.text);
}

/** A new draft of somebody's in one go, with what they say are saved phrases; what the client is told of whose words it is. */
async function told(who: Someone, text: string, phrases: string[]) {
  const task = await newTask(world, desk);
  const said = phrases.map((one) => ({ text: one }));
  const { id } = await ask(who, `POST ${api}/tasks/[id]/draft`, task, { text, phrases: said });
  return look(id);
}

async function look(id: string) {
  const draft = await ask(desk.client, `GET ${api}/drafts/[id]`, id);
  const stretches = draft.whose.flatMap((one: { stretches: object[] }) => one.stretches);
  return {
    howMuch: draft.howMuch,
    phrases: draft.versions.flatMap((one: { phrases: object[] }) => one.phrases),
    by: stretches.map((one: { text: string; author: { by: string } }) => [one.author.by, one.text]),
  };
}

async function savePhrase(who: Someone, text: string) {
  return ask(who, `POST ${api}/phrases`, nobody, { language: "en", title: "A phrase", text });
}

describe("An agent's words carry its mark", () => {
  beforeAll(async () => {
    desk = await newDesk(world);
  });

  test("By its own token, whatever it calls a saved phrase, its own one too", async () => {
    const quill = await newToken(world, desk, desk.agent, { madeBy: desk.client });
    const all = { howMuch: expect.stringMatching(/, an agent, wrote all of it\.$/), phrases: [] };

    expect(await told(quill, made, [made])).toMatchObject(all);
    await savePhrase(quill, made);
    expect(await told(quill, made, [made])).toMatchObject(all);
    await savePhrase(desk.client, quiet);
    expect(await told(quill, filled, [filled, quiet])).toMatchObject(all);
  });

  test("In a draft of Ana's, with a session", async () => {
    const task = await newTask(world, desk);
    const { id } = await ask(desk.assistant, `POST ${api}/tasks/[id]/draft`, task, { text: "Dear Tomas," });
    const phrases = [{ text: made }];
    await ask(desk.agent, `POST ${api}/drafts/[id]/save`, id, {
      basedOn: 1,
      text: `Dear Tomas, ${made}`,
      phrases,
    });

    expect((await look(id)).by).toEqual([
      ["assistant", "Dear Tomas, "],
      ["agent", made],
    ]);
  });

  test("Also where Ana puts a phrase in that the agent alone has saved, until somebody saves it as theirs", async () => {
    const phrase = "Let us speak after the summer, when the house is quiet again.";
    await savePhrase(desk.agent, phrase);
    const seen = await told(desk.assistant, `Dear Tomas, ${phrase}`, [phrase]);
    expect(seen.by.at(-1)).toEqual(["agent", phrase]);
    expect(seen.phrases).toEqual([
      { text: phrase, agent: { userId: desk.agent.id, name: expect.any(String) } },
    ]);

    await savePhrase(desk.client, phrase);
    expect((await told(desk.assistant, `Dear Tomas, ${phrase}`, [phrase])).by.at(-1)).toEqual([
      "phrase",
      phrase,
    ]);
  });
});

describe("A phrase is what the desk has saved", () => {
  beforeAll(async () => {
    desk = await newDesk(world);
  });

  test("What Ana calls one, and nobody saved, is Ana's; so is another desk's", async () => {
    const here = desk;
    desk = await newDesk(world);
    await savePhrase(desk.client, made);
    desk = here;

    expect(await told(desk.assistant, made, [made])).toMatchObject({
      howMuch: expect.stringMatching(/wrote all of it\.$/),
      by: [["assistant", made]],
      phrases: [],
    });
  });

  test("With a gap filled and words around it: what fills it is Ana's", async () => {
    await savePhrase(desk.client, quiet);
    const seen = await told(desk.assistant, `Hello! ${filled} All the best`, [filled]);

    expect(seen.phrases).toEqual([{ text: quiet, agent: null }]);
    expect(seen.by).toEqual([
      ["assistant", "Hello! "],
      ["phrase", "Not this time, "],
      ["assistant", "Tomas"],
      ["phrase", ", and thank you for thinking of me. "],
      ["assistant", "All the best"],
    ]);
  });

  test("No gap takes in what somebody wrote, and no phrase of gaps alone is one", async () => {
    await savePhrase(desk.client, "{anything at all}");
    await savePhrase(desk.client, "Dear {name}, {the rest}");

    expect((await told(desk.assistant, made, [made])).by).toEqual([["assistant", made]]);
    const whole = `Dear Tomas, ${made}`;
    expect((await told(desk.assistant, whole, [whole])).by).not.toContainEqual([
      "phrase",
      expect.stringMatching(/harbour/),
    ]);
  });

  test("Also one that was changed since, or removed; its letters are letters, whatever they are to a search", async () => {
    const first = "I give 100% of _my_ Fridays \\ to the family.";
    const { id } = await savePhrase(desk.assistant, first);
    await ask(desk.client, `POST ${api}/phrases/[id]/edit`, id, {
      version: 1,
      text: "Fridays are the family’s own.",
    });
    await ask(desk.client, `POST ${api}/phrases/[id]/remove`, id, { version: 2 });

    expect((await told(desk.assistant, first, [first])).by).toEqual([["phrase", first]]);
    const later = "Fridays are the family’s own.";
    expect((await told(desk.assistant, later, [later])).by).toEqual([["phrase", later]]);
    const like = "I give 1000 of xmyx Fridays \\ to the family.";
    expect((await told(desk.assistant, like, [like])).phrases).toEqual([]);
  });
});
