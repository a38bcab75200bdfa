import { describe, expect, test } from "vitest";
import { dateOrderIn } from "@/lib/domain/import/columns";
import { guessColumn, guessColumns } from "@/lib/domain/import/guess-column";
import { personFromCard } from "@/lib/use-cases/import/person-from-card";
import { personFromRow } from "@/lib/use-cases/import/person-from-row";
import { headingRows } from "./headings";

/** Somebody out of a table with these headings, in the desk's own words. Cells are named by their heading. */
function somebody(row: string, cells: Record<string, string>) {
  const headings = row.split(",");
  for (const heading of Object.keys(cells)) expect(headings).toContain(heading);
  const values = headings.map((heading) => cells[heading] ?? "");
  return personFromCard(personFromRow(headings, guessColumns(headings), values, "day-first", 2));
}

/** The headings of a row that say nothing here. */
function leftOut(row: string): string {
  const columns = guessColumns(row.split(","));
  return row
    .split(",")
    .filter((_, n) => columns[n]?.kind === "skip")
    .join(",");
}

describe("Somebody in a table of Outlook", () => {
  const work = { "Business Street": "Quay 1", "Business Street 2": "Hall B", "Business City": "Hamburg" };
  const home = {
    "Home Street": "Mill 3",
    "Home Street 2": "Back yard",
    "Home Postal Code": "53111",
    "Home City": "Bonn",
  };
  const other = { "Other Street": "Lake 9", "Other City": "Ulm", "Other Country/Region": "Germany" };

  test("has three addresses of their own lines, and three e-mail addresses", () => {
    const { facts } = somebody(headingRows.outlook, {
      Title: "Dr.",
      "First Name": "Noor",
      "Last Name": "Haddad",
      "Job Title": "Captain",
      ...work,
      ...home,
      ...other,
      "Other Address PO Box": "PO 7",
      "E-mail Address": "n@a.test",
      "E-mail 2 Address": "n@b.test",
      "E-mail 2 Type": "SMTP",
      "E-mail 3 Address": "n@c.test",
      "Business Phone 2": "+49 1",
      "Home Phone": "+49 2",
      "Mobile Phone": "+49 3",
    });
    expect(facts).toMatchObject({ name: "Dr. Noor Haddad", jobTitle: "Captain" });
    expect(facts.addresses).toEqual([
      { label: "work", value: "Quay 1\nHall B\nHamburg" },
      { label: "home", value: "Mill 3\nBack yard\n53111 Bonn" },
      { label: "other", value: "Lake 9\nPO 7\nUlm\nGermany" },
    ]);
    expect(facts.emails?.map(({ value }) => value)).toEqual(["n@a.test", "n@b.test", "n@c.test"]);
    expect(facts.phones).toEqual([
      { label: "work", value: "+49 1" },
      { label: "home", value: "+49 2" },
      { label: "mobile", value: "+49 3" },
    ]);
  });

  test("in German has the same", () => {
    const { facts } = somebody(headingRows.outlookGerman, {
      Vorname: "Noor",
      Nachname: "Haddad",
      "Straße geschäftlich": "Quay 1",
      "Straße geschäftlich 2": "Hall B",
      "Ort geschäftlich": "Hamburg",
      "Straße privat": "Mill 3",
      "Straße privat 2": "Back yard",
      "Postleitzahl privat": "53111",
      "Ort privat": "Bonn",
      "Bundesland/Kanton privat": "NRW",
      "Weitere Straße": "Lake 9",
      "Weiterer Ort": "Ulm",
      "Weiteres/r Bundesland/Kanton": "BW",
      "Weiteres/e Land/Region": "Germany",
      "Weiteres Postfach": "PO 7",
      Ort: "the office",
      "E-Mail-Adresse": "n@a.test",
      "E-Mail 2: Adresse": "n@b.test",
      "E-Mail 3: Adresse": "n@c.test",
      "Telefon (privat 2)": "+49 2",
      "Mobiltelefon 2": "+49 3",
    });
    expect(facts.addresses).toEqual([
      { label: "work", value: "Quay 1\nHall B\nHamburg" },
      { label: "home", value: "Mill 3\nBack yard\n53111 Bonn\nNRW" },
      { label: "other", value: "Lake 9\nPO 7\nUlm\nBW\nGermany" },
    ]);
    expect(facts.emails?.map(({ value }) => value)).toEqual(["n@a.test", "n@b.test", "n@c.test"]);
    expect(facts.phones?.map(({ label }) => label)).toEqual(["home", "mobile"]);
  });

  test("says in whatever column, and in whatever language, that they are private", () => {
    for (const yes of ["True", "Wahr", "Ein", "vrai", "verdadero", "sí", "x", "1"])
      expect(somebody(headingRows.outlook, { "First Name": "Noor", Private: yes }).isPrivate).toBe(true);
    const both = { "First Name": "Noor", Private: "False", Sensitivity: "Private" };
    expect(somebody(headingRows.outlook, both).isPrivate).toBe(true);
    expect(somebody(headingRows.outlook, { ...both, Sensitivity: "Normal" }).isPrivate).toBe(false);
  });
});

describe("Somebody in a table of Google, LinkedIn, Thunderbird, Yahoo", () => {
  test("has one address where Google writes its parts and the whole of it", () => {
    for (const [row, label] of [
      [headingRows.googleNew, "Label"],
      [headingRows.googleOld, "Type"],
    ] as const) {
      const { facts } = somebody(row, {
        [`Address 1 - ${label}`]: "* Home",
        "Address 1 - Formatted": "Mill 3\n53111 Bonn\nDE",
        "Address 1 - Street": "Mill 3",
        "Address 1 - City": "Bonn",
        "Address 1 - Postal Code": "53111",
        "Address 1 - Country": "DE",
        [`E-mail 2 - ${label}`]: "* Work",
        "E-mail 2 - Value": "n@b.test ::: n@c.test",
        [`Relation 1 - ${label}`]: "Spouse",
        "Relation 1 - Value": "Tomas",
      });
      expect(facts.addresses).toEqual([{ label: "Home", value: "Mill 3\n53111 Bonn\nDE" }]);
      expect(facts.emails).toEqual([
        { label: "Work", value: "n@b.test" },
        { label: "Work", value: "n@c.test" },
      ]);
    }
  });

  test("keeps the anniversary that Google calls an event, and other events as their own", () => {
    const { days } = somebody(headingRows.googleNew, {
      "First Name": "Noor",
      "Event 1 - Label": "* Anniversary",
      "Event 1 - Value": "2010-05-01",
      "Event 2 - Label": "Moved",
      "Event 2 - Value": " --06-30",
    });
    expect(days).toEqual([
      { kind: "anniversary", label: "", year: 2010, month: 5, day: 1 },
      { kind: "other", label: "Moved", year: null, month: 6, day: 30 },
    ]);
  });

  test("is told how they were met where LinkedIn knows since when, and has no yearly day of it", () => {
    const { facts, days } = somebody(headingRows.linkedIn, {
      "First Name": "Noor",
      "Last Name": "Haddad",
      Position: "Captain",
      "Connected On": "05 Mar 2021",
    });
    expect(facts).toMatchObject({ jobTitle: "Captain", howMet: "Connected on LinkedIn on 5 March 2021." });
    expect(days).toEqual([]);
  });

  test("has a birthday out of three columns, and whole addresses, in Thunderbird", () => {
    const read = somebody(headingRows.thunderbird, {
      "Display Name": "Noor Haddad",
      "Primary Email": "n@a.test",
      "Secondary Email": "n@b.test",
      "Home Address": "Berliner Str. 3",
      "Home Address 2": "Back yard",
      "Home City": "Berlin",
      "Home ZipCode": "10115",
      "Home Country": "Germany",
      "Work Address": "Quay 1",
      "Work Address 2": "Hall B",
      "Work City": "Hamburg",
      "Work State": "HH",
      "Work ZipCode": "20095",
      "Work Country": "Germany",
      "Birth Year": "1986",
      "Birth Month": "4",
      "Birth Day": "5",
    });
    expect(read.facts.addresses).toEqual([
      { label: "home", value: "Berliner Str. 3\nBack yard\n10115 Berlin\nGermany" },
      { label: "work", value: "Quay 1\nHall B\n20095 Hamburg\nHH\nGermany" },
    ]);
    expect(read.days).toEqual([{ kind: "birthday", label: "", year: 1986, month: 4, day: 5 }]);
    expect(
      somebody(headingRows.thunderbird, { "First Name": "Noor", "Birth Month": "4", "Birth Day": "5" }).days,
    ).toEqual([{ kind: "birthday", label: "", year: null, month: 4, day: 5 }]);
  });

  test("has the same in Thunderbird’s German table", () => {
    const read = somebody(headingRows.thunderbirdGerman, {
      Vorname: "Noor",
      Nachname: "Haddad",
      "Primäre E-Mail-Adresse": "n@a.test",
      "Sekundäre E-Mail-Adresse": "n@b.test",
      "Tel. dienstlich": "+49 1",
      "Tel. privat": "+49 2",
      "Fax-Nummer": "+49 3",
      "Pager-Nummer": "+49 4",
      "Mobil-Tel.-Nr.": "+49 5",
      "Privat: Adresse": "Berliner Str. 3",
      "Privat: Adresse 2": "Hinterhaus",
      "Privat: Ort": "Berlin",
      "Privat: PLZ": "10115",
      "Dienstlich: Adresse": "Quay 1",
      "Dienstlich: Ort": "Hamburg",
      Arbeitstitel: "Captain",
      "Webseite 1": "https://a.test",
      Geburtsjahr: "1986",
      Geburtsmonat: "4",
      Geburtstag: "5",
    });
    expect(read.facts).toMatchObject({ name: "Noor Haddad", jobTitle: "Captain" });
    expect(read.facts.emails?.map(({ value }) => value)).toEqual(["n@a.test", "n@b.test"]);
    expect(read.facts.phones?.map(({ label }) => label)).toEqual(["work", "home", "fax", "pager", "mobile"]);
    expect(read.facts.links).toEqual([{ label: "", value: "https://a.test" }]);
    expect(read.facts.addresses).toEqual([
      { label: "home", value: "Berliner Str. 3\nHinterhaus\n10115 Berlin" },
      { label: "work", value: "Quay 1\nHamburg" },
    ]);
    expect(read.days).toEqual([{ kind: "birthday", label: "", year: 1986, month: 4, day: 5 }]);
  });

  test("has the telephones that Yahoo names by their place alone", () => {
    const { facts } = somebody(headingRows.yahoo, {
      First: "Noor",
      Last: "Haddad",
      Title: "Captain",
      Home: "+49 1",
      Work: "+49 2",
      Primary: "+49 3",
      "Alternate Email 2": "n@b.test",
      "Home Address": "Mill 3",
      "Home City": "Bonn",
    });
    expect(facts).toMatchObject({
      name: "Noor Haddad",
      jobTitle: "Captain",
      emails: [{ value: "n@b.test" }],
    });
    expect(facts.phones?.map(({ label }) => label)).toEqual(["home", "work", "other"]);
    expect(facts.addresses).toEqual([{ label: "home", value: "Mill 3\nBonn" }]);
  });

  test("has an id that is only this table's", () => {
    const cells = {
      "Formatted Name": "Noor",
      UID: "17",
      "Address (Home)": "Mill 3, Bonn",
      "Phone - Home": "+49 1",
    };
    const { sourceUid, facts } = somebody(headingRows.converter, cells);
    expect(sourceUid).toMatch(/^table:[0-9a-f]{16}:17$/);
    expect(facts).toMatchObject({ addresses: [{ label: "home" }], phones: [{ label: "home" }] });
    const uuid = "0f1e2d3c-4b5a-4968-8776-655443322110";
    expect(somebody(headingRows.converter, { ...cells, UID: uuid }).sourceUid).toBe(uuid);
  });
});

describe("A short date, once somebody has said in which order it is meant", () => {
  const headings = ["Name", "Birthday"];
  const read = (birthday: string, order: "day-first" | "month-first") =>
    personFromCard(personFromRow(headings, guessColumns(headings), ["Noor", birthday], order, 2));

  test.each(["5/4/90", "05-04-12", "5/4/90 0:00", "5/4/12"])(
    "is a day where its year is short: %s",
    (text) => {
      expect(read(text, "month-first")).toMatchObject({
        days: [{ month: 5, day: 4, year: null }],
        remarks: ["The year has only two digits, so it was left out."],
      });
      expect(read(text, "day-first").days).toMatchObject([{ month: 4, day: 5, year: null }]);
    },
  );

  test.each(["5/4/1990 00:00:00", "5/4/1990, 12:00 AM"])("is a day with a clock behind it: %s", (text) => {
    expect(dateOrderIn([text])).toBe("either");
    expect(dateOrderIn([text.replace("/4/", "/14/")])).toBe("month-first");
    expect(read(text, "month-first").days).toMatchObject([{ month: 5, day: 4, year: 1990 }]);
  });

  test("is none where the order cannot hold", () => {
    expect(read("90-05-14", "day-first").days).toMatchObject([{ month: 5, day: 14, year: null }]);
    expect(read("5/14/90", "day-first").days).toMatchObject([{ month: 5, day: 14, year: null }]);
  });
});

describe("What a program writes is left out only where there is no place for it", () => {
  test.each<[keyof typeof headingRows, string]>([
    [
      "outlook",
      "Telex,Account,Billing Information,Directory Server,E-mail Type,E-mail Display Name,E-mail 2 Type,E-mail 2 Display Name,E-mail 3 Type,E-mail 3 Display Name,Gender,Government ID Number,Hobby,Initials,Internet Free Busy,Keywords,Location,Mileage,Office Location,Organizational ID Number,Priority,User 1,User 2,User 3,User 4",
    ],
    ["outlookCom", "Telex,IMAddress,Office Location,Company Yomi,Schools,Hobby,Location"],
    [
      "outlookGerman",
      "Telex,Abrechnungsinformation,Benutzer 1,Benutzer 2,Benutzer 3,Benutzer 4,Büro,E-Mail-Typ,E-Mail: Angezeigter Name,E-Mail 2: Typ,E-Mail 2: Angezeigter Name,E-Mail 3: Typ,E-Mail 3: Angezeigter Name,Geschlecht,Hobby,Initialen,Internet-Frei/Gebucht,Konto,Organisations-Nr.,Ort,Priorität,Regierungs-Nr.,Reisekilometer,Stichwörter,Verzeichnisserver",
    ],
    [
      "googleOld",
      "Yomi Name,Additional Name Yomi,Initials,Maiden Name,Gender,Location,Billing Information,Directory Server,Mileage,Hobby,Priority,Subject,Photo,Organization 1 - Type,Organization 1 - Yomi Name,Organization 1 - Symbol,Organization 1 - Location,Organization 1 - Job Description,Custom Field 1 - Type,Custom Field 1 - Value",
    ],
    ["googleNew", "Phonetic Middle Name,File As,Photo,Custom Field 1 - Label,Custom Field 1 - Value"],
    ["linkedIn", ""],
    ["thunderbird", "Screen Name,Custom 1,Custom 2,Custom 3,Custom 4,"],
    ["thunderbirdGerman", "Messenger-Name,Benutzerdef. 1,Benutzerdef. 2,Benutzerdef. 3,Benutzerdef. 4,"],
    ["yahoo", "Distribution Lists,Messenger ID,Custom 1,Custom 2,Custom 3,Custom 4"],
    ["converter", ""],
  ])("%s", (program, left) => expect(leftOut(headingRows[program])).toBe(left));

  test.each([
    ["E-mail 2 Address", "email", ""],
    ["Email (Work)", "email", "work"],
    ["Phone (Mobile)", "phone", "mobile"],
    ["Home Address 2", "street", "home"],
    ["Address Line 2", "street", ""],
    ["Work ZipCode", "postalCode", "work"],
    ["Weiterer Ort", "city", "other"],
    ["Rue (bureau)", "street", "work"],
  ])("%s means %s of %s", (heading, kind, label) => expect(guessColumn(heading)).toEqual({ kind, label }));
});
