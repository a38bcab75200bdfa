import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** One file of ours: its path from the root, its text without comments, and everything it imports. */
export type Source = { path: string; code: string; imports: Import[] };

/** What is imported: a path from the root (`lib/env`), or a package (`npm:zod`, `node:crypto`). */
export type Import = { target: string; typeOnly: boolean };

const ROOMS = ["app", "components", "lib", "prisma", "scripts", "tests"];
const SKIPPED = new Set(["prisma/generated", "prisma/migrations"]);
const CODE = /\.(ts|tsx|mjs)$/;

/** Every source file of the project, root configuration included. */
export function readSources(root = process.cwd()): Source[] {
  const inRoot = readdirSync(root).filter((name) => CODE.test(name) && name !== "next-env.d.ts");
  return [...inRoot, ...ROOMS.flatMap((room) => walk(root, room))].map((file) => {
    const code = stripComments(readFileSync(path.join(root, file), "utf8"));
    return { path: file, code, imports: readImports(file, code) };
  });
}

function walk(root: string, folder: string): string[] {
  const entries = statSync(path.join(root, folder), { throwIfNoEntry: false })
    ? readdirSync(path.join(root, folder))
    : [];
  return entries.flatMap((name) => {
    const place = `${folder}/${name}`;
    if (SKIPPED.has(place)) return [];
    if (statSync(path.join(root, place)).isDirectory()) return walk(root, place);
    return CODE.test(name) ? [place] : [];
  });
}

/** Strings and templates are kept whole, so that `https://` is no comment. */
function stripComments(text: string): string {
  const token = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return text.replace(token, (_match, kept: string | undefined) => kept ?? " ");
}

const STATIC = /(?:^|[;\n])\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?["']([^"'\n]+)["']/g;
const DYNAMIC = /\b(?:import|require)\(\s*["']([^"'\n]+)["']/g;

function readImports(file: string, code: string): Import[] {
  const fixed = [...code.matchAll(STATIC)].map((match) => ({
    typeOnly: Boolean(match[1]),
    name: match[2] ?? "",
  }));
  const late = [...code.matchAll(DYNAMIC)].map((match) => ({ typeOnly: false, name: match[1] ?? "" }));
  return [...fixed, ...late].map(({ typeOnly, name }) => ({ typeOnly, target: resolve(file, name) }));
}

function resolve(file: string, name: string): string {
  if (name.startsWith("@/")) return name.slice(2);
  if (name.startsWith("."))
    return path.posix.normalize(path.posix.join(path.posix.dirname(file), name)).replace(/\.tsx?$/, "");
  return name.startsWith("node:") ? name : `npm:${name}`;
}
