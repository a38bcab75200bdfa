import { expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import { findVoice } from "@/lib/data/voice-of-desk";
import { readVoice } from "@/lib/queries/read-voice";
import { saveVoiceSchema } from "@/lib/schemas/voice";
import { saveVoice } from "@/lib/use-cases/voice/save-voice";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const usual = saveVoiceSchema.parse({
  circle: "",
  version: null,
  greeting: "Dear {first name},",
  signOff: "Warmly,\nMira",
  neverWords: ["leverage", " circle back ", "leverage", ""],
  mostWords: 180,
});

test("Mira says how she sounds, towards everybody and towards a circle, and drafts are held to it", async () => {
  const { client } = await cast();
  must(await saveVoice(client, usual));
  must(await saveVoice(client, saveVoiceSchema.parse({ circle: "inner", version: null, mostWords: 80 })));
  must(await saveVoice(client, { ...usual, version: 1, mostWords: 120 }));

  expect(must(await readAs(client, (tx) => findVoice(tx, client.workspace.id)))).toEqual({
    greeting: "Dear {first name},",
    signOff: "Warmly,\nMira",
    neverWords: ["leverage", "circle back"],
    mostWords: 120,
    byCircle: [{ circle: "inner", greeting: "", signOff: "", mostWords: 80 }],
  });
});

test("Ana and an agent read Mira’s voice, and only Mira says it", async () => {
  const { client, assistant, agent, stranger } = await cast();
  must(await saveVoice(client, usual));

  for (const who of [assistant, agent]) {
    expect(await saveVoice(who, { ...usual, version: 1, neverWords: [] })).toMatchObject({
      refusal: { code: "only-client" },
    });
    expect(await readVoice(who)).toMatchObject({
      value: { sheets: [{ greeting: usual.greeting }], canChange: false },
    });
  }
  expect(await readVoice(stranger)).toMatchObject({ value: { sheets: [] } });
});

test("A sheet that moved meanwhile is not written over, nor made twice", async () => {
  const { client } = await cast();
  const both = await Promise.all([
    saveVoice(client, usual),
    saveVoice(client, { ...usual, greeting: "Hello" }),
  ]);

  expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
  must(await saveVoice(client, { ...usual, version: 1, mostWords: null }));
  expect(await saveVoice(client, { ...usual, version: 1 })).toMatchObject({
    refusal: { code: "stale", version: 2 },
  });
});

test("A circle that is not there has no voice, and words never used go for everybody", async () => {
  const { client } = await cast();
  const towards = (more: object) => saveVoice(client, saveVoiceSchema.parse({ version: null, ...more }));

  expect(await towards({ circle: "choir" })).toMatchObject({
    refusal: { code: "invalid", fields: { circle: expect.any(String) } },
  });
  expect(await towards({ circle: "inner", neverWords: ["synergy"] })).toMatchObject({
    refusal: { code: "invalid", fields: { neverWords: expect.any(String) } },
  });
});
