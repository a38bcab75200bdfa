import { afterEach, describe, expect, test } from "vitest";
import { tryMailServer } from "@/lib/adapters/mail/client-mail";
import { readAllowed } from "@/lib/adapters/net/allowed-addresses";
import {
  accountAt,
  here,
  startMoodyServer,
  startRawServer,
  stopServers,
} from "../../support/mail/moody-server";

afterEach(stopServers);

describe("Nothing is sent where it could be read, led astray or waited for", () => {
  test("A server inside a private network is not connected to unless the operator says so", async () => {
    const { account, seen } = await startMoodyServer();
    for (const host of ["localhost", "127.0.0.1", "2130706433", "[::1]", "::ffff:127.0.0.1"]) {
      const tried = await tryMailServer({ ...account, host }, { ...here, allowed: readAllowed("") });
      expect(tried, host).toHaveProperty("why", expect.stringContaining("inside a private network"));
    }
    expect(seen.receivers).toEqual([]);
  });

  test("A certificate that nobody vouches for is refused before the password is said", async () => {
    for (const secure of [true, false]) {
      const said: string[] = [];
      const { account } = await startMoodyServer({
        secure,
        onAuth: ({ password }, _, done) => {
          said.push(password ?? "");
          done(null, { user: "mira" });
        },
      });
      const tried = await tryMailServer({ ...account, ca: undefined }, here);
      expect(tried).toEqual({
        ok: false,
        field: "host",
        why: "localhost cannot prove who it is: its certificate is not one that we trust.",
      });
      expect(said).toEqual([]);
    }
  });

  test("Without STARTTLS the password is not said", async () => {
    const { account } = await startMoodyServer({ hideSTARTTLS: true, allowInsecureAuth: true });
    expect(await tryMailServer(account, here)).toMatchObject({ ok: false, field: "security" });
  });

  test("What somebody puts in front of the encrypted talk ends it", async () => {
    const port = await startRawServer((socket) => {
      socket.write("220 hello\r\n");
      socket.once("data", () => {
        socket.write("250-hello\r\n250 STARTTLS\r\n");
        socket.once("data", () => socket.write("220 go ahead\r\n250 AUTH PLAIN\r\n"));
      });
    });
    expect(await tryMailServer(accountAt(port), here)).toHaveProperty(
      "why",
      "localhost cannot prove who it is: its certificate is not one that we trust.",
    );
  });

  test.each([
    ["says nothing", () => undefined, "localhost did not answer in time."],
    ["speaks something else", "SSH-2.0-OpenSSH_9.2\r\n", "localhost does not speak SMTP on this port."],
    ["never ends a line", "2".repeat(100_000), "localhost answered with more than we take at once."],
    [
      "never ends an answer",
      "220-and\r\n".repeat(20_000),
      "localhost answered with more than we take at once.",
    ],
  ])("A server that %s is let go with a sentence", async (_, words, why) => {
    const port = await startRawServer((socket) => {
      if (typeof words === "string") socket.write(words);
    });
    expect(await tryMailServer(accountAt(port), { ...here, socketMs: 300 })).toHaveProperty("why", why);
  });

  test("A server that drips is not waited for beyond its time", async () => {
    const timers: NodeJS.Timeout[] = [];
    const port = await startRawServer((socket) => {
      timers.push(setInterval(() => socket.write("220-on and on\r\n"), 20));
    });
    const tried = await tryMailServer(accountAt(port), { ...here, socketMs: 300 });
    for (const timer of timers) clearInterval(timer);
    expect(tried).toHaveProperty("why", "localhost did not answer in time.");
  });
});

describe("“Try it” says what is wrong with the settings", () => {
  test("A server that takes name and password is good", async () => {
    const { account, seen } = await startMoodyServer();
    expect(await tryMailServer(account, here)).toEqual({ ok: true });
    expect(seen.receivers).toEqual([]);
  });

  test("Each mistake has its sentence at its field", async () => {
    const { account } = await startMoodyServer();
    const free = await startRawServer(() => undefined);
    await stopServers();
    const again = await startMoodyServer();
    expect(await tryMailServer({ ...again.account, host: "mail.nowhere.invalid" }, here)).toEqual({
      ok: false,
      field: "host",
      // The second on a machine without a resolver.
      why: expect.stringMatching(
        /^There is no server called mail\.nowhere\.invalid\.$|^mail\.nowhere\.invalid cannot be looked up just now\.$/,
      ),
    });
    expect(await tryMailServer({ ...account, port: free }, here)).toEqual({
      ok: false,
      field: "port",
      why: `localhost takes no connections on port ${free}.`,
    });
    expect(await tryMailServer({ ...again.account, security: "tls" }, here)).toMatchObject({
      ok: false,
      field: "security",
    });
    expect(await tryMailServer({ ...again.account, password: "grey" }, here)).toMatchObject({
      ok: false,
      field: "password",
    });
  });
});
