import { expect, test } from "vitest";
import { readDuplicates } from "@/lib/queries/read-duplicates";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

test("Twenty thousand people are looked through in a few seconds", { timeout: 60_000 }, async () => {
  const { client, desk } = await cast();
  // One person in fifty shares an address with the fifth before them; many share a name.
  await asSuperuser(
    `INSERT INTO persons (workspace_id, id, name, sort_name, circle, circles, emails)
     SELECT $1, gen_random_uuid(), initcap(g || ' ' || f), f || ' ' || g, 'wider', '{wider}',
       jsonb_build_array(jsonb_build_object('label', '', 'value', 'somebody' || (n - CASE WHEN n % 50 = 0 THEN 5 ELSE 0 END) || '@example.test'))
     FROM (SELECT n, (ARRAY['olga', 'nils', 'petra', 'ivo', 'uma'])[1 + n % 5] AS g,
       substr('bdfgklmnprstvz', 1 + (n / 5) % 14, 1) || substr('aeiou', 1 + (n / 70) % 5, 1) || substr('lmnrst', 1 + (n / 350) % 6, 1)
         || substr('aeiou', 1 + (n / 2100) % 5, 1) || substr('dkntv', 1 + (n / 5) % 5, 1) || 'er' AS f FROM generate_series(1, 20000) n) x`,
    [desk.id],
  );
  const start = performance.now();
  const view = must(await readDuplicates(client, null));
  const took = performance.now() - start;
  expect(view.pairs).toHaveLength(20);
  expect(view.pairs.every((pair) => pair.reasons.length > 0)).toBe(true);
  expect(took).toBeLessThan(8000);
});
