import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { HistoryFilter, HistoryView } from "@/lib/domain/history/view";
import { downloadHistory } from "@/lib/queries/download-history";
import { readHistory } from "@/lib/queries/read-history";
import { readRights } from "@/lib/queries/read-rights";
import { readTask } from "@/lib/queries/read-task";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");
const everything: HistoryFilter = { who: null, refused: false, subject: null, rows: false };

async function said(actor: Actor, filter: Partial<HistoryFilter> = {}): Promise<string[]> {
  const view = must(await readHistory(actor, { ...everything, ...filter }, null));
  return view.lines.map((line) => line.sentence);
}

describe("The history of Mira's desk", () => {
  test("tells who did what, the latest first, with the attempts that were refused", async () => {
    const { client, assistant } = await cast(at);
    const { id } = await makeTask(assistant, { kind: "personal-reply", title: "Reply to Tomas" }, at);
    must(await moveTask(assistant, { id, version: 1, to: "client" }));
    expect(await completeTask(assistant, { id, version: 2, note: "" }, at)).toMatchObject({ ok: false });
    expect(await retagTask(assistant, { id, version: 2, tag: "delegable" })).toMatchObject({ ok: false });
    must(await completeTask(client, { id, version: 2, note: "rang him" }, at));
    expect((await said(client)).slice(0, 5)).toEqual([
      "Mira completed “Reply to Tomas”, noting “rang him”.",
      "Refused: Ana tried to loosen the tag of “Reply to Tomas”. Only Mira can loosen a tag.",
      "Refused: Ana tried to complete “Reply to Tomas”. Only Mira can.",
      "Ana moved “Reply to Tomas” to Mira.",
      "Ana added “Reply to Tomas”. Must be you, by the rule “A personal message is answered in person.”",
    ]);
    expect((await said(client)).at(-1)).toBe("Mira opened this desk.");
    expect(await said(client, { refused: true })).toHaveLength(2);
    expect(await said(client, { subject: id })).toHaveLength(5);
    expect((await said(client, { who: assistant.userId })).every((line) => line.includes("Ana"))).toBe(true);
    const { refused, rights } = must(await readRights(client));
    expect(refused.map((line) => line.door)).toEqual(["screen", "screen"]);
    expect(rights.find((right) => right.id === "loosen")?.answer).toBe("only-client");
  });

  test("says of an invitation that is done without a word that nobody said what was answered", async () => {
    const { client, assistant } = await cast(at);
    const bare = await makeTask(client, { kind: "event-invite", title: "Supper" }, at);
    const told = await makeTask(client, { kind: "follow-request", title: "A request of Joon’s" }, at);
    must(await completeTask(client, { ...bare, note: "" }, at));
    must(await completeTask(client, { ...told, note: "Accepted" }, at));

    expect((await said(client)).slice(0, 2)).toEqual([
      "Mira completed “A request of Joon’s”, noting “Accepted”.",
      "Mira completed “Supper”, without saying what was answered.",
    ]);
    const task = await readTask(assistant, bare.id);
    expect(task?.history[0]?.sentence).toBe("Mira completed “Supper”, without saying what was answered.");
  });

  test("shows Ana nothing of what is private, not even what was open when it happened", async () => {
    const { client, assistant, agent } = await cast(at);
    const open = await makeTask(client, { kind: "other", title: "Was open once" }, at);
    await makeTask(client, { kind: "other", title: "Never open", isPrivate: true }, at);
    expect((await said(assistant)).join()).toContain("Was open once");
    must(await editTask(client, { id: open.id, version: 1, isPrivate: true }));
    for (const helper of [assistant, agent])
      expect((await said(helper)).join()).not.toMatch(/Never open|Was open once|a task/);
    expect((await said(client)).join()).toContain("Never open");
  });

  test("is read fifty lines at a time, without a gap or a double", async () => {
    const { client } = await cast(at);
    for (let n = 0; n < 120; n++) await makeTask(client, { title: `Task ${n}` }, at);
    const seen: number[] = [];
    for (let before: number | null = null; ; ) {
      const page: HistoryView = must(await readHistory(client, everything, before));
      seen.push(...page.lines.map((line) => line.seq));
      before = page.more;
      if (before === null) break;
      expect(page.lines).toHaveLength(50);
    }
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => seen.length - index));
    expect(seen.length).toBeGreaterThan(120);
  });

  test("can be taken away whole by Mira and by nobody else, every entry with its hash", async () => {
    const { client, assistant, agent } = await cast(at);
    await makeTask(client, { title: "Taken along", isPrivate: true }, at);
    let file = "";
    for await (const piece of must(downloadHistory(client))) file += piece;
    const entries = file
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
    for (const [index, entry] of entries.entries()) {
      expect(entry.hash).toMatch(/^[0-9a-f]{64}$/);
      if (index > 0) expect(entry.prevHash).toBe(entries[index - 1].hash);
    }
    expect(entries.at(-1)).toMatchObject({ verb: "create-task", after: { title: "Taken along" } });
    for (const helper of [assistant, agent])
      expect(downloadHistory(helper)).toMatchObject({ ok: false, refusal: { code: "only-client" } });
  });

  test("of a desk is no stranger's to read", async () => {
    const { client, stranger } = await cast(at);
    await makeTask(client, { title: "Mira's own" }, at);
    expect((await said(stranger)).join()).not.toContain("Mira");
  });
});
