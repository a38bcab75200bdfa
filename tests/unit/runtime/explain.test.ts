import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeInstanceLock } from "@/lib/runtime/instance-lock";
import { makeFolder } from "@/lib/runtime/make-folder";
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

test("A start whose folder is to be where the system makes none, such as below /proc, ends and says so", async () => {
  const error = await makeFolder("/proc/firsthand/data", 0o711).catch((problem: unknown) => problem);

  expect(explain(error)).toMatch(/(No folder can be made|Nothing can be written) here: .*proc.*\n.*DATA_DIR/);
});

test("A start whose folder is there but keeps no files, as /proc, ends and says so", async () => {
  const error = await takeInstanceLock("/proc", "http://localhost:3000").catch((problem: unknown) => problem);

  expect(explain(error)).toMatch(
    /(No file can be made|Nothing can be written) here: .*proc.*\n.*DATA_DIR|may not be written or read by you/,
  );
});

test("A start on a disk that can only be read says what to do", () => {
  const error = Object.assign(new Error("EROFS: read-only file system, mkdir '/mnt/data'"), {
    code: "EROFS",
  });

  expect(explain(error)).toMatch(/Nothing can be written here: .*\/mnt\/data.*\n.*DATA_DIR/);
});

test("Two starts that make the same folder at once both find it, with those above it", async () => {
  const wanted = path.join(folder, "one/two/three");

  await Promise.all([makeFolder(wanted, 0o711), makeFolder(wanted, 0o711)]);

  expect(statSync(wanted).isDirectory()).toBe(true);
});

test("A start whose folder is to be below a file is told which file is in the way", async () => {
  const error = await makeFolder(path.join(folder, "file/below"), 0o711).catch((problem: unknown) => problem);

  expect(explain(error)).toMatch(/There is a file where a folder is to be: .*\/file'\n.*DATA_DIR/);
});
