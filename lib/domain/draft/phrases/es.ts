import type { PhrasesOfLanguage } from "@/lib/domain/draft/starting-phrases";

export const spanishPhrases: PhrasesOfLanguage = {
  "somebody-else": [
    "No, pero conozco a alguien",
    "Gracias por pensar en mí, {nombre}. No soy la persona indicada para esto, pero conozco a alguien que quizá lo sea: {otra persona}. ¿Hago las presentaciones?",
  ],
  invitation: [
    "Invitación declinada",
    "Muchas gracias por la invitación, {nombre}. El {fecha} no voy a poder estar, y de verdad lo siento. Espero que sea un día bonito y me encantará saber después cómo fue.",
  ],
  request: [
    "Solicitud no aceptada",
    "Gracias por el mensaje, {nombre}. En esta red me quedo con las personas que conozco en persona, así que de momento dejo la solicitud sin aceptar. Ojalá coincidamos algún día.",
  ],
  "no-time": [
    "Este mes no tengo tiempo",
    "Prefiero decirlo ya, {nombre}: este mes está completo y no podría dedicarle a esto el tiempo que merece. En {mes} lo hablamos con calma.",
  ],
  favour: [
    "Un favor que no puedo hacer",
    "Lo he pensado bien, {nombre}, y tengo que decir que no a {lo que se pide}. No me resulta fácil, pero no quería dejar la pregunta sin respuesta.",
  ],
  message: [
    "Gracias por un mensaje",
    "Gracias por el mensaje, {nombre}. Lo de {tema} me ha acompañado todo el día.",
  ],
  gift: [
    "Gracias por un regalo",
    "Hoy ha llegado {regalo}, {nombre}, y ya tiene su sitio en casa. Gracias por el detalle, me ha hecho mucha ilusión.",
  ],
  evening: [
    "Gracias por la velada",
    "Gracias por la velada del {fecha}, {nombre}. Volví a casa con una sonrisa y sigo pensando en lo que hablamos sobre {tema}. La próxima vez, en nuestra casa.",
  ],
  answer: [
    "Respuesta con calma",
    "El mensaje ha llegado, {nombre}, y quiero responder con calma. Necesito hasta el {fecha}. Si es demasiado tarde, basta con decírmelo y buscaré un momento antes.",
  ],
  meeting: [
    "Otra fecha",
    "Lo siento, {nombre}: al final el {fecha} no me es posible. ¿Vendría bien {otra fecha}? Si no, dos o tres propuestas y me organizo para una de ellas.",
  ],
  "may-i": [
    "¿Puedo hacer una presentación?",
    "Me gustaría hacer una presentación, {nombre}: {otra persona}, porque {motivo}. ¿Puedo facilitar el contacto? Si ahora no es buen momento, con un no es suficiente.",
  ],
  both: [
    "Dos personas que deberían conocerse",
    "{nombre}, aquí está {otra persona}. {otra persona}, aquí está {nombre}. Los dos comparten el interés por {tema en común}, y creo que una conversación valdría la pena. Lo demás queda en buenas manos.",
  ],
};
