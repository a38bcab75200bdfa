import { afterEach, describe, expect, test } from "vitest";
import { sendClientMail } from "@/lib/adapters/mail/client-mail";
import { letter, sendLetter } from "../../support/mail/letter";
import { coded, here, startMoodyServer, stopServers } from "../../support/mail/moody-server";

afterEach(stopServers);

describe("A client's message goes to all it is meant for", () => {
  test("Mira's message is handed over once, to both, and only after the moment was told", async () => {
    const { account, taken, seen } = await startMoodyServer();
    const order: string[] = [];
    const went = await sendClientMail(account, letter, {
      ...here,
      beforeBody: async () => {
        order.push(`told, ${seen.receivers.length} receivers taken, ${taken.length} messages`);
      },
    });
    expect(went).toEqual({ how: "accepted", response: "250 Queued as 7" });
    expect(order).toEqual(["told, 2 receivers taken, 0 messages"]);
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({
      from: "mira@sandoval.example",
      to: ["noor@harbour.example", "tomas@lind.example"],
    });
    expect(taken[0]?.raw).toContain("Shall we?\r\n.\r\nMira");
  });

  test.each([
    ["over TLS from the first byte", { secure: true }],
    ["to a server that knows LOGIN alone", { authMethods: ["LOGIN"] }],
    ["to a server without PIPELINING", { hidePIPELINING: true }],
  ])("Mira's message is taken %s", async (_, mood) => {
    const { account, taken } = await startMoodyServer(mood);
    expect((await sendLetter(account)).went.how).toBe("accepted");
    expect(taken).toHaveLength(1);
  });

  test("A large attachment arrives whole, with every dot", async () => {
    const { account, taken } = await startMoodyServer();
    const bytes = Buffer.from(`${".\r\n..\r\n".repeat(200_000)}.`);
    const text = `${".\n..x\n".repeat(5_000)}.`;
    const attachments = [{ name: "dots.txt", mediaType: "text/plain", bytes }];
    expect((await sendLetter(account, { text, attachments })).went.how).toBe("accepted");
    const raw = taken[0]?.raw ?? "";
    expect(raw).toContain(`\r\n\r\n${text.replaceAll("\n", "\r\n")}`);
    const sent = /filename=dots\.txt[\s\S]*?\r\n\r\n([A-Za-z\d+/=\r\n]+)/.exec(raw)?.[1] ?? "";
    expect(Buffer.from(sent, "base64").equals(bytes)).toBe(true);
  });
});

describe("What a server refuses went to nobody, and it is said why", () => {
  test("A server that turns Mira away at the door is tried again later", async () => {
    const { account } = await startMoodyServer({ onConnect: (_, done) => done(coded(421, "Too busy")) });
    const { went, told } = await sendLetter(account);
    expect(went).toEqual({
      how: "refused",
      why: "localhost takes no mail from us just now. It says: 421 Too busy.",
      isFinal: false,
    });
    expect(told).toBe(0);
  });

  test("A wrong password is named, and does not use up the message", async () => {
    const { account } = await startMoodyServer();
    const { went, told } = await sendLetter({ ...account, password: "grey-heron" });
    expect(went).toMatchObject({ how: "refused", isFinal: false });
    expect(went).toHaveProperty(
      "why",
      "Cannot sign in: localhost does not take this user name and password. It says: 535 Wrong password.",
    );
    expect(told).toBe(0);
  });

  test.each([
    [450, false],
    [550, true],
  ])("A sender who is answered %i is refused before anything was told", async (code, isFinal) => {
    const { account, seen } = await startMoodyServer({
      onMailFrom: (_, __, done) => done(coded(code, "Not as mira")),
    });
    const { went, told } = await sendLetter(account);
    expect(went).toMatchObject({ how: "refused", isFinal });
    expect(went).toHaveProperty("why", expect.stringContaining("mira@sandoval.example"));
    expect([told, seen.begun]).toEqual([0, 0]);
  });

  test.each([
    [451, false],
    [550, true],
  ])("Where one of two is answered %i, the other gets nothing either", async (code, isFinal) => {
    const { account, seen, taken } = await startMoodyServer({
      onRcptTo: ({ address }, _, done) =>
        address.startsWith("tomas") ? done(coded(code, "Not here")) : done(),
    });
    const { went, told } = await sendLetter(account);
    expect(went).toEqual({
      how: "refused",
      why: `localhost does not take mail for tomas@lind.example, so it went to nobody. It says: ${code} Not here.`,
      isFinal,
    });
    expect(seen.receivers).toHaveLength(2);
    expect([told, seen.begun, taken.length]).toEqual([0, 0, 0]);
  });

  test.each([
    [451, false],
    [550, true],
  ])("A message that is answered %i at its end was refused", async (code, isFinal) => {
    const { account } = await startMoodyServer({
      onData(stream, _, done) {
        stream.resume().on("end", () => done(coded(code, "Looks odd")));
      },
    });
    const { went, told } = await sendLetter(account);
    expect(went).toEqual({
      how: "refused",
      why: `localhost did not take the message. It says: ${code} Looks odd.`,
      isFinal,
    });
    expect(told).toBe(1);
  });

  test("A message that is too large for the server is not begun", async () => {
    const { account, seen } = await startMoodyServer({ size: 1_000_000 });
    const attachments = [{ name: "a.bin", mediaType: "", bytes: new Uint8Array(2_000_000) }];
    const { went } = await sendLetter(account, { attachments });
    expect(went).toEqual({
      how: "refused",
      why: "This message is 2.7 MB with its attachments; localhost takes 1.0 MB at most.",
      isFinal: true,
    });
    expect(seen).toEqual({ begun: 0, receivers: [] });
  });

  test("Where what was told cannot be kept, nothing is sent", async () => {
    const { account, taken } = await startMoodyServer();
    const beforeBody = () => Promise.reject(new Error("no database"));
    await expect(sendClientMail(account, letter, { ...here, beforeBody })).rejects.toThrow("no database");
    await stopServers();
    expect(taken).toEqual([]);
  });

  test("Where the line is lost while that is written down, the message was not begun", async () => {
    const { account, taken, cut } = await startMoodyServer();
    const beforeBody = async () => {
      cut();
      // Twice round the event loop: the line's end is seen before the message would begin.
      for (let round = 0; round < 2; round += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    expect(await sendClientMail(account, letter, { ...here, beforeBody })).toEqual({
      how: "refused",
      why: "localhost ended the connection before the message was sent.",
      isFinal: false,
    });
    expect(taken).toEqual([]);
  });
});
