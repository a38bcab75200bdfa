import { expect, test } from "vitest";
import { readAs, writeAs } from "@/lib/data/transaction";
import { granted } from "@/lib/domain/result";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

test("after one change by itself, a change to many is still written down in a moment, each with its own before and after", async () => {
  const at = new Date("2026-11-22T10:00:00Z");
  const { client, desk } = await cast(at);
  const about = { kind: "desk", id: desk.id } as const;
  const people = Array.from({ length: 1500 }, (_, n) => ({
    workspaceId: desk.id,
    id: crypto.randomUUID(),
    name: `Person ${n}`,
    sortName: `person ${n}`,
    note: "x".repeat(500),
  }));
  must(
    await writeAs(client, "add-person", about, async (tx) =>
      granted(await tx.person.createMany({ data: people })),
    ),
  );
  const change = (where: object) =>
    writeAs(client, "edit-person", about, async (tx) =>
      granted(await tx.person.updateMany({ where, data: { organization: "Harbour" } })),
    );
  must(await change({ name: "Person 7" }));
  const started = performance.now();
  must(await change({ organization: "" }));
  // Every pair of 1,500 rows would take the better part of a minute.
  expect(performance.now() - started).toBeLessThan(10_000);
  const entries = must(
    await readAs(client, (tx) =>
      tx.logEntry.findMany({
        where: { verb: "edit-person" },
        select: { before: true, after: true, version: true },
      }),
    ),
  );
  expect(entries).toHaveLength(1500);
  for (const entry of entries) {
    expect(entry).toEqual({ before: { organization: "" }, after: { organization: "Harbour" }, version: 2 });
  }
});
