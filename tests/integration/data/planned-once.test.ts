import { expect, test } from "vitest";
import type { Tx } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const ask = (tx: Tx, most: number) =>
  tx.$queryRaw`SELECT id FROM tasks WHERE version < ${most} -- how often is this planned`;

test("A question is planned once a connection, whatever is asked for", async () => {
  const { client } = await cast();

  const plans = must(
    await readAs(client, async (tx) => {
      for (let most = 1; most < 4; most += 1) await ask(tx, most);
      return tx.$queryRaw`SELECT generic_plans::int AS general, custom_plans::int AS special FROM pg_prepared_statements
        WHERE statement LIKE '%how often is this planned' AND statement NOT LIKE '%LIKE%'`;
    }),
  );

  expect(plans).toEqual([{ general: 3, special: 0 }]);
});
