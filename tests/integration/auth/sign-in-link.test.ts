import { createHash } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { openHandler } from "@/lib/actions/open-handler";
import { handleAuth } from "@/lib/auth/handle-auth";
import { lookAtLink } from "@/lib/auth/sign-in-link";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { env } from "@/lib/env";
import { sweepEnded } from "@/lib/use-cases/session/sweep-ended";
import { sendSignInLink } from "@/lib/use-cases/sign-in/send-sign-in-link";
import { cast } from "../../support/cast";
import { asSuperuser } from "../../support/superuser";

afterAll(closeAuthDatabase);

const origin = env.FIRSTHAND_URL;
const door = openHandler(handleAuth);

/** Asks for a link and takes its secret out of the mail, as whoever owns the mailbox would; null when no mail came. */
async function askForLink(email: string, next = "/", at = new Date()): Promise<URL | null> {
  await sendSignInLink({ email, next, origin, at });
  const [mail] = await asSuperuser<{ text_body: string }>(
    "SELECT text_body FROM outbox WHERE to_address = $1 ORDER BY created_at DESC LIMIT 1",
    [email],
  );
  const link = /http\S+\/sign-in\/confirm\S+/.exec(mail?.text_body ?? "");
  return link && new URL(link[0]);
}

/** Presses the button of a link's page. */
function press(link: URL, headers: Record<string, string> = { origin }): Promise<Response> {
  const body = new URLSearchParams({ next: link.searchParams.get("next") ?? "" });
  const request = new Request(`${origin}/api/auth/callback/email${link.search}`, {
    method: "POST",
    headers: {
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0",
      ...headers,
    },
    body,
  });
  return door(request, { params: Promise.resolve({ nextauth: ["callback", "email"] }) });
}

function sessionIn(response: Response): string | null {
  const cookie = response.headers.getSetCookie().find((one) => one.startsWith("firsthand-session="));
  return cookie?.split(/[=;]/)[1] || null;
}

async function emailOf(userId: string | null): Promise<string> {
  const [row] = await asSuperuser<{ email: string }>("SELECT email FROM users WHERE id = $1", [userId]);
  return row?.email ?? "";
}

describe("Mira signs in by a link that was mailed to her", () => {
  test("the button signs her in and leads where she was going; only hashes are kept", async () => {
    const { client } = await cast();
    const link = (await askForLink(await emailOf(client.userId), "/w/mira/queue")) as URL;
    const secret = link.searchParams.get("token") as string;
    const [kept] = await asSuperuser<{ token_hash: Buffer }>(
      "SELECT token_hash FROM sign_in_tokens ORDER BY created_at DESC LIMIT 1",
    );
    const pepper = createHash("sha256").update(`${secret}${env.FIRSTHAND_SECRET}`).digest("hex");
    expect(kept?.token_hash).toEqual(createHash("sha256").update(pepper).digest());

    const answer = await press(link);
    const token = sessionIn(answer) as string;
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/w/mira/queue"]);
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("firsthand-session=")) ?? "";
    for (const part of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(part);
    const [session] = await asSuperuser<{ user_id: string; device: string }>(
      "SELECT user_id, device FROM sessions WHERE token_hash = $1",
      [createHash("sha256").update(token).digest()],
    );
    expect(session).toEqual({ user_id: client.userId, device: "Firefox on Linux" });
  });

  test("a mail scanner that opens the link spends nothing", async () => {
    const { client } = await cast();
    const email = await emailOf(client.userId);
    const link = (await askForLink(email)) as URL;
    const open = new Request(`${origin}/api/auth/callback/email${link.search}`);
    const opened = await door(open, { params: Promise.resolve({ nextauth: ["callback", "email"] }) });
    expect(opened.headers.get("location")).toBe(`/sign-in/confirm${link.search}`);
    expect(opened.headers.getSetCookie()).toEqual([]);
    expect(await lookAtLink(email, link.searchParams.get("token") as string, new Date())).toBe("good");
    expect(sessionIn(await press(link))).not.toBeNull();
  });

  test("of twenty who press at once, one is signed in", async () => {
    const { client } = await cast();
    const link = (await askForLink(await emailOf(client.userId))) as URL;
    const answers = await Promise.all(Array.from({ length: 20 }, () => press(link)));
    expect(answers.filter((answer) => sessionIn(answer) !== null)).toHaveLength(1);
    const rest = answers.filter((answer) => sessionIn(answer) === null);
    expect(
      rest.every((answer) =>
        answer.headers.get("location")?.startsWith("/sign-in/confirm?problem=link-over"),
      ),
    ).toBe(true);
  });

  test("after eleven minutes the link is too old, and says so", async () => {
    const { client } = await cast();
    const email = await emailOf(client.userId);
    const link = (await askForLink(email, "/", new Date(Date.now() - 11 * 60_000))) as URL;
    expect(await lookAtLink(email, link.searchParams.get("token") as string, new Date())).toBe("over");
    expect(sessionIn(await press(link))).toBeNull();
  });

  test("half an hour later, and swept, it is still said to be too old and not to be used; a day later it is forgotten", async () => {
    const { client } = await cast();
    const email = await emailOf(client.userId);
    const link = (await askForLink(email, "/", new Date(Date.now() - 30 * 60_000))) as URL;
    const secret = link.searchParams.get("token") as string;
    await sweepEnded(new Date());
    expect(await lookAtLink(email, secret, new Date())).toBe("over");
    await sweepEnded(new Date(Date.now() + 24 * 60 * 60_000));
    expect(await lookAtLink(email, secret, new Date())).toBe("gone");
  });

  test("an old link whose button is pressed late ends no newer one", async () => {
    const { client } = await cast();
    const email = await emailOf(client.userId);
    const old = (await askForLink(email, "/", new Date(Date.now() - 11 * 60_000))) as URL;
    const newer = (await askForLink(email)) as URL;
    expect(sessionIn(await press(old))).toBeNull();
    expect(sessionIn(await press(newer))).not.toBeNull();
  });

  test("using one link ends the others of the same address", async () => {
    const { client } = await cast();
    const email = await emailOf(client.userId);
    const first = (await askForLink(email)) as URL;
    const second = (await askForLink(email)) as URL;
    expect(sessionIn(await press(second))).not.toBeNull();
    expect(await lookAtLink(email, first.searchParams.get("token") as string, new Date())).toBe("gone");
  });

  test("her link does not sign anybody else in, whatever address is written beside it", async () => {
    const { client, assistant } = await cast();
    const link = (await askForLink(await emailOf(client.userId))) as URL;
    link.searchParams.set("email", await emailOf(assistant.userId));
    expect(sessionIn(await press(link))).toBeNull();
  });

  test("a button on somebody else's page signs nobody in", async () => {
    const { client } = await cast();
    const link = (await askForLink(await emailOf(client.userId))) as URL;
    const foreign = await press(link, { origin: "https://evil.example" });
    const nameless = await press(link, {});
    expect([foreign.status, nameless.status]).toEqual([403, 403]);
    expect(sessionIn(await press(link))).not.toBeNull();
  });

  test("a link that would lead elsewhere afterwards leads home", async () => {
    const { client } = await cast();
    const link = (await askForLink(await emailOf(client.userId))) as URL;
    link.searchParams.set("next", "//evil.example");
    link.searchParams.set("callbackUrl", "https://evil.example");
    expect((await press(link)).headers.get("location")).toBe("/");
  });

  test("signing in as somebody else ends the session that was open in this browser", async () => {
    const { client, assistant } = await cast();
    const link = (await askForLink(await emailOf(client.userId))) as URL;
    const answer = await press(link, { origin, cookie: `firsthand-session=${assistant.proof}` });
    expect(sessionIn(answer)).not.toBeNull();
    const left = await asSuperuser("SELECT 1 FROM sessions WHERE token_hash = $1", [
      createHash("sha256").update(assistant.proof).digest(),
    ]);
    expect(left).toEqual([]);
  });
});

describe("Nobody learns who is known here", () => {
  test("an unknown address gets no mail and no way in, and the same is written down for it", async () => {
    const before = await asSuperuser<{ n: number }>("SELECT count(*)::int AS n FROM sign_in_tokens");
    expect(await askForLink("nobody@test.invalid")).toBeNull();
    const after = await asSuperuser<{ n: number }>("SELECT count(*)::int AS n FROM sign_in_tokens");
    expect((after[0]?.n ?? 0) - (before[0]?.n ?? 0)).toBe(1);
  });

  test("the other doors of next-auth are shut", async () => {
    const shut: [string, string[]][] = [
      ["GET", ["session"]],
      ["GET", ["providers"]],
      ["GET", ["csrf"]],
      ["GET", ["signin"]],
      ["POST", ["signin", "email"]],
      ["POST", ["signin", "google"]],
      ["GET", ["callback", "google"]],
      ["POST", ["signout"]],
      ["POST", ["_log"]],
      ["POST", ["callback", "credentials"]],
      ["POST", ["callback", "email", "more"]],
    ];
    for (const [method, path] of shut) {
      const request = new Request(`${origin}/api/auth/${path.join("/")}`, { method, headers: { origin } });
      expect((await door(request, { params: Promise.resolve({ nextauth: path }) })).status).toBe(404);
    }
  });
});
