import { expect } from "vitest";
import { findActor } from "@/lib/auth/actor";
import { programIssuer, programResource } from "@/lib/auth/program-places";
import { answerTo, readAsking, usualScopes } from "@/lib/domain/program";
import type { Scope } from "@/lib/domain/token";
import { findProgram } from "@/lib/use-cases/program/find-program";
import { letProgramIn } from "@/lib/use-cases/program/let-program-in";
import { newDraftAgent } from "../fence/token-world";
import { type Desk, newDesk, type Someone, type World } from "../fence/world";
import { must } from "../must";
import type { ProgramHouse } from "./program-house";
import { ScriptedProgram } from "./scripted-program";

/** A desk with Quill, an agent that Ana answers for, and a program that has asked to be let in. */
export class SignInScene {
  private constructor(
    readonly world: World,
    readonly house: ProgramHouse,
    readonly desk: Desk,
    readonly quill: Someone,
    readonly program: ScriptedProgram,
  ) {}

  static async open(world: World, house: ProgramHouse): Promise<SignInScene> {
    const desk = await newDesk(world);
    const program = new ScriptedProgram(house);
    expect(await program.begin()).toBe("REDIRECT");
    return new SignInScene(world, house, desk, await newDraftAgent(world, desk), program);
  }

  /** Ana lets the program in: where the browser is led to. */
  async allow(scopes: readonly Scope[] = usualScopes): Promise<URL> {
    const at = new Date();
    const query = Object.fromEntries(this.program.asks.searchParams);
    const known = await findProgram(query.client_id ?? "", at);
    const read = readAsking(query, known, { issuer: programIssuer, resource: programResource });
    if (read.is !== "asking") throw new Error(`what it asks for is ${read.is}`);
    const ana = must(await findActor(this.desk.assistant.token, this.desk.slug, "screen"));
    const { code } = must(await letProgramIn(ana, read.asking, { agentId: this.quill.id, scopes }, at));
    return new URL(answerTo(read.asking, programIssuer, { code }));
  }

  /** From the beginning to the first token. */
  async signIn(scopes?: readonly Scope[]): Promise<ScriptedProgram> {
    await this.program.finish(await this.allow(scopes));
    return this.program;
  }

  /** Why the sign-ins of the desk ended, or "signed in". */
  async ends(): Promise<string[]> {
    const { rows } = await this.world.sudo.query<{ why: string }>(
      "SELECT coalesce(ended_why, 'signed in') AS why FROM oauth_grants WHERE workspace_id = $1 ORDER BY made_at",
      [this.desk.id],
    );
    return rows.map((row) => row.why);
  }

  /** Time passes, or something happens, past every guard. */
  async change(sql: string, ...more: unknown[]): Promise<void> {
    await this.world.sudo.query(sql, [this.desk.id, ...more]);
  }
}
