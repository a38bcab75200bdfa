import { describe, expect, test } from "vitest";
import { formatCardDate, readCardDate } from "@/lib/adapters/contacts/date-forms";

function read(text: string, omitted: string | null = null): string | null {
  const found = readCardDate(text, omitted);
  return found?.written.date ? formatCardDate(found.written.date) : null;
}

describe("a birthday as some program wrote it", () => {
  test.each([
    ["19960415", "1996-04-15"],
    ["1996-04-15", "1996-04-15"],
    ["1996-4-5", "1996-04-05"],
    ["1996/04/15", "1996-04-15"],
    ["1996.04.15", "1996-04-15"],
    ["--0415", "--04-15"],
    ["--04-15", "--04-15"],
    ["--4-5", "--04-05"],
    ["-0415", "--04-15"],
    ["--0229", "--02-29"],
    ["---15", "---15"],
    ["1996-04", "1996-04"],
    ["1996", "1996"],
    ["--04", "--04"],
    ["1996-04-15T00:00:00Z", "1996-04-15"],
    ["1996-04-15T23:30:00-05:00", "1996-04-15"],
    ["19960415T000000", "1996-04-15"],
    ["20090808T1430-0500", "2009-08-08"],
    ["1996-04-15 00:00:00", "1996-04-15"],
    ["--0415T10", "--04-15"],
    ["0000-04-15", "--04-15"],
    ["1604-04-15", "--04-15"],
    ["16040229", "--02-29"],
    ["15.04.1996", "1996-04-15"],
    ["5.4.1996", "1996-04-05"],
    ["15.4.", "--04-15"],
    ["15/04/1996", "1996-04-15"],
    ["04/15/1996", "1996-04-15"],
    ["4/15/1996 12:00:00 AM", "1996-04-15"],
    ["05/05/1996", "1996-05-05"],
    ["15041996", "1996-04-15"],
    ["04151996", "1996-04-15"],
    ["15 Apr 1996", "1996-04-15"],
    ["April 15, 1996", "1996-04-15"],
    ["15-Apr-1996", "1996-04-15"],
    ["Mon, 15 Apr 1996", "1996-04-15"],
    ["April 15", "--04-15"],
    ["15th of April 1996", "1996-04-15"],
    ["15. März 1996", "1996-03-15"],
    ["15 août 1996", "1996-08-15"],
    ["15 de abril de 1996", "1996-04-15"],
    ["1996年4月15日", "1996-04-15"],
    ["4月15日", "--04-15"],
    ['"1996-04-15"', "1996-04-15"],
    ["value=date:1996-04-15", "1996-04-15"],
    ["1900-02-29", "--02-29"],
  ])("%s is %s", (text, date) => expect(read(text)).toBe(date));

  test.each([
    "04/05/1996",
    "04051996",
    "circa 1800",
    "circa 15 April 1996",
    "1996-02-30",
    "1996-13-01",
    "soon",
    "31/02/1996",
    "99999999",
  ])("%s is nobody's birthday for certain, but is not lost", (text) => {
    const found = readCardDate(text, null);
    expect(found?.written).toEqual({ date: null, raw: text });
    expect(found?.note).toBeTruthy();
  });

  test.each(["", "  ", "0000-00-00", "00000000", "4501-01-01", "//"])(
    "%j means that there is none",
    (text) => {
      expect(readCardDate(text, null)).toBeNull();
    },
  );

  test("an iPhone that was told no year writes 1604 and says so", () => {
    expect(read("1604-02-29", "1604")).toBe("--02-29");
    expect(read("1900-04-15", "1900")).toBe("--04-15");
    expect(read("1996-04-15", "1604")).toBe("1996-04-15");
  });
});
