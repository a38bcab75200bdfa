import { Prisma } from "@/prisma/generated/client";

/**
 * What is said beside a task `t`: of its person, and in tasks that were folded into it. Asked for row by row, by key: a join would
 * let the planner compare every task with every person, as policies hide from it how many there are.
 */
export const saidBeside = Prisma.sql`(
  coalesce((SELECT p.search_text FROM persons p WHERE p.workspace_id = t.workspace_id AND p.id = t.person_id), '') ||
  coalesce((SELECT ' ' || string_agg(f.search_text, ' ') FROM tasks f WHERE f.workspace_id = t.workspace_id AND f.merged_into_id = t.id), ''))`;

/** A LIKE pattern that finds `typed` anywhere, whatever signs it has. */
export function likeOf(typed: string): string {
  return `%${typed.slice(0, 200).replace(/[\\%_]/g, "\\$&")}%`;
}

/**
 * LIKE patterns for `typed` with two neighbouring letters in the other order: the slip of the fingers that trigrams do not
 * see in short words. None for less than four letters.
 */
export function swappedLikes(typed: string): string[] {
  const letters = [...typed.slice(0, 40)];
  if (letters.length < 4) return [];
  return letters.slice(1).flatMap((letter, n) => {
    const before = letters[n] ?? "";
    if (before === letter || before === " " || letter === " ") return [];
    return likeOf([...letters.slice(0, n), letter, before, ...letters.slice(n + 2)].join(""));
  });
}
