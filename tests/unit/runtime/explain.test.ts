import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explain } from "@/scripts/steps/say.mjs";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "firsthand-explain-"));
  writeFileSync(path.join(folder, "file"), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(["file", "file/below"])(
  "A start that meets a file where its folder is to be (%s) says what to do",
  async (name) => {
    const error = await mkdir(path.join(folder, name)).catch((problem: unknown) => problem);

    expect(explain(error)).toContain(name);
    expect(explain(error)).toMatch(/There is a file where a folder is to be.*\n.*DATA_DIR/);
  },
);
