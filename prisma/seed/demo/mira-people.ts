import type { Circle } from "@/lib/domain/policy/default-tags";
import type { DemoClock } from "./demo-clock";

/** Somebody of the demo, all invented. `born` is when their birthday is, seen from now. */
export type DemoPerson = {
  name: string;
  circle: Circle;
  born?: ReturnType<DemoClock["yearly"]>;
  married?: ReturnType<DemoClock["yearly"]>;
  leadDays?: number;
  nicknames?: string[];
  organization?: string;
  jobTitle?: string;
  howMet?: string;
  careful?: string;
  note?: string;
  phone?: string;
  zone?: string;
  language?: string;
  isPrivate?: boolean;
  /** All of their circles, from near to far, where there are several. */
  circles?: Circle[];
  /** How the name is said. */
  saidAs?: string;
};

/** The people in Mira Holt's life. */
export function miraPeople({ yearly }: DemoClock): DemoPerson[] {
  return [
    {
      name: "Beth Holt",
      circle: "inner",
      circles: ["inner", "family"],
      nicknames: ["Aunt Beth"],
      born: yearly(40, 79),
      howMet: "Mother’s younger sister.",
      careful: "Hears badly on the left; ring before ten in the morning.",
      note: "Grows dahlias. Likes real letters, and being asked for advice.",
      phone: "+49 30 5550 1101",
    },
    {
      name: "Tomas Lind",
      circle: "inner",
      born: yearly(163, 48),
      howMet: "University rowing, 1998.",
      careful: "Does not like phone calls at work.",
      note: "His father Arne taught Mira to varnish. The summer of the boat.",
      phone: "+46 8 5550 1102",
      zone: "Europe/Stockholm",
      language: "sv",
    },
    {
      name: "Nils Holt",
      circle: "inner",
      circles: ["inner", "family"],
      born: yearly(6, 44),
      howMet: "Brother.",
      careful: "Not before the children are in bed, half past eight.",
      note: "Lena, Per (9), Maja (6). Moving house in spring.",
      phone: "+49 40 5550 1103",
    },
    {
      name: "Priya Raman",
      circle: "inner",
      born: yearly(-30, 45),
      howMet: "Shared a studio in Leith, 2006.",
      note: "In Toronto since last year. Coffee every second month, on screen.",
      zone: "America/Toronto",
      language: "en-CA",
    },
    {
      name: "Leni Falk",
      circle: "inner",
      born: yearly(3, 12),
      howMet: "Goddaughter.",
      careful: "Her parents are separated: two cards, two addresses.",
      note: "Climbs, and reads everything about octopuses.",
    },
    {
      name: "Noor Haddad",
      circle: "friends",
      saidAs: "noor, to rhyme with tour; ha-DAHD",
      born: yearly(6, 40),
      leadDays: 8,
      howMet: "Choir, second alto.",
      note: "Last year: a phone call, by Mira. Loves stamped paper.",
      phone: "+49 30 5550 1106",
    },
    {
      name: "Joon Park",
      circle: "friends",
      born: yearly(95, 41),
      howMet: "The bike trip along the Oder.",
      note: "Starts at the tram company in January.",
      phone: "+49 30 5550 1107",
    },
    {
      name: "Elin Sørensen",
      circle: "friends",
      phone: "+45 86 5550 1108",
      born: yearly(37, 52),
      howMet: "The first Makers’ Supper, in a boat shed in Aarhus.",
      organization: "Makers’ Supper",
      careful: "Vegetarian. Never surprise her.",
      zone: "Europe/Copenhagen",
      language: "da",
    },
    {
      name: "Ida Lind",
      circle: "friends",
      born: yearly(23),
      howMet: "Tomas’s sister.",
      note: "Nurse, works nights every other week.",
      zone: "Europe/Stockholm",
      language: "sv",
    },
    {
      name: "Mateo Ibarra",
      circle: "friends",
      born: yearly(1, 50),
      howMet: "Neighbour on the second floor, until 2015.",
      zone: "Europe/Madrid",
      language: "es",
    },
    {
      name: "Hanne Vogt",
      circle: "friends",
      born: yearly(11, 63),
      howMet: "Taught the evening class in bookbinding.",
      careful: "Widowed in March; her first birthday without Karl.",
    },
    {
      name: "Sam Okoro",
      circle: "friends",
      howMet: "Leith, the flat above the bakery.",
      married: yearly(4, 10),
      note: "Married to Ruth. Two girls.",
      zone: "Europe/London",
    },
    {
      name: "Ruth Okoro",
      circle: "friends",
      born: yearly(70, 43),
      howMet: "Through Sam.",
      zone: "Europe/London",
    },
    {
      name: "Ama Boateng",
      circle: "friends",
      born: { month: 2, day: 29, year: 1984 },
      howMet: "The residency in Accra.",
      note: "Keeps her birthday on the last of February.",
      zone: "Africa/Accra",
    },
    { name: "Kwame Boateng", circle: "wider", howMet: "Ama’s brother; framed the spring show." },
    { name: "Jolanta Wrona", circle: "friends", born: yearly(-2, 47), howMet: "Choir.", language: "pl" },
    {
      name: "Per Aksel Dahl",
      circle: "professional",
      organization: "Harbour Trust",
      jobTitle: "Chair of the board",
      born: yearly(14, 66),
      howMet: "The commission for the pilot house.",
      careful: "Formal. Surname until he offers otherwise.",
      zone: "Europe/Oslo",
    },
    {
      name: "Greta Amsel",
      circle: "professional",
      organization: "Ministry of Culture",
      jobTitle: "Head of programme",
      howMet: "The harbour funding.",
      careful: "Everything in writing, please.",
    },
    {
      name: "Dmitri Sokol",
      circle: "professional",
      organization: "Sokol Print",
      howMet: "Prints every edition since 2012.",
      born: yearly(120),
    },
    {
      name: "Yuki Tanabe",
      circle: "professional",
      saidAs: "YOO-kee tah-NAH-beh, all parts equal",
      organization: "Tanabe Paper",
      jobTitle: "Paper maker",
      howMet: "Kyoto fair, 2019.",
      zone: "Asia/Tokyo",
      language: "ja",
      born: yearly(5, 58),
    },
    {
      name: "Clara Weiss",
      circle: "professional",
      organization: "Gallery Weiss & Tochter",
      howMet: "Two shows together.",
      note: "Thinks slowly, answers fully.",
    },
    {
      name: "Omar Farouk",
      circle: "professional",
      organization: "Studio Farouk",
      jobTitle: "Architect",
      howMet: "The pilot house.",
      born: yearly(59, 39),
    },
    {
      name: "Ines Carvalho",
      circle: "professional",
      organization: "Radio Atlântico",
      jobTitle: "Editor",
      howMet: "The interview that went well.",
      zone: "Europe/Lisbon",
      language: "pt",
    },
    {
      name: "Bram de Groot",
      circle: "professional",
      organization: "De Groot Frames",
      howMet: "Frames, since always.",
      zone: "Europe/Amsterdam",
      language: "nl",
    },
    {
      name: "Vera Lindqvist",
      circle: "wider",
      howMet: "Wrote after the radio interview.",
      note: "Has a letterpress in a barn.",
    },
    {
      name: "Old Mr. Petersen",
      circle: "wider",
      howMet: "Keeps the boat shed.",
      born: yearly(9, 84),
      careful: "No mobile phone. The harbour office takes messages.",
    },
    {
      name: "Lucía Ferrer",
      circle: "wider",
      howMet: "Workshop in Valencia, 2023.",
      language: "es",
      born: yearly(31),
    },
    { name: "Anselm Roth", circle: "wider", howMet: "Collects the small prints." },
    {
      name: "Zoë Brandt",
      circle: "wider",
      howMet: "Intern, spring 2024.",
      born: yearly(2, 26),
      note: "Looking for her first studio.",
    },
    {
      name: "George Whitcombe-Featherstonehaugh of Upper Slaughter",
      circle: "wider",
      born: yearly(12),
      howMet: "Bought the big one, unseen.",
    },
    {
      name: "يوسف العمري",
      circle: "professional",
      organization: "معهد البحر",
      born: yearly(18, 44),
      howMet: "The paper exchange.",
      zone: "Asia/Dubai",
      language: "ar",
    },
    {
      name: "Elin Sorensen",
      circle: "wider",
      phone: "+45 8655 501108",
      howMet: "From the old telephone’s address book.",
    },
    {
      name: "Edith Holt",
      circle: "family",
      born: yearly(8, 91),
      howMet: "Grandmother’s sister.",
      note: "Taught Mira to set type.",
    },
    { name: "Arne Lind", circle: "friends", born: yearly(-60, 81), howMet: "Tomas’s father." },
    {
      name: "Doctor Quill",
      circle: "wider",
      isPrivate: true,
      howMet: "Thursdays.",
      note: "Nobody’s business but Mira’s.",
    },
  ];
}
