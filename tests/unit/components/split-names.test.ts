import { expect, test } from "vitest";
import { splitNames } from "@/components/tasks/split-names";

test("Who is introduced to whom is told apart, whichever way their names run, and no letter is lost", () => {
  const lines: [string, string[]][] = [
    ["שרה כהן and Tomas Lind", ["שרה כהן", " and ", "Tomas Lind"]],
    ["ليلى حداد, Joon Park & Noor", ["ليلى حداد", ", ", "Joon Park", " & ", "Noor"]],
    ["Andreas Sandberg", ["Andreas Sandberg"]],
    ["", [""]],
  ];
  for (const [line, parts] of lines) {
    expect(splitNames(line)).toEqual(parts);
    expect(splitNames(line).join("")).toBe(line);
  }
});
