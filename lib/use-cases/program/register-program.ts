import { randomUUID } from "node:crypto";
import { keepProgram } from "@/lib/data/programs";
import { cleanName, type Program } from "@/lib/domain/program";

/** A program introduces itself, and gets an id (RFC 7591). The id opens nothing: somebody has to let the program in first. */
export async function registerProgram(said: {
  name: string;
  redirectUris: readonly string[];
}): Promise<Program> {
  const [first = ""] = said.redirectUris;
  const name = cleanName(said.name) || new URL(first).hostname;
  const program = { id: randomUUID(), name, redirectUris: said.redirectUris };
  await keepProgram(program);
  return program;
}
