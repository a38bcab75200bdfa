import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readAllowed } from "@/lib/adapters/net/allowed-addresses";
import { sendWebhook, whyNotWebhookUrl } from "@/lib/adapters/webhooks/send-webhook";
import { type Receiver, startReceiver } from "../../support/webhooks/receiver";

const nobody = readAllowed(undefined);
const call = (url: string) => ({ url, headers: { "webhook-id": "msg_1" }, body: "{}" });
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());
beforeEach(() => {
  receiver.heard.length = 0;
  receiver.answer = { status: 204 };
});

describe("An address that is not public is not told", () => {
  const port = () => new URL(receiver.url).port;
  test.each([
    ["this machine", "https://127.0.0.1"],
    ["this machine, in another way of writing", "https://0x7f.1"],
    ["this machine, as one number", "https://2130706433"],
    ["this machine over IPv6", "https://[::1]"],
    ["this machine as IPv4 in IPv6", "https://[::ffff:127.0.0.1]"],
    ["a private network", "https://10.0.0.7"],
    ["a home network", "https://192.168.1.1"],
    ["the metadata of a cloud", "https://169.254.169.254"],
    ["a network of one's own over IPv6", "https://[fd00::1]"],
    ["a name that leads to this machine", "https://localhost"],
  ])("%s", async (_, origin) => {
    const { status, error } = await sendWebhook(call(`${origin}:${port()}/told`), nobody);

    expect(status).toBeNull();
    expect(error).toMatch(/is an address inside a private network/);
    expect(receiver.heard).toEqual([]);
  });

  test("which is said when it is typed, where it can be seen from the address", () => {
    expect(whyNotWebhookUrl("https://10.0.0.7/", nobody)).toMatch(/private network/);
    expect(whyNotWebhookUrl("https://told.test/", nobody)).toBeNull();
  });

  test("unless the operator allows it", async () => {
    const { status } = await sendWebhook(call(receiver.url), readAllowed("127.0.0.1"));
    expect(status).toBe(204);
    expect(receiver.heard).toHaveLength(1);
  });

  test("and one name that is allowed opens no other", async () => {
    const { status } = await sendWebhook(call(receiver.url), readAllowed("localhost"));
    expect([status, receiver.heard.length]).toEqual([null, 0]);
  });
});

test("Without https, with a password in it, or in another scheme an address is no receiver's", () => {
  expect(whyNotWebhookUrl("http://told.test/", nobody)).toMatch(/without https/);
  for (const url of ["https://me:secret@told.test/", "ftp://told.test/", "told.test", "javascript:alert(1)"])
    expect(whyNotWebhookUrl(url, nobody), url).toMatch(/not an https address/);
});

describe("A receiver that behaves badly", () => {
  let server: Server | undefined;
  const open = async (listen: Parameters<typeof createServer>[1]) => {
    server = createServer({}, listen as never);
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  };
  const allowed = readAllowed("127.0.0.1");

  test("that sends without end is cut off, and has heard", async () => {
    let sent = 0;
    const url = await open((_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(65_536))) sent += 65_536;
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    });
    const said = await sendWebhook(call(url), allowed);
    server?.closeAllConnections();
    server?.close();
    expect(said.status).toBe(200);
    expect(said.ms).toBeLessThan(5_000);
    expect(sent).toBeLessThan(50_000_000);
  });

  test("that does not answer is given ten seconds", { timeout: 20_000 }, async () => {
    const url = await open(() => undefined);
    const said = await sendWebhook(call(url), allowed);
    server?.closeAllConnections();
    server?.close();
    expect(said).toMatchObject({ status: null, error: expect.stringMatching(/did not answer in time/) });
    expect(said.ms).toBeGreaterThan(9_000);
    expect(said.ms).toBeLessThan(13_000);
  });

  test("that is not there cannot be reached", async () => {
    const url = await open(() => undefined);
    await new Promise((resolve) => server?.close(resolve));
    expect(await sendWebhook(call(url), allowed)).toMatchObject({
      status: null,
      error: expect.stringMatching(/cannot be reached/),
    });
  });
});
