import { describe, expect, test } from "vitest";
import { readTable } from "@/lib/adapters/tables/read-table";

const read = (...lines: string[]) => readTable(new TextEncoder().encode(lines.join("\r\n")));

describe("Nobody in a table is lost to the letters inside its cells", () => {
  test.each([
    [
      "commas in every cell of a table of semicolons",
      [
        "Name;Anschrift;Notizen",
        "Noor Haddad;Mill 3, 53111 Bonn, Germany;tea, rowing, lamps, boats",
        "Tomas;a, b, c;d, e",
      ],
      ";",
    ],
    [
      "one long line of commas in a table of semicolons whose headings nobody knows",
      ["Mitglied;Seit", "Noor;2001, 2002, 2003, 2004, 2005", "Tomas;2003", "Elin;2004"],
      ";",
    ],
    [
      "semicolons in a table of commas",
      ["Name,Email", "Noor,a@b.test;c@d.test;e@f.test", "Tomas,t@b.test"],
      ",",
    ],
    ["commas in a table of tabs", ["Name\tEmail", "Haddad, Noor\ta@b.test", "Lind, Tomas\tt@b.test"], "\t"],
    [
      "quoted cells with everything in them",
      ['"Name";"Notizen"', '"Haddad, Noor";"one, two;', 'three, four"', '"Lind, Tomas";"a, b"'],
      ";",
    ],
  ])("%s", (_, lines, delimiter) => {
    const table = read(...lines);
    expect(table?.delimiter).toBe(delimiter);
    expect(table?.headings).toHaveLength(2 + Number(lines[0]?.includes("Anschrift")));
    expect(table?.rows.map((row) => row[0]).join()).toMatch(/Noor.*Tomas/);
  });

  test("LinkedIn's lines before its headings do not decide how the table is parted", () => {
    const table = read(
      "Notes:",
      '"When exporting your connection data, you may notice; some, of, the, emails, are; missing."',
      "",
      "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
      "Noor,Haddad,https://l.test/noor,,Harbour; Sons,Captain,05 Mar 2021",
    );
    expect(table).toMatchObject({
      delimiter: ",",
      rows: [["Noor", "Haddad"].concat(table?.rows[0]?.slice(2) ?? [])],
    });
  });

  test("Excel's own line says how it is parted", () => {
    expect(read("sep=;", "Name;Email", "Haddad, Noor;n@b.test")?.rows).toEqual([
      ["Haddad, Noor", "n@b.test"],
    ]);
  });
});

test("Of a table with a quotation mark that is never closed, what stands before it is read, and where it is is told", () => {
  for (const rest of [1, 100_000]) {
    const table = read(
      "Name,Email",
      "Noor,n@a.test",
      '"Tomas,t@b.test',
      ...Array(rest).fill("Elin,e@c.test"),
    );
    expect(table?.rows).toEqual([["Noor", "n@a.test"]]);
    expect(table?.notes).toEqual([
      "A quotation mark in row 3 is never closed: nothing is read from there on.",
    ]);
  }
});

describe("A table in the alphabet of an old computer", () => {
  /** The file as that computer wrote it: each letter is looked up among the 256 that its alphabet has. */
  function written(encoding: string, text: string): Uint8Array {
    const decoder = new TextDecoder(encoding);
    const bytes = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
    return Uint8Array.from([...text], (letter) => bytes.indexOf(letter));
  }

  test.each([
    [
      "windows-1251",
      "Имя;Фамилия;E-mail\r\nИван;Петров;ivan@test.invalid\r\nАлёна;Щукина;a@test.invalid\r\n",
    ],
    [
      "windows-1250",
      "Imię;Nazwisko;E-mail\r\nMichał;Wiśniewski;m@test.invalid\r\nŁucja;Kowalska;l@test.invalid\r\n",
    ],
    ["macintosh", "Name;Ort;E-mail\rJürgen Groß;Köln;j@test.invalid\rZoë;Genève;z@test.invalid\r"],
    [
      "windows-1252",
      "Name;Notizen;E-mail\r\nJürgen Groß;25 m³ für £5, ¿qué?;j@test.invalid\r\nSøren Ærø;Été à Nîmes;s@test.invalid\r\n",
    ],
  ])("(%s) has its letters", (encoding, text) => {
    const table = readTable(written(encoding, text));
    expect(table?.encoding).toBe(encoding);
    const rows = text.trim().split(/[\r\n]+/);
    expect([table?.headings, ...(table?.rows ?? [])].map((row) => row?.join(";"))).toEqual(rows);
  });

  test.each([
    ["Greek", written("windows-1253", "Γιάννης Παπάς;Αθήνα\r\nΕλένη Ψαρού;Πάτρα\r\n")],
    ["Hebrew", written("windows-1255", "אורי לוי;חיפה\r\nנועה כהן;אילת\r\n")],
    ["Korean", Buffer.from("b1e8c3b6bcf63bbcadbfef0d0ac0ccbfb5c8f13bbacebbea0d0a", "hex")],
  ])("in %s stays what it was", (_, bytes) => {
    expect(readTable(bytes)?.encoding).toBe("windows-1252");
  });
});
