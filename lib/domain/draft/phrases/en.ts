import type { PhrasesOfLanguage } from "@/lib/domain/draft/starting-phrases";

export const englishPhrases: PhrasesOfLanguage = {
  "somebody-else": [
    "No, but I know someone",
    "Thank you for asking me, {first name}. I am not the right person for this, but I know someone who may be: {somebody else}. Shall I put the two of you in touch?",
  ],
  invitation: [
    "Invitation declined",
    "Thank you for the invitation, {first name}. I cannot be there on {date}, and I am sorry to miss it. I hope it turns into a good day, and I would love to hear about it afterwards.",
  ],
  request: [
    "Request not accepted",
    "Thank you for getting in touch, {first name}. I keep this circle to people I know in person, so I will leave your request for now. I hope we meet one day and can change that.",
  ],
  "no-time": [
    "No time this month",
    "I would rather tell you now than keep you waiting, {first name}: this month is full, and I could not give this the time it needs. Please ask me again in {month}.",
  ],
  favour: [
    "A favour I cannot do",
    "I have thought about it, {first name}, and I have to say no to {what was asked}. It was not an easy answer to give, and I did not want to leave you without one.",
  ],
  message: [
    "Thanks for a message",
    "Thank you for your message, {first name}. What you wrote about {what they wrote about} stayed with me all day.",
  ],
  gift: [
    "Thanks for a gift",
    "{gift} arrived today, {first name}, and it already has its place here. Thank you for thinking of me.",
  ],
  evening: [
    "Thanks for the evening",
    "Thank you for having me on {date}, {first name}. I went home glad, and I am still thinking about {what we talked about}. Next time you come to us.",
  ],
  answer: [
    "A proper answer later",
    "Your message is here, {first name}, and I want to answer it properly. I need until {date}. If that is too late for you, tell me and I will find a moment sooner.",
  ],
  meeting: [
    "Another date",
    "I am sorry, {first name}: I cannot make {date} after all. Would {another date} suit you as well? If not, name two or three days, and I will make one of them work.",
  ],
  "may-i": [
    "May I introduce you?",
    "There is someone I would like you to meet, {first name}: {somebody else}, who {why they should meet}. May I introduce you? If it does not suit you now, simply say no.",
  ],
  both: [
    "You two should know each other",
    "{first name}, this is {somebody else}. {somebody else}, this is {first name}. You are both busy with {what they share}, and I think you would enjoy a conversation. I leave the rest to you.",
  ],
};
