/** What the columns of other programs' tables most likely mean, by their headings. */
import type { Column, ColumnKind } from "@/lib/domain/import/columns";

type Guess = [RegExp, ColumnKind, string?];

/** What {@link guessColumn} calls LinkedIn's column: it says how one met, with a day alone. */
export const CONNECTED_ON = "connected on LinkedIn";

/** Headings of Google (old and new), Outlook (English, German, French), LinkedIn, Thunderbird, Yahoo, converters of cards, and our own. */
const guesses: Guess[] = [
  [/^(firsthand id|uid|contact id)$/, "id"],
  [
    /^((full |display |formatted |contact )?name|fn|anzeigename|vollständiger name|nom complet|nombre completo)$/,
    "name",
  ],
  [/^(given name|first( name)?|vorname|prénom|nombre|nome|förnamn|voornaam)$/, "givenName"],
  [
    /^(additional name|middle( name)?|weitere vornamen|zweiter vorname|deuxième prénom|segundo nombre)$/,
    "middleName",
  ],
  [
    /^(family name|last( name)?|surname|nachname|familienname|nom|nom de famille|apellidos?|cognome|efternamn|achternaam)$/,
    "familyName",
  ],
  [/^(name prefix|title prefix|prefix|salutation|anrede|civilité)$/, "prefix"],
  [/^(name suffix|suffix|generational suffix|namenszusatz|suffixe)$/, "suffix"],
  [/^(nicknames?|spitzname|surnom|apodo|short name)$/, "nickname"],
  [/^(said as|how to say (it|the name)|pronunciation)$/, "saidAs"],
  [/^(phonetic first name|given( name)? yomi|vorname yomi)$/, "phoneticGiven"],
  [/^(phonetic last name|family name yomi|surname yomi|nachname yomi)$/, "phoneticFamily"],
  [
    /^(company( name)?|organi[sz]ation( 1 - | )?name|organi[sz]ation|org|firma|unternehmen|société|empresa|azienda|employer)$/,
    "organization",
  ],
  [/^(department|organization( 1 - | )department|abteilung|service)$/, "department"],
  [
    /^(job title|organization( 1 - | )title|position|titel|fonction|cargo|role|beruf|profession|occupation|stellung|arbeitstitel)$/,
    "jobTitle",
  ],
  [/^e-?mails?( address)?( \d+)? - (type|label)$|^e-?mail( \d+)? label$/, "emailLabel"],
  [
    /^(((primary|secondary|alternate) )?e-?mails?( ?address(es)?)?( \d+)?( address)?( - value)?|((primäre|sekundäre) )?e-?mail-?adresse( \d+)?|e-?mail \d+: adresse|adresse( de messagerie| e-?mail)( \d)?|correo( electrónico)?|courriel|mail)$/,
    "email",
  ],
  [/^phones?( \d+)? - (type|label)$|^phone( \d+)? label$/, "phoneLabel"],
  [/^(tele)?phones?( numbers?)?( \d+)?( - value)?$|^(telefon|téléphone|teléfono|tel\.?)( \d)?$/, "phone"],
  [
    /^(mobile( phone| number)?|mobiltelefon|mobil-tel\.-nr\.|handy|cell(ular)?( phone)?|iphone|portable|tél\. mobile|móvil)( \d)?$/,
    "phone",
    "mobile",
  ],
  [
    /^(company main phone|primary phone|other phone|car phone|radio phone|yahoo phone|tty\/tdd phone|isdn|assistant's phone|callback|weiteres telefon|haupttelefon|autotelefon|telefon (firma|assistent|für hörbehinderte)|rückmeldung)$/,
    "phone",
    "other",
  ],
  [
    /^((business|home|work|other) fax|fax( number| geschäftlich| privat)?|fax \(.*\)|weiteres fax|fax-nummer)$/,
    "phone",
    "fax",
  ],
  [/^pager( number|-nummer)?$/, "phone", "pager"],
  [/^address( \d+)? - (type|label)$|^address( \d+)? label$/, "addressLabel"],
  [/^address( \d+)?( - formatted)?$|^(adresse|anschrift|dirección|full address|adr)$/, "address"],
  [/^address( \d+)? - (street|extended address)$|^address line [123]$/, "street"],
  [/^(street( address)?|straße|strasse|rue|calle)( [23])?$/, "street"],
  [/^address( \d+)? - po box$|^((address )?po box|postfach|b\.?p\.?)$/, "poBox"],
  [/^address( \d+)? - city$|^(city|town|ort|stadt|ville|ciudad)$/, "city"],
  [
    /^address( \d+)? - region$|^(state|county|region|province|bundesland|(state|bundesland)\/(province|kanton)|dép\/région)$/,
    "region",
  ],
  [
    /^address( \d+)? - postal code$|^(post(al)? ?code|zip( ?code)?|plz|postleitzahl|code postal|código postal)$/,
    "postalCode",
  ],
  [/^address( \d+)? - country$|^(country|land|pays|país)(\/(region|région))?$/, "country"],
  [/^(website|link)( \d+)? - (type|label)$|^link( \d+)? label$/, "linkLabel"],
  [
    /^((website|link)( \d+)?( - value)?|web page( [12])?|urls?|webseite( [12])?|home ?page|web ?site|profile url|linkedin( url)?)$/,
    "link",
  ],
  [
    /^(birthday|birth ?date|bday|date of birth|geburtstag|geburtsdatum|anniversaire|date de naissance|cumpleaños|fecha de nacimiento|dob|compleanno)$/,
    "birthday",
  ],
  [/^(birth year|geburtsjahr)$/, "birthYear"],
  [/^(birth month|geburtsmonat)$/, "birthMonth"],
  [/^birth day$/, "birthDay"],
  [/^(anniversary|jahrestag|hochzeitstag|wedding anniversary|aniversario)$/, "anniversary"],
  [/^(event|day)( \d+)? - (type|label)$|^day( \d+)? label$/, "otherDateLabel"],
  [/^(event|day)( \d+)?( - value)?$/, "otherDate"],
  [/^(died|died on|date of death|gestorben)$/, "died"],
  [/^relation( \d+)? - (type|label)$|^relation( \d+)? label$/, "relationLabel"],
  [/^relation( \d+)?( - value)?$/, "relation"],
  [/^(spouse|partner|ehepartner|ehegatte\/in|partner\/in|conjoint)$/, "relation", "spouse"],
  [/^(children|kinder|enfants|child)$/, "relation", "child"],
  [/^(manager's name|manager|name des\/der vorgesetzten)$/, "relation", "manager"],
  [/^(assistant's name|name assistent)$/, "relation", "assistant"],
  [/^(referred by|empfohlen von)$/, "relation", "referred by"],
  [/^(how (we|you|i) met|how met|met)$/, "howMet"],
  [/^connected on$/, "howMet", CONNECTED_ON],
  [/^(careful( about)?|what to be careful about)$/, "careful"],
  [/^(notes?|notizen|bemerkungen|comments?|remarques|notas|description)$/, "note"],
  [/^(language|sprache|langue|idioma)$/, "language"],
  [/^(time ?zone|zeitzone)$/, "zone"],
  [/^(circles?|group membership|labels|groups?|category|categories|kategorien)$/, "circles"],
  [/^(private|privat|privé|privado|sensitivity|vertraulichkeit|critère de diffusion)$/, "private"],
];

/** Where something is, before it or behind it: "Business Street", "Straße geschäftlich 2", "Weiterer Ort", "Email (Home)". */
const places: [RegExp, string][] = [
  [/\b(home|private?|personal|domicile)\b/, "home"],
  [/\b(business|work|office|geschäftlich|dienstlich|bureau)\b/, "work"],
  [/\b(mobile|cell)\b/, "mobile"],
  [/\b(other|autre)\b|^weitere(r|s|\(s\))?(\/[re])?(?= )/, "other"],
];

const placed = new Set<ColumnKind>([
  "email",
  "phone",
  "address",
  "street",
  "poBox",
  "city",
  "region",
  "postalCode",
  "country",
  "link",
]);

/** What a column most likely means, by its own heading alone. */
export function guessColumn(heading: string): Column {
  const text = plain(heading);
  const known = guesses.find(([pattern]) => pattern.test(text));
  if (known) return { kind: known[1], label: known[2] ?? placeOf(text) };
  for (const [pattern, label] of places) {
    if (!pattern.test(text)) continue;
    const kind = kindOfPlaced(text.replace(pattern, " "));
    if (kind !== "skip") return { kind, label };
  }
  return { kind: "skip", label: "" };
}

/** What the columns of a table most likely mean. Some headings mean another thing beside some others. */
export function guessColumns(headings: string[]): Column[] {
  const texts = headings.map(plain);
  const columns = headings.map(guessColumn);
  const has = (...names: string[]) => names.every((name) => texts.includes(name));
  const hasJob = columns.some(({ kind }) => kind === "jobTitle");
  const isYahoo = has("first", "last", "mobile", "pager");
  return columns.map((column, n) => {
    const text = texts[n] ?? "";
    if (text === "title") return { kind: hasJob ? "prefix" : "jobTitle", label: "" };
    if (text === "birth day" && !has("birth month")) return { kind: "birthday", label: "" };
    if (text === "geburtstag" && has("geburtsmonat")) return { kind: "birthDay", label: "" };
    if (text === "ort" && has("ort geschäftlich")) return { kind: "skip", label: "" };
    if (isYahoo && /^(home|work|other|primary)$/.test(text))
      return { kind: "phone", label: text === "primary" ? "other" : text };
    return column;
  });
}

/** Which of several a column belongs to: "E-mail 2 - Value" → "2"; "" where a number only counts lines ("Home Street 2"). */
export function seriesOf(heading: string): string {
  const text = plain(heading);
  const found =
    /^(?:address|e-?mail|phone|website|link|relation|event|day) (\d+)$/.exec(text) ??
    /(\d+)\b.*\p{L}/u.exec(text);
  return found?.[1] ?? "";
}

/** A second line of an address is its street's. */
function kindOfPlaced(rest: string): ColumnKind {
  const text = rest
    .replace(/[()[\]:]|(^|\s)-(\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (/^(address|adresse) [23]$/.test(text)) return "street";
  const kind = guesses.find(([pattern]) => pattern.test(text))?.[1] ?? "skip";
  return placed.has(kind) ? kind : "skip";
}

function placeOf(text: string): string {
  return places.find(([pattern]) => pattern.test(text))?.[1] ?? "";
}

function plain(heading: string): string {
  return heading
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .replace(/^["']|["']$/g, "")
    .trim();
}
