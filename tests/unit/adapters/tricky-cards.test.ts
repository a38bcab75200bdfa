import { describe, expect, test } from "vitest";
import { formatCardDate } from "@/lib/adapters/contacts/date-forms";
import { readCards } from "@/lib/adapters/contacts/read-cards";

/** name; e-mails; phones; addresses as box|extended|street|town|region|code|country (or the print); birthday. */
type Friend = {
  name: string;
  emails?: string[];
  phones?: string[];
  addresses?: string[];
  birthday?: string;
};

const bytes = (...pieces: (string | number[])[]) =>
  Buffer.concat(pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : Buffer.from(piece))));
const lines = (...all: string[]) => bytes(`${all.join("\r\n")}\r\n`);
const card = (...all: string[]) => lines("BEGIN:VCARD", ...all, "END:VCARD");

const CARDS: [string, Buffer, Friend[]][] = [
  [
    "a Nokia of 2003, quoted-printable with soft breaks in the middle of a letter",
    card(
      "VERSION:2.1",
      "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller;J=C3=",
      "=BCrgen",
      "TEL;PREF;CELL;VOICE:+491711234567",
      "TEL;HOME;VOICE:030 1234",
      "ADR;HOME;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:;;Stra=C3=9Fe 1=0D=0AHinterhaus;=",
      "Berlin;;10115;Deutschland",
      "BDAY:19750310",
    ),
    [
      {
        name: "Jürgen Müller",
        phones: ["+491711234567", "030 1234"],
        addresses: ["||Straße 1\nHinterhaus|Berlin||10115|Deutschland"],
        birthday: "1975-03-10",
      },
    ],
  ],
  [
    "a Sony Ericsson, with its own name for the birthday and no FN",
    card(
      "VERSION:2.1",
      "N:Karlsson;Åsa",
      "TEL;CELL:+46701234567",
      "EMAIL;INTERNET;PREF:asa@example.se",
      "BDAY:19800229",
    ),
    [{ name: "Åsa Karlsson", emails: ["asa@example.se"], phones: ["+46701234567"], birthday: "1980-02-29" }],
  ],
  [
    "a Japanese phone in Shift-JIS with the sound of the name",
    bytes(
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=SHIFT_JIS:",
      [0x8e, 0x52, 0x93, 0x63, 0x3b, 0x91, 0xbe, 0x98, 0x59],
      "\r\nSOUND;X-IRMC-N;CHARSET=SHIFT_JIS:",
      [0xd4, 0xcf, 0xc0, 0xde, 0x3b, 0xc0, 0xdb, 0xb3],
      "\r\nTEL;CELL:09012345678\r\nEMAIL;CELL:taro@docomo.example\r\nEND:VCARD\r\n",
    ),
    [{ name: "太郎 山田", emails: ["taro@docomo.example"], phones: ["09012345678"] }],
  ],
  [
    "Outlook 2003, its label in quoted-printable and numbers with words",
    card(
      "VERSION:2.1",
      "N:Doe;John;Q.;Mr.;III",
      "FN:Mr. John Q. Doe III",
      "ORG:Acme, Inc.;R&D",
      "TEL;WORK;VOICE:(555) 123-4567 x89",
      "TEL;WORK;FAX:(555) 123-4568",
      "ADR;WORK;PREF:;;1 Main St.;Springfield;IL;62701;United States of America",
      "LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:1 Main St.=0D=0ASpringfield, IL  62701=0D=0AUnited States of Ameri=",
      "ca",
      "EMAIL;PREF;INTERNET:john@acme.example",
      "BDAY:19610821",
      "REV:20030801T120000Z",
    ),
    [
      {
        name: "Mr. John Q. Doe III",
        emails: ["john@acme.example"],
        phones: ["(555) 123-4567 x89", "(555) 123-4568"],
        addresses: ["||1 Main St.|Springfield|IL|62701|United States of America"],
        birthday: "1961-08-21",
      },
    ],
  ],
  [
    "Outlook 365 in windows-1252 without saying so, curly quotes in the name",
    bytes(
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Dvo",
      [0xf8],
      "k;Se",
      [0xe1],
      "n;;;\r\nFN:Se",
      [0xe1],
      "n ",
      [0x93],
      "Sunny",
      [0x94],
      " Dvo",
      [0xf8],
      "k\r\nX-MS-OL-DEFAULT-POSTAL-ADDRESS:0\r\nBDAY:19700101\r\nX-MS-OL-DESIGN;CHARSET=utf-8:<card/>\r\nEND:VCARD\r\n",
    ),
    [{ name: "Seán “Sunny” Dvoøk", birthday: "1970-01-01" }],
  ],
  [
    "Lotus Notes, with an address of three lines and two folded values",
    card(
      "VERSION:3.0",
      "PRODID:-//IBM//Lotus Notes 8.5//EN",
      "N;CHARSET=UTF-8:Weber;Eva;;Dr.;",
      "FN;CHARSET=UTF-8:Dr. Eva Weber",
      "EMAIL;TYPE=INTERNET,PREF:eva.weber@example.c",
      " om",
      "ADR;TYPE=WORK:;;Ringstr. 5\\nGeb. 2\\, 3. OG;Linz;;4020;Austria",
      'TEL;TYPE="WORK,VOICE":+43 732 1234-',
      "  56",
      "BDAY;VALUE=DATE:1968-07-30",
    ),
    [
      {
        name: "Dr. Eva Weber",
        emails: ["eva.weber@example.com"],
        phones: ["+43 732 1234- 56"],
        addresses: ["||Ringstr. 5\nGeb. 2, 3. OG|Linz||4020|Austria"],
        birthday: "1968-07-30",
      },
    ],
  ],
  [
    "a BlackBerry, everything bare and the END forgotten before the next",
    lines(
      "BEGIN:VCARD",
      "VERSION:2.1",
      "FN:Ann Lee",
      "N:Lee;Ann;;;",
      "TEL;WORK:1-519-555-0100",
      "EMAIL:ann@example.ca",
      "BEGIN:VCARD",
      "VERSION:2.1",
      "N:;;;;",
      "FN:",
      "ORG:Lee & Sons",
      "TEL;MAIN:1-519-555-0101",
      "END:VCARD",
    ),
    [
      { name: "Ann Lee", emails: ["ann@example.ca"], phones: ["1-519-555-0100"] },
      { name: "Lee & Sons", phones: ["1-519-555-0101"] },
    ],
  ],
  [
    "Android 4, a custom label, a picture folded with blanks before the birthday and an empty line after it",
    card(
      "VERSION:2.1",
      "N:García;José;;;",
      "FN:José García",
      "TEL;X-Oficina nueva:91-555-01-02",
      "EMAIL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,Tr=C3=A9s):jose@example.es",
      "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB",
      " AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
      "",
      "BDAY:1988-11-05",
    ),
    [{ name: "José García", emails: ["jose@example.es"], phones: ["91-555-01-02"], birthday: "1988-11-05" }],
  ],
  [
    "Android 13, the birthday without a year and an anniversary of its own kind",
    card(
      "VERSION:2.1",
      "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E;=E5=B0=8F=E9=BE=99;;;",
      "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E=E5=B0=8F=E9=BE=99",
      "TEL;CELL:138 0013 8000",
      "BDAY:--11-27",
      "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2001-06-01;1;;;;;;;;;;;;;",
    ),
    [{ name: "李小龙", phones: ["138 0013 8000"], birthday: "--11-27" }],
  ],
  [
    "an iPhone, group prefixes, a label and a birthday without a year",
    card(
      "VERSION:3.0",
      "PRODID:-//Apple Inc.//iPhone OS 17.0//EN",
      "N:O'Neil\\, Jr.;Mary;Ann;;",
      "FN:Mary Ann O'Neil\\, Jr.",
      "item1.EMAIL;type=INTERNET;type=pref:mary@example.ie",
      "item1.X-ABLabel:_$!<School>!$_",
      "TEL;type=IPHONE;type=CELL;type=VOICE:+353 85 123 4567",
      "item2.ADR;type=HOME;type=pref:;;1 Quay Rd\\nFlat 2;Cork;;T12;Ireland",
      "item2.X-ABADR:ie",
      "BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-01",
    ),
    [
      {
        name: "Mary Ann O'Neil, Jr.",
        emails: ["mary@example.ie"],
        phones: ["+353 85 123 4567"],
        addresses: ["||1 Quay Rd\nFlat 2|Cork||T12|Ireland"],
        birthday: "--12-01",
      },
    ],
  ],
  [
    "a Mac's address book in UTF-16 without a byte order mark",
    Buffer.from(
      "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Żak;Łucja;;;\r\nFN:Łucja Żak\r\nTEL;type=HOME:22 123\r\nEND:VCARD\r\n",
      "utf16le",
    ),
    [{ name: "Łucja Żak", phones: ["22 123"] }],
  ],
  [
    "Gmail, with a mailbox without an @, and escaped colons in the address of a page",
    card(
      "VERSION:3.0",
      'FN:Bo \\"B\\" Berg',
      'N:Berg;Bo;"B";;',
      "EMAIL;TYPE=INTERNET:bo.berg",
      "item1.URL:http\\://example.com/bo",
      "TEL;TYPE=CELL:tel\\:+46 8 123",
      "BDAY:1979-05-06",
    ),
    [{ name: 'Bo "B" Berg', emails: ["bo.berg"], phones: ["+46 8 123"], birthday: "1979-05-06" }],
  ],
  [
    "Evolution, its own properties and a birthday with a time",
    card(
      "VERSION:3.0",
      "UID:pas-id-4A",
      "X-EVOLUTION-FILE-AS:Horn\\, Tea",
      "N:Horn;Tea;;;",
      "FN:Tea Horn",
      "EMAIL;X-EVOLUTION-UI-SLOT=1;TYPE=OTHER:tea@example.fi",
      'TEL;X-EVOLUTION-UI-SLOT=1;TYPE="HOME","VOICE":09 123',
      "ADR;TYPE=HOME:PL 5;;Katu 1;Oulu;;90100;Suomi",
      "LABEL;TYPE=HOME:Katu 1\\nOulu\\nPL 5\\n90100\\nSuomi",
      "BDAY:1991-02-03T00:00:00Z",
    ),
    [
      {
        name: "Tea Horn",
        emails: ["tea@example.fi"],
        phones: ["09 123"],
        addresses: ["PL 5||Katu 1|Oulu||90100|Suomi"],
        birthday: "1991-02-03",
      },
    ],
  ],
  [
    "KAddressBook, a name with only commas in N",
    card(
      "VERSION:3.0",
      "N:Smit\\, Jan",
      "FN:",
      "EMAIL:jan@example.nl",
      "TEL;TYPE=CELL,PREF:06-12345678",
      "BDAY:1985-10-11T00:00:00",
    ),
    [{ name: "Smit, Jan", emails: ["jan@example.nl"], phones: ["06-12345678"], birthday: "1985-10-11" }],
  ],
  [
    "Nextcloud, vCard 4 with groups, URIs and a gender",
    card(
      "VERSION:4.0",
      "UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
      "FN;PID=1.1:Ida Nord",
      "N:Nord;Ida;;;",
      "EMAIL;TYPE=HOME;PREF=1:mailto:ida@example.no",
      'TEL;VALUE=uri;TYPE="cell,home":tel:+47-22-12-34-56;ext=7',
      'ADR;TYPE=home;LABEL="Gate 1\\n0150 Oslo";GEO="geo:59.9,10.7":;;Gate 1;Oslo;;0150;Norge',
      "BDAY;VALUE=DATE-AND-OR-TIME:--0412",
      "GENDER:F",
    ),
    [
      {
        name: "Ida Nord",
        emails: ["ida@example.no"],
        phones: ["+47-22-12-34-56 ext. 7"],
        addresses: ["||Gate 1|Oslo||0150|Norge"],
        birthday: "--04-12",
      },
    ],
  ],
  [
    "Thunderbird, small letters and a year alone",
    lines(
      "begin:vcard",
      "fn:Otto Kern",
      "n:Kern;Otto",
      "adr;quoted-printable;dom:;;Gr=C3=BCner Weg 7;Ulm;;89073;DE",
      "email;internet:otto@example.de",
      "tel;work:0731/123",
      "bday:1950",
      "x-mozilla-html:FALSE",
      "version:2.1",
      "end:vcard",
    ),
    [
      {
        name: "Otto Kern",
        emails: ["otto@example.de"],
        phones: ["0731/123"],
        addresses: ["||Grüner Weg 7|Ulm||89073|DE"],
        birthday: "1950",
      },
    ],
  ],
  [
    "a byte order mark before every card of a joined file",
    bytes(
      "\ufeffBEGIN:VCARD\nVERSION:3.0\nFN:A One\nTEL:1\nEND:VCARD\n\ufeffBEGIN:VCARD\nVERSION:3.0\nFN:B Two\nTEL:2\nEND:VCARD\n",
    ),
    [
      { name: "A One", phones: ["1"] },
      { name: "B Two", phones: ["2"] },
    ],
  ],
  ["a nickname and nothing else", card("VERSION:3.0", "NICKNAME:Bobby\\, the"), [{ name: "Bobby, the" }]],
  [
    "a firm and nothing else",
    card("VERSION:2.1", "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9;;"),
    [{ name: "Café" }],
  ],
  [
    "no VERSION, no END and an N with too many parts",
    lines("BEGIN:VCARD", "N:Kim;Min-ji;;;;Kim", "TEL;TYPE=CELL:010-1234-5678", "BDAY:1999.12.31."),
    [{ name: "Min-ji Kim", phones: ["010-1234-5678"], birthday: "1999-12-31" }],
  ],
  [
    "a name in base64, folded",
    card("VERSION:3.0", "FN;ENCODING=B;CHARSET=UTF-8:w4lt", " aWxlIFpvbGE=", "EMAIL:emile@example.fr"),
    [{ name: "Émile Zola", emails: ["emile@example.fr"] }],
  ],
  [
    "quoted-printable that was folded as well, and a soft break before END",
    card(
      "VERSION:2.1",
      "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D0=98=D0=B2=D0=B0=D0=BD=",
      " =D0=9F=D0=B5=D1=82=D1=80=D0=BE=D0=B2",
      "TEL;CELL:+7 900 123-45-67",
      "NOTE;ENCODING=QUOTED-PRINTABLE:cut off=",
    ),
    [{ name: "ИванПетров", phones: ["+7 900 123-45-67"] }],
  ],
  [
    "an address broken over bare lines, and a program's own line behind it",
    card(
      "VERSION:2.1",
      "FN:Pat Hill",
      "ADR;HOME:;;12 High St",
      "Flat B;Leeds;;LS1;UK",
      "SKYPEID:pat.hill",
      "TEL;HOME:0113 1",
    ),
    [{ name: "Pat Hill", phones: ["0113 1"], addresses: ["||12 High St\nFlat B|Leeds||LS1|UK"] }],
  ],
  [
    "empty values, phones of blanks and the same number twice",
    card(
      "VERSION:3.0",
      "FN: Uma Rao ",
      "N:Rao;Uma",
      "TEL;TYPE=HOME:",
      "TEL;TYPE=CELL:  ",
      "TEL: +91 98 ",
      "EMAIL:",
      "ADR;TYPE=HOME:;;;;;;",
      "BDAY:",
    ),
    [{ name: "Uma Rao", phones: ["+91 98"] }],
  ],
  [
    "an e-mail with a name around it, one with a subject, and one in capitals",
    card(
      "VERSION:3.0",
      "FN:Lou Hay",
      'EMAIL:"Hay, Lou" <lou@example.com>',
      "EMAIL:mailto:lou2@example.com?subject=Hi",
      "EMAIL;TYPE=INTERNET:LOU3@EXAMPLE.COM",
    ),
    [{ name: "Lou Hay", emails: ["lou@example.com", "lou2@example.com", "LOU3@EXAMPLE.COM"] }],
  ],
  [
    "a birthday nobody can be sure of, which is not made up",
    card("VERSION:3.0", "FN:Max Roe", "BDAY:04/05/1980", "TEL:sip:+1 555"),
    [{ name: "Max Roe", phones: ["+1 555"] }],
  ],
  [
    "a Siemens phone, semicolons that were escaped in a 2.1 card",
    card(
      "VERSION:2.1",
      "N:Bauer\\;Söhne;Kurt",
      "FN:Kurt Bauer\\;Söhne",
      "TEL;CAR:0171",
      "TEL;PAGER:99",
      "ADR;DOM;PARCEL;HOME:;;Am Tor 2\\; links;Wien;;1010;",
    ),
    [{ name: "Kurt Bauer;Söhne", phones: ["0171", "99"], addresses: ["||Am Tor 2; links|Wien||1010|"] }],
  ],
  [
    "a head that was folded, blanks around its parts, and groups with a dash",
    card(
      "VERSION:3.0",
      "FN:Jo Day",
      "EMAIL;TYPE=INTER",
      " NET;TYPE=HOME:jo@example.com",
      "my-group.TEL ; TYPE = CELL :5",
      "MY-GROUP.X-ABLABEL:Boat",
      "sip.TEL;VALUE=uri:sip:jo@example.com",
    ),
    [{ name: "Jo Day", emails: ["jo@example.com"], phones: ["5", "sip:jo@example.com"] }],
  ],
  [
    "a soft break that a phone wrote before an empty line, and another charset's label",
    card(
      "VERSION:2.1",
      "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:L=F6w;S=F8ren=",
      "",
      "TEL;CELL:1",
      "BDAY:19720606T000000Z",
    ),
    [{ name: "Søren Löw", phones: ["1"], birthday: "1972-06-06" }],
  ],
  [
    "a card whose head says quoted-printable while its text is plain",
    card(
      "VERSION:2.1",
      "FN;ENCODING=QUOTED-PRINTABLE:1+1=2 Club",
      "TEL;VOICE;ENCODING=QUOTED-PRINTABLE:=2B49=20171",
      "EMAIL;ENCODING=QUOTED-PRINTABLE:club=40example.org",
    ),
    [{ name: "1+1=2 Club", emails: ["club@example.org"], phones: ["+49 171"] }],
  ],
  [
    "three files joined without a line end between them",
    bytes(
      "BEGIN:VCARD\nFN:A One\nTEL:1\nEND:VCARDBEGIN:VCARD\nFN:B Two\nTEL:2\nEND:VCARD\ufeffBEGIN:VCARD\nFN:C Three\nEND:VCARD",
    ),
    [{ name: "A One", phones: ["1"] }, { name: "B Two", phones: ["2"] }, { name: "C Three" }],
  ],
];

describe("friends as old and odd programs wrote them", () => {
  test.each(CARDS)("%s", (_, file, friends) => {
    const { people, skipped } = readCards(file);
    const seen = people.map((person) => ({
      name: person.name.full,
      emails: person.emails.map(({ value }) => value),
      phones: person.phones.map(({ value, extension }) => (extension ? `${value} ext. ${extension}` : value)),
      addresses: person.addresses.map((one) =>
        [one.poBox, one.extended, one.street, one.locality, one.region, one.postalCode, one.country].join(
          "|",
        ),
      ),
      birthday: person.birthday?.date ? formatCardDate(person.birthday.date) : null,
    }));

    expect(skipped).toEqual([]);
    expect(seen).toEqual(
      friends.map((friend) => ({ emails: [], phones: [], addresses: [], birthday: null, ...friend })),
    );
  });
});
