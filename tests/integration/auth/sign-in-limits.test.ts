import { afterAll, describe, expect, test } from "vitest";
import { mayTry } from "@/lib/auth/sign-in-limits";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { countAttempt, sweepAttempts } from "@/lib/data/rate-limits";
import { asSuperuser } from "../../support/superuser";

afterAll(closeAuthDatabase);

describe("Nobody tries for ever", () => {
  test("the seventh link for one address within a quarter of an hour is refused, with how long to wait", async () => {
    const answers: (number | null)[] = [];
    for (let n = 0; n < 7; n += 1) answers.push(await mayTry("link-by-address", "mira@test.invalid"));
    expect(answers.slice(0, 6)).toEqual(Array(6).fill(null));
    expect(answers[6]).toBeGreaterThan(800);
    expect(await mayTry("link-by-address", "ana@test.invalid")).toBeNull();
    expect(await mayTry("invitation", "mira@test.invalid")).toBeNull();
  });

  test("a hundred who try at the same moment are counted one by one", async () => {
    const allowed = { attempts: 40, seconds: 60 };
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => countAttempt("rush", "one network", allowed)),
    );
    expect(answers.filter((wait) => wait === null)).toHaveLength(40);
  });

  test("when the time is over, counting begins afresh", async () => {
    const allowed = { attempts: 1, seconds: 60 };
    const tryOnce = () => countAttempt("afresh", "one network", allowed);
    expect([await tryOnce(), (await tryOnce()) === null]).toEqual([null, false]);
    await asSuperuser("UPDATE rate_limits SET expire = expire - 61000 WHERE key LIKE 'afresh:%'");
    expect(await tryOnce()).toBeNull();
    await asSuperuser("UPDATE rate_limits SET expire = expire - 61000 WHERE key LIKE 'afresh:%'");
    await sweepAttempts();
    expect(await asSuperuser("SELECT 1 FROM rate_limits WHERE key LIKE 'afresh:%'")).toEqual([]);
  });

  test("no address is kept in the counters", async () => {
    await mayTry("link-by-address", "secret.person@test.invalid");
    const rows = await asSuperuser<{ key: string }>("SELECT key FROM rate_limits");
    expect(rows.some(({ key }) => key.includes("secret"))).toBe(false);
  });

  test("when attempts cannot be counted, nobody may try", async () => {
    await asSuperuser("ALTER TABLE rate_limits RENAME TO rate_limits_away");
    expect(await mayTry("link-by-address", "mira@test.invalid")).toBe(60);
    await asSuperuser("ALTER TABLE rate_limits_away RENAME TO rate_limits");
    expect(await mayTry("link-by-address", "somebody.else@test.invalid")).toBeNull();
  });
});
