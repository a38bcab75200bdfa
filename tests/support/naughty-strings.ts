import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Strings that break other programs. They are not part of the repository: a few of their kind where the folder is not at hand. */
export function naughtyStrings(): string[] {
  const folder = process.env.FIRSTHAND_FIXTURES ?? join(import.meta.dirname, "../../../shared/fixtures");
  const file = join(folder, "text", "naughty-strings.json");
  const few = [
    "<script>alert(1)</script>",
    "‮evil",
    "\u0000",
    "\ud800",
    "{{7*7}}",
    "🏳️‍🌈",
    "İ",
    "ﷺ",
    "Ｆｕｌｌ",
  ];
  return existsSync(file) ? [...few, ...(JSON.parse(readFileSync(file, "utf8")) as string[])] : few;
}
