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
