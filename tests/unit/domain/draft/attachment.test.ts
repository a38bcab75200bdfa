import { expect, test } from "vitest";
import { attachmentName, mostBytes, whyNotAttach } from "@/lib/domain/draft/attachment";

const file = (size: number) => ({ size });

test("A file is hung on a draft while it fits, alone and with the others", () => {
  expect(whyNotAttach(1, [])).toBeNull();
  expect(whyNotAttach(mostBytes.one, [])).toBeNull();
  expect(whyNotAttach(mostBytes.one + 1, [])).toEqual({ code: "too-large", limitBytes: mostBytes.one });
  expect(whyNotAttach(mostBytes.all - mostBytes.one, [file(mostBytes.one)])).toBeNull();
  expect(whyNotAttach(mostBytes.all - mostBytes.one + 1, [file(mostBytes.one)])).toMatchObject({
    code: "invalid",
  });
  expect(whyNotAttach(0, [])).toMatchObject({ code: "invalid" });
  expect(whyNotAttach(1, Array(19).fill(file(1)))).toBeNull();
  expect(whyNotAttach(1, Array(20).fill(file(1)))).toMatchObject({ code: "invalid" });
});

const names: [given: string, kept: string][] = [
  ["map.pdf", "map.pdf"],
  ["C:\\Users\\Ana\\map.pdf", "map.pdf"],
  ["../../etc/passwd", "passwd"],
  ["photo\u202Egpj.exe", "photogpj.exe"],
  ["a\r\nContent-Type: text/html", "html"],
  ["a\u0000b.txt", "ab.txt"],
  ["Übersicht 年.pdf", "Übersicht 年.pdf"],
  ["  ", "file"],
  ["folder/", "file"],
];
test.each(names)("%j leaves as “%s”", (given, kept) => {
  expect(attachmentName(given)).toBe(kept);
});

test("A name too long for a mail keeps its beginning and its end", () => {
  const name = attachmentName(`${"🙂".repeat(300)}.pdf`);

  expect([...name]).toHaveLength(116);
  expect(name.endsWith(".pdf")).toBe(true);
  expect(name.isWellFormed?.() ?? true).toBe(true);
});
