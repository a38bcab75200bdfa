import type { Refusal } from "@/lib/domain/refusal";

/** Most mail servers take 20 to 25 MB with everything encoded (a third more than the bytes). */
export const mostBytes = { one: 10 * 1024 * 1024, all: 15 * 1024 * 1024 };
const mostFiles = 20;

/** Null when a file of so many bytes may hang beside those that do. */
export function whyNotAttach(bytes: number, beside: readonly { size: number }[]): Refusal | null {
  if (bytes === 0) return { code: "invalid", fields: { file: "This file is empty." } };
  if (bytes > mostBytes.one) return { code: "too-large", limitBytes: mostBytes.one };
  if (beside.length >= mostFiles)
    return { code: "invalid", fields: { file: `A message carries at most ${mostFiles} files.` } };
  const all = beside.reduce((sum, { size }) => sum + size, bytes);
  if (all > mostBytes.all)
    return {
      code: "invalid",
      fields: { file: "Together the files are too large to be mailed (15 MB at most)." },
    };
  return null;
}

/** The name a file leaves under: no folders, no control characters, nothing that turns the reading direction round. */
export function attachmentName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "").trim();
  const letters = [...plain];
  if (letters.length === 0) return "file";
  return letters.length > 120 ? `${letters.slice(0, 90).join("")}…${letters.slice(-25).join("")}` : plain;
}
