import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleProgram } from "../bundle-program";
import { quickStart } from "../quick-start";

/** A server of one door that can be killed without warning. */
export type Door = { url: string; kill: () => Promise<void> };

/** Makes such servers, each with its own memory and its own connections. */
export async function makeDoors() {
  const folder = await mkdtemp(path.join(process.cwd(), ".test", "doors-"));
  const program = path.join(folder, "door.mjs");
  await bundleProgram(fileURLToPath(new URL("./task-door.ts", import.meta.url)), program);
  const running = new Set<ChildProcess>();

  async function start(): Promise<Door> {
    const child = fork(program, { execArgv: quickStart });
    running.add(child);
    const port = await new Promise<number>((resolve, reject) => {
      child.once("message", (said: { port: number }) => resolve(said.port));
      child.once("exit", () => reject(new Error("The door did not open.")));
    });
    return { url: `http://127.0.0.1:${port}`, kill: () => kill(child) };
  }

  async function kill(child: ChildProcess): Promise<void> {
    running.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  async function stop(): Promise<void> {
    await Promise.all([...running].map(kill));
    await rm(folder, { recursive: true, force: true });
  }
  return { start, stop };
}
