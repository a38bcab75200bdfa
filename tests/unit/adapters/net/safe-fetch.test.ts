import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { mayReach, readAllowed } from "@/lib/adapters/net/allowed-addresses";
import type { NetProblem } from "@/lib/adapters/net/net-problem";
import { type SafeRequest, safeFetch } from "@/lib/adapters/net/safe-fetch";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A real server on this machine; gives its port and what it was asked. */
async function serve(
  answer: RequestListener,
  host = "127.0.0.1",
): Promise<{ port: number; seen: (string | undefined)[] }> {
  const seen: (string | undefined)[] = [];
  const server = createServer((asked, answering) => {
    seen.push(asked.headers.authorization);
    answer(asked, answering);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return { port: (server.address() as AddressInfo).port, seen };
}

const to =
  (location: string): RequestListener =>
  (_, answer) =>
    answer.writeHead(302, { location }).end();

async function problemOf(ask: SafeRequest): Promise<string> {
  return safeFetch(ask).then(
    (answer) => `answered ${answer.status}`,
    (problem: NetProblem) => problem.code,
  );
}

const here = readAllowed("127.0.0.1");

describe("Nobody is led into a private network", () => {
  test("A server on this machine is refused before anything is sent to it", async () => {
    const { port, seen } = await serve((_, answer) => answer.end("hello"));
    const allowed = readAllowed("");
    expect(await problemOf({ url: `https://127.0.0.1:${port}/`, allowed })).toBe("private-address");
    expect(await problemOf({ url: `https://localhost:${port}/`, allowed })).toBe("private-address");
    expect(await problemOf({ url: `https://2130706433:${port}/`, allowed })).toBe("private-address");
    expect(await problemOf({ url: `https://[::ffff:127.0.0.1]:${port}/`, allowed })).toBe("private-address");
    expect(await problemOf({ url: `http://127.0.0.1:${port}/`, allowed })).toBe("not-https");
    expect(seen).toEqual([]);
  });

  test.each([
    "https://169.254.169.254/latest",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://192.168.1.1/",
    "https://127.0.0.2/",
    "https://0.0.0.0/",
    "https://[fe80::1]/",
    "https://[64:ff9b::7f00:1]/",
  ])("A server that is allowed cannot send us on to %s", async (location) => {
    const { port } = await serve(to(location));
    const ask = { url: `http://127.0.0.1:${port}/`, allowed: here, mayLeave: true };
    expect(await problemOf(ask)).toBe("private-address");
  });

  test("It cannot send us from https to something unencrypted elsewhere, to a file, or round for ever", async () => {
    const plain = await serve(to("http://example.com/"));
    const file = await serve(to("file:///etc/passwd"));
    const round = await serve(to("/again"));
    const ask = (port: number) => ({ url: `http://127.0.0.1:${port}/`, allowed: here, mayLeave: true });
    expect(await problemOf(ask(plain.port))).toBe("not-https");
    expect(await problemOf(ask(file.port))).toBe("bad-address");
    expect(await problemOf(ask(round.port))).toBe("too-many-redirects");
    expect(round.seen).toHaveLength(6);
  });

  test.each([
    ["::7f00:1", false],
    ["::127.0.0.1", false],
    ["4000::1", false],
    ["8000::1", false],
    ["64:ff9b:1::5db8:d822", false],
    ["::ffff:10.0.0.1", false],
    ["::ffff:93.184.216.34", true],
    ["64:ff9b::10.0.0.1", false],
    ["64:ff9b::93.184.216.34", true],
    ["2a00:1450:4001::5", true],
  ])(
    "Of IPv6 only what is given out is public, and an IPv4 address inside counts as what it is: %s",
    (address, isPublic) => {
      expect(mayReach("a.example", address, readAllowed(""))).toBe(isPublic);
    },
  );

  test("What is public is told from what is not, and the operator's own networks are let through", () => {
    const none = readAllowed(undefined);
    const home = readAllowed("192.168.1.0/24, nas.example.lan, fd00::/8");
    for (const address of ["93.184.216.34", "2606:4700::1111"])
      expect(mayReach("a.example", address, none)).toBe(true);
    for (const address of [
      "10.1.2.3",
      "100.64.0.1",
      "224.0.0.1",
      "fd12::1",
      "::",
      "::ffff:192.168.1.9",
      "198.18.0.1",
      "nonsense",
    ])
      expect(mayReach("a.example", address, none), address).toBe(false);
    expect(mayReach("a.example", "192.168.1.9", home)).toBe(true);
    expect(mayReach("a.example", "::ffff:192.168.1.9", home)).toBe(true);
    expect(mayReach("a.example", "192.168.2.9", home)).toBe(false);
    expect(mayReach("NAS.example.lan.", "10.9.9.9", home)).toBe(true);
    expect(mayReach("nas.example.lan.evil.example", "10.9.9.9", home)).toBe(false);
  });
});

describe("A password goes to the server that was typed, and to no other", () => {
  test("On the same server it follows a redirect; elsewhere nobody goes, or goes without it", async () => {
    const other = await serve((_, answer) => answer.end("other"));
    const first = await serve((asked, answer) =>
      asked.url === "/on"
        ? answer.end("first")
        : to(asked.url === "/away" ? `http://127.0.0.1:${other.port}/` : "/on")(asked, answer),
    );
    const origin = `http://127.0.0.1:${first.port}`;
    const credentials = { origin, username: "mira", password: "blue heron" };

    expect(await problemOf({ url: `${origin}/`, allowed: here, credentials })).toBe("answered 200");
    expect(first.seen).toEqual([`Basic ${btoa("mira:blue heron")}`, `Basic ${btoa("mira:blue heron")}`]);
    expect(await problemOf({ url: `${origin}/away`, allowed: here, credentials })).toBe("elsewhere");
    expect(other.seen).toEqual([]);
    expect(await problemOf({ url: `${origin}/away`, allowed: here, credentials, mayLeave: true })).toBe(
      "answered 200",
    );
    expect(other.seen).toEqual([undefined]);
    expect(await problemOf({ url: `http://mira:heron@127.0.0.1:${first.port}/`, allowed: here })).toBe(
      "bad-address",
    );
  });
});

describe("A server that is too much is let go", () => {
  test("An answer without end is cut off", async () => {
    const { port } = await serve((_, answer) => {
      const more = () => answer.writable && answer.write("x".repeat(65_536), more);
      more();
    });
    expect(await problemOf({ url: `http://127.0.0.1:${port}/`, allowed: here, mostBytes: 500_000 })).toBe(
      "too-large",
    );
  });

  test("One that says nothing, or very slowly, is not waited for", async () => {
    const silent = await serve(() => undefined);
    const slow = await serve((_, answer) => answer.write("a"));
    for (const { port } of [silent, slow])
      expect(await problemOf({ url: `http://127.0.0.1:${port}/`, allowed: here, mostMs: 300 })).toBe(
        "too-slow",
      );
  });

  test("One that is not there is said to be so", async () => {
    const { port } = await serve(() => undefined);
    const [server] = servers.splice(0);
    await new Promise((resolve) => server?.close(resolve));
    expect(await problemOf({ url: `http://127.0.0.1:${port}/`, allowed: here })).toBe("unreachable");
  });
});
