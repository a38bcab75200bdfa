import type { PhrasesOfLanguage } from "@/lib/domain/draft/starting-phrases";

export const frenchPhrases: PhrasesOfLanguage = {
  "somebody-else": [
    "Non, mais je connais quelqu’un",
    "Merci d’avoir pensé à moi, {prénom}. Je ne suis pas la bonne personne pour cela, mais je connais quelqu’un qui pourrait l’être : {quelqu’un d’autre}. Puis-je faire les présentations ?",
  ],
  invitation: [
    "Invitation déclinée",
    "Un grand merci pour l’invitation, {prénom}. Je ne pourrai malheureusement pas venir le {date}, et je le regrette. Je souhaite à tout le monde une belle journée, et j’aimerais beaucoup savoir comment elle s’est passée.",
  ],
  request: [
    "Demande non acceptée",
    "Merci pour le message, {prénom}. Je réserve ce réseau aux personnes que j’ai déjà rencontrées et je laisse donc la demande de côté pour l’instant. Si nos chemins se croisent un jour, ce sera avec plaisir.",
  ],
  "no-time": [
    "Pas le temps ce mois-ci",
    "Je préfère le dire tout de suite, {prénom} : ce mois-ci est plein, et je ne pourrais pas y consacrer le temps qu’il faut. Reparlons-en en {mois}, si cela convient.",
  ],
  favour: [
    "Un service impossible à rendre",
    "J’y ai bien réfléchi, {prénom}, et je dois dire non pour {ce qui est demandé}. Ce n’est pas une réponse facile à donner, mais je ne voulais pas rester sans répondre.",
  ],
  message: [
    "Merci pour un message",
    "Merci pour ce message, {prénom}. Les lignes sur {sujet} me sont restées en tête toute la journée.",
  ],
  gift: [
    "Merci pour un cadeau",
    "{cadeau} : bien reçu aujourd’hui, {prénom}, et déjà à sa place chez moi. Merci, cette attention me touche beaucoup.",
  ],
  evening: [
    "Merci pour la soirée",
    "Merci pour la soirée du {date}, {prénom}. J’en garde un très bon souvenir et je pense encore à notre conversation sur {sujet}. La prochaine fois, ce sera chez nous.",
  ],
  answer: [
    "Une vraie réponse plus tard",
    "Le message est bien arrivé, {prénom}, et je tiens à y répondre comme il faut. Il me faut jusqu’au {date}. Si c’est trop tard, un mot suffit et je trouverai un moment plus tôt.",
  ],
  meeting: [
    "Une autre date",
    "Pardon de changer nos plans, {prénom} : finalement, le {date} ne m’est plus possible. Est-ce que {autre date} irait aussi ? Sinon, deux ou trois propositions, et je m’arrangerai pour l’une d’elles.",
  ],
  "may-i": [
    "Puis-je vous présenter ?",
    "J’aimerais faire une présentation, {prénom} : {quelqu’un d’autre}, parce que {raison}. Puis-je vous mettre en contact ? Si ce n’est pas le moment, un simple non suffit.",
  ],
  both: [
    "Deux personnes à réunir",
    "{prénom}, voici {quelqu’un d’autre}. {quelqu’un d’autre}, voici {prénom}. Vous partagez un intérêt pour {sujet commun}, et je crois que la conversation vous plairait. Je vous laisse la suite.",
  ],
};
