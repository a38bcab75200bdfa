import { expect, test } from "vitest";
import { sayEntry } from "@/lib/domain/history/say";
import { asSuperuser } from "../../support/superuser";

const reader = { clientName: "Mira Holt", workspace: { zone: "UTC" } };

test("Whatever is written into the log, the history has a word for it", async () => {
  const rows = await asSuperuser<{ subject: string }>(
    `SELECT DISTINCT rtrim(encode(t.tgargs, 'escape'), '\\000') AS subject
     FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname IN ('log_inserted', 'log_updated') ORDER BY 1`,
  );

  expect(rows.length).toBeGreaterThan(30);
  for (const { subject } of rows) {
    const entry = {
      seq: 1,
      at: "2026-11-22T10:00:00.000Z",
      by: { name: "Ana Duarte", role: "assistant" as const },
      door: "screen" as const,
      verb: "do-something",
      subject,
      subjectId: null,
      subjectName: null,
      refusal: null,
    };
    const said = [
      sayEntry({ ...entry, before: null, after: { id: "1" } }, reader),
      sayEntry({ ...entry, before: { removed_at: null }, after: { removed_at: "2026-11-22" } }, reader),
    ].join(" ");
    expect(said, subject).not.toMatch(/(added|removed|changed|noted|wrote down) something|undefined|null/);
  }
});
