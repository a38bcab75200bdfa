import { beforeAll, expect, test } from "vitest";
import { attachFile } from "@/lib/use-cases/draft/attach-file";
import { takeFileOff } from "@/lib/use-cases/draft/take-file-off";
import { type Cast, cast } from "../../support/cast";
import { look, newDraft } from "../../support/draft/scene";
import { must } from "../../support/must";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});

const file = (id: string, name: string, megabytes: number) => {
  const bytes = new Uint8Array(megabytes * 1024 * 1024);
  return { id, name, mediaType: "application/pdf", bytes };
};

test("Ana takes a file off and puts it back, as long as a message carries what hangs there", async () => {
  const { draft } = await newDraft(people.client, people.assistant);
  const first = must(await attachFile(people.assistant, file(draft.id, "Plan.pdf", 8)));
  must(await takeFileOff(people.assistant, { id: first.attachmentId, version: 1 }, new Date()));
  must(await takeFileOff(people.assistant, { id: first.attachmentId, version: 2 }, null));
  must(await takeFileOff(people.assistant, { id: first.attachmentId, version: 3 }, new Date()));
  must(await attachFile(people.client, file(draft.id, "Photographs.pdf", 9)));

  expect(await takeFileOff(people.assistant, { id: first.attachmentId, version: 4 }, null)).toMatchObject({
    refusal: { code: "invalid", fields: { file: expect.stringContaining("too large") } },
  });
  expect((await look(people.client, draft.id)).attachments.map(({ name }) => name)).toEqual([
    "Photographs.pdf",
  ]);
});
