import { PassThrough } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import { sendLetter } from "../../support/mail/letter";
import {
  accountAt,
  startImpatientServer,
  startMoodyServer,
  stopServers,
} from "../../support/mail/moody-server";

afterEach(stopServers);

const large = { name: "a.png", mediaType: "image/png", bytes: new Uint8Array(8_000_000) };

describe("What cannot be known is said to be so", () => {
  test("A line that is cut in the middle of the message", async () => {
    const { account, cut } = await startMoodyServer({
      onData: (stream) => stream.once("data", cut).pipe(new PassThrough()).resume(),
    });
    const { went, told } = await sendLetter(account, { attachments: [large] });
    expect(went).toMatchObject({ how: "undecided", wasWhole: false });
    expect(told).toBe(1);
  });

  test("A line that is cut after the message ended and before the answer", async () => {
    const { account, cut } = await startMoodyServer({
      onData: (stream) => stream.resume().on("end", cut),
    });
    const { went } = await sendLetter(account);
    expect(went).toMatchObject({ how: "undecided", wasWhole: true });
    expect(went).toHaveProperty(
      "why",
      expect.stringMatching(/ Whether it took the message cannot be known\.$/),
    );
  });

  test("A server that takes the message and never says so", async () => {
    const { account } = await startMoodyServer({ onData: (stream) => void stream.resume() });
    const { went } = await sendLetter(account, {}, { answerMs: 200 });
    expect(went).toEqual({
      how: "undecided",
      why: "localhost did not answer in time. Whether it took the message cannot be known.",
      wasWhole: true,
    });
  });

  test("A server that refuses in the middle and hangs up has answered", async () => {
    const port = await startImpatientServer("552 Too much\r\n");
    const { went, told } = await sendLetter(accountAt(port, "tls"), { attachments: [large] });
    expect(went).toEqual({
      how: "refused",
      why: "localhost did not take the message. It says: 552 Too much.",
      isFinal: true,
    });
    expect(told).toBe(1);
  });

  test("A server that says yes in the middle and hangs up has not", async () => {
    const port = await startImpatientServer("250 Thanks\r\n");
    const { went } = await sendLetter(accountAt(port, "tls"), { attachments: [large] });
    expect(went).toMatchObject({ how: "undecided", wasWhole: false });
  });
});
