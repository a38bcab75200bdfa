import type { DatabaseError } from "pg";
import { beginAnew } from "../connect";
import { type Desk, newDesk, newTask, type World } from "./world";

/** The place of one attack: a desk of its own, with one strict and one loose task, and a stranger's desk beside it. */
export type Scene = World & { desk: Desk; strict: string; loose: string; stranger: Desk };

/**
 * Something that must not work, in plain SQL as the app's role. `no` is the one refusal that counts: SQLSTATE and the
 * constraint's name or the message; or "nothing", where the answer is silence. `run` returns how much it achieved.
 */
export type Attack = {
  title: string;
  no: string;
  /** Guards that would be missed, when they do not show in `no`: "policy tasks.own_desk", "trigger tasks.z_log_inserted". */
  guards?: string[];
  run: (scene: Scene) => Promise<number>;
};

const wentThrough = "it went through";

/** Runs one attack in a new place and says how it was answered. */
export async function attempt(world: World, attack: Attack): Promise<string> {
  const desk = await newDesk(world);
  const scene: Scene = {
    ...world,
    desk,
    stranger: await newDesk(world),
    strict: await newTask(world, desk, { tag: "must-be-you", title: "Answer Noor" }),
    loose: await newTask(world, desk, { tag: "delegable", title: "Order flowers" }),
  };
  try {
    return (await attack.run(scene)) > 0 ? wentThrough : "nothing";
  } catch (error) {
    return sayError(error);
  } finally {
    await Promise.all([world.app, world.other, world.owner].map(beginAnew));
  }
}

/** SQLSTATE, and the constraint or the message. Anything that is no answer of PostgreSQL's is a mistake in the test. */
export function sayError(error: unknown): string {
  const { code, constraint, message } = error as DatabaseError;
  if (code === undefined) throw error;
  return `${code} ${constraint ?? message}`;
}
