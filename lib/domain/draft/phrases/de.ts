import type { PhrasesOfLanguage } from "@/lib/domain/draft/starting-phrases";

export const germanPhrases: PhrasesOfLanguage = {
  "somebody-else": [
    "Nein, aber ich kenne jemanden",
    "Danke für die Anfrage, {Vorname}. Ich bin dafür nicht die richtige Adresse, aber ich kenne jemanden, der passen könnte: {jemand anderes}. Soll ich einen Kontakt herstellen?",
  ],
  invitation: [
    "Einladung abgesagt",
    "Vielen Dank für die Einladung, {Vorname}. Am {Datum} kann ich leider nicht dabei sein, und das tut mir wirklich leid. Ich wünsche einen schönen Tag und freue mich, wenn ich danach höre, wie es war.",
  ],
  request: [
    "Anfrage nicht angenommen",
    "Danke für die Nachricht, {Vorname}. Ich vernetze mich hier nur mit Menschen, die ich persönlich kenne, und lasse die Anfrage deshalb vorerst liegen. Vielleicht begegnen wir uns einmal, dann gern.",
  ],
  "no-time": [
    "Diesen Monat keine Zeit",
    "Lieber sage ich es gleich, {Vorname}: Dieser Monat ist voll, und ich könnte mir nicht die Zeit nehmen, die das verdient. Im {Monat} sieht es besser aus, bis dahin bitte ich um Geduld.",
  ],
  favour: [
    "Ein Gefallen, der nicht geht",
    "Ich habe darüber nachgedacht, {Vorname}, und muss bei {worum es geht} absagen. Leicht fällt mir das nicht, aber eine klare Antwort ist mir lieber als gar keine.",
  ],
  message: [
    "Danke für eine Nachricht",
    "Vielen Dank für die Nachricht, {Vorname}. Die Zeilen über {Thema} gehen mir seitdem nicht aus dem Kopf.",
  ],
  gift: [
    "Danke für ein Geschenk",
    "{Geschenk} ist heute angekommen, {Vorname}, und hat schon einen festen Platz. Danke, das hat mich sehr gefreut.",
  ],
  evening: [
    "Danke für den Abend",
    "Danke für den Abend am {Datum}, {Vorname}. Ich bin froh nach Hause gegangen und denke noch immer an unser Gespräch über {Thema}. Das nächste Mal bei uns.",
  ],
  answer: [
    "Antwort folgt in Ruhe",
    "Die Nachricht ist da, {Vorname}, und ich möchte sie in Ruhe beantworten. Dafür brauche ich bis {Datum}. Falls das zu spät ist, genügt ein kurzes Wort, dann finde ich früher einen Moment.",
  ],
  meeting: [
    "Ein anderer Termin",
    "Es tut mir leid, {Vorname}: Am {Datum} klappt es bei mir nun doch nicht. Ginge stattdessen {anderer Tag}? Sonst gern zwei, drei Vorschläge, einen davon mache ich möglich.",
  ],
  "may-i": [
    "Darf ich bekannt machen?",
    "Ich kenne jemanden, den ich gern vorstellen würde, {Vorname}: {jemand anderes}, und zwar weil {Grund}. Darf ich den Kontakt herstellen? Wenn es gerade nicht passt, ist ein Nein völlig in Ordnung.",
  ],
  both: [
    "Zwei, die sich kennen sollten",
    "{Vorname}, das ist {jemand anderes}. {jemand anderes}, das ist {Vorname}. Beide sind gerade mit {gemeinsames Thema} beschäftigt, und ich glaube, ein Gespräch würde sich lohnen. Alles Weitere überlasse ich euch.",
  ],
};
