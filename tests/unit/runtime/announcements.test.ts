import { expect, test } from "vitest";
import { readAnnouncement } from "@/lib/live/listen";

test("What the database announces is understood", () => {
  expect(readAnnouncement('{"w":"a-desk","s":7,"k":"change"}')).toEqual({
    workspaceId: "a-desk",
    seq: 7,
    kind: "change",
  });
  expect(readAnnouncement('{"w":"a-desk","s":0,"k":"access"}')).toEqual({
    workspaceId: "a-desk",
    seq: 0,
    kind: "access",
  });
});

test.each([
  "",
  "null",
  "[]",
  "{",
  '{"w":1,"s":1,"k":"change"}',
  '{"w":"a","s":"x","k":"change"}',
  '{"w":"a","s":1,"k":"else"}',
])("Whatever else somebody puts on the channel (%s) is passed over", (payload) => {
  expect(readAnnouncement(payload)).toBeNull();
});
