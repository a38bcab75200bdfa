import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bundleProgram } from "../../support/bundle-program";

let home: string;
let program: string;
let child: ChildProcess;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "stop-"));
  program = path.join(home, "program.mjs");
  await bundleProgram(fileURLToPath(new URL("../../support/told-to-stop.ts", import.meta.url)), program);
});
afterEach(() => child.kill("SIGKILL"));
afterAll(() => rm(home, { recursive: true }));

function start(...words: string[]): ChildProcess {
  child = fork(program, words, { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  return child;
}

async function end(): Promise<{ code: number | null; said: string }> {
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  const [[code]] = await Promise.all([once(child, "exit"), once(child.stdout as Readable, "end")]);
  return { code, said };
}

describe("A server whose starting process is killed is not left running", () => {
  test("while it serves", async () => {
    await once(start(), "message");
    child.disconnect();

    expect(await end()).toEqual({ code: 0, said: "stopped\n" });
  });

  test("while it still loads its files", async () => {
    start("--late").disconnect();

    expect(await end()).toEqual({ code: 0, said: "stopped\n" });
  });
});

test("A server that is asked to stop lets its work finish first", async () => {
  await once(start(), "message");
  child.kill("SIGTERM");

  expect(await end()).toEqual({ code: 0, said: "stopped\n" });
});
