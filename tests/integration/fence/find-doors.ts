import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { taskVerbs } from "@/app/api/v1/w/[workspace]/tasks/verbs";
import { bulkSchema } from "@/lib/schemas/task";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** A way in: "POST /api/v1/w/[workspace]/tasks/bulk complete", or "action app/…/actions.ts invite". */
export type Door = string;

/**
 * Every door there is, read from the files themselves: what each route.ts exports for a method, with each verb by itself
 * where a route speaks several; and whatever a file exports under "use server".
 */
export function findDoors(): Door[] {
  const files = walk("app").concat(walk("components"), walk("lib"));
  return files.flatMap((file) => {
    const code = readFileSync(file, "utf8");
    if (/\/route\.tsx?$/.test(file)) return routeDoors(file, code);
    return /^\s*["']use server["']/m.test(code)
      ? exportsOf(code).map((name) => `action ${file} ${name}`)
      : [];
  });
}

function routeDoors(file: string, code: string): Door[] {
  const address = `/${path.posix
    .dirname(file)
    .replace(/^app\//, "")
    .replace(/\([^)]*\)\//g, "")}`;
  return exportsOf(code)
    .filter((name) => methods.includes(name))
    .flatMap((method) => {
      if (address.endsWith("/tasks/[id]/[verb]"))
        return Object.keys(taskVerbs).map((verb) => `${method} ${address} ${verb}`);
      if (address.endsWith("/tasks/bulk"))
        return bulkSchema.shape.verb.options.map((verb) => `${method} ${address} ${verb}`);
      return [`${method} ${address}`];
    });
}

/** The names a file exports: functions and constants, lists in braces, and the default one. */
function exportsOf(code: string): string[] {
  const direct = [...code.matchAll(/^export\s+(?:async\s+)?(?:function|const|let|var|class)\s+(\w+)/gm)];
  const lists = [...code.matchAll(/^export\s*\{([^}]*)\}/gm)].flatMap((match) =>
    (match[1] ?? "").split(",").map(
      (one) =>
        one
          .split(/\s+as\s+/)
          .at(-1)
          ?.trim() ?? "",
    ),
  );
  const fallback = /^export\s+default\b/m.test(code) ? ["default"] : [];
  return [...direct.map((match) => match[1] ?? ""), ...lists.filter(Boolean), ...fallback];
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(place);
    return /\.tsx?$/.test(entry.name) ? [place] : [];
  });
}
