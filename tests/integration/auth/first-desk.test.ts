import { afterAll, describe, expect, test } from "vitest";
import { findActor } from "@/lib/auth/actor";
import { foundDesk, isFirstRun, mayFound } from "@/lib/auth/first-desk";
import { setupCode } from "@/lib/auth/setup-code";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { env } from "@/lib/env";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

afterAll(closeAuthDatabase);

const founding = (n: number) => ({
  name: `Mira Holt ${n}`,
  email: `mira-${n}@test.invalid`,
  zone: "Asia/Kathmandu",
  colour: "green",
  device: "Firefox on Linux",
  at: new Date(),
});

describe("The first run", () => {
  test("of ten who come first, one founds the desk, and nobody ever again", async () => {
    expect(await isFirstRun()).toBe(true);
    const all = await Promise.all(Array.from({ length: 10 }, (_, n) => foundDesk(founding(n))));
    const founded = all.filter((one) => one !== null);
    expect(founded).toHaveLength(1);
    const actor = must(await findActor(founded[0]?.token ?? "", founded[0]?.slug ?? "", "screen"));
    expect([actor.role, actor.workspace.zone]).toEqual(["client", "Asia/Kathmandu"]);
    expect(await asSuperuser("SELECT 1 FROM users")).toHaveLength(1);
    expect([await isFirstRun(), await foundDesk(founding(99))]).toEqual([false, null]);
  });

  test("on the machine itself nobody is asked for the code; from anywhere else it is needed", () => {
    const here = { ip: "127.0.0.1", device: "", isThisMachine: true };
    const there = { ip: "203.0.113.9", device: "", isThisMachine: false };
    const code = setupCode(env.FIRSTHAND_SECRET);
    expect([
      mayFound(here, ""),
      mayFound(there, ""),
      mayFound(there, "AAAA-AAAA-AAAA-AAAA"),
      mayFound(there, code),
    ]).toEqual([true, false, false, true]);
  });

  test("the founding is the first line of the desk's history", async () => {
    const log = await asSuperuser<{ verb: string; by_role: string; door: string }>(
      "SELECT verb, by_role, door FROM log_entries ORDER BY seq LIMIT 1",
    );
    expect(log).toEqual([{ verb: "found-desk", by_role: "client", door: "arrival" }]);
  });
});
