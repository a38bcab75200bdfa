import { z } from "zod";
import {
  acceptGoneSchema,
  addBookSchema,
  editBookSchema,
  lookForBooksSchema,
  pauseBookSchema,
  removeBookSchema,
  resolveConflictSchema,
  syncBookSchema,
} from "@/lib/schemas/address-book";
import {
  addCalendarSchema,
  editCalendarSchema,
  lookForCalendarsSchema,
  pauseCalendarSchema,
  removeCalendarSchema,
  resolveItemSchema,
  syncCalendarSchema,
} from "@/lib/schemas/calendar-settings";
import { operation } from "@/lib/schemas/operation";

export const editAddressBook = operation({
  id: "editAddressBook",
  method: "POST",
  path: "/address-books/{id}/edit",
  group: "Address books",
  says: "Changes its name, circle, or how to sign in.",
  area: null,
  input: editBookSchema,
  output: z.unknown(),
});

export const acceptGone = operation({
  id: "acceptGone",
  method: "POST",
  path: "/address-books/{id}/gone",
  group: "Address books",
  says: "What becomes of somebody whose card was deleted there.",
  area: null,
  input: acceptGoneSchema,
  output: z.unknown(),
});

export const pauseAddressBook = operation({
  id: "pauseAddressBook",
  method: "POST",
  path: "/address-books/{id}/pause",
  group: "Address books",
  says: "Stops reading it, or goes on.",
  area: null,
  input: pauseBookSchema,
  output: z.unknown(),
});

export const removeAddressBook = operation({
  id: "removeAddressBook",
  method: "POST",
  path: "/address-books/{id}/remove",
  group: "Address books",
  says: "Forgets it; its people stay.",
  area: null,
  input: removeBookSchema,
  output: z.unknown(),
});

export const resolveConflict = operation({
  id: "resolveConflict",
  method: "POST",
  path: "/address-books/{id}/resolve",
  group: "Address books",
  says: "Which side a field is to be, where both changed.",
  area: null,
  input: resolveConflictSchema,
  output: z.unknown(),
});

export const readAddressBook = operation({
  id: "readAddressBook",
  method: "GET",
  path: "/address-books/{id}",
  group: "Address books",
  says: "A book, with the cards that wait for the client's word.",
  area: null,
  output: z.unknown(),
});

export const syncAddressBook = operation({
  id: "syncAddressBook",
  method: "POST",
  path: "/address-books/{id}/sync",
  group: "Address books",
  says: "One step of reading it; asked again until `finished`.",
  area: null,
  input: syncBookSchema,
  output: z.unknown(),
});

export const lookForBooks = operation({
  id: "lookForBooks",
  method: "POST",
  path: "/address-books/look",
  group: "Address books",
  says: "Which address books a server has for a user. Nothing is kept.",
  area: null,
  input: lookForBooksSchema,
  output: z.unknown(),
});

export const readAddressBooks = operation({
  id: "readAddressBooks",
  method: "GET",
  path: "/address-books",
  group: "Address books",
  says: "The client's books; nobody else sees any.",
  area: null,
  output: z.unknown(),
});

export const addAddressBook = operation({
  id: "addAddressBook",
  method: "POST",
  path: "/address-books",
  group: "Address books",
  says: "Adds a book, once its server has been asked.",
  area: null,
  input: addBookSchema,
  output: z.unknown(),
});

export const editCalendar = operation({
  id: "editCalendar",
  method: "POST",
  path: "/calendars/{id}/edit",
  group: "Calendars kept elsewhere",
  says: "Changes its name, who sees it, or how to get at it.",
  area: null,
  input: editCalendarSchema,
  output: z.unknown(),
});

export const pauseCalendar = operation({
  id: "pauseCalendar",
  method: "POST",
  path: "/calendars/{id}/pause",
  group: "Calendars kept elsewhere",
  says: "Stops reading it, or goes on.",
  area: null,
  input: pauseCalendarSchema,
  output: z.unknown(),
});

export const removeCalendar = operation({
  id: "removeCalendar",
  method: "POST",
  path: "/calendars/{id}/remove",
  group: "Calendars kept elsewhere",
  says: "Forgets it; what came from it stays, or goes too.",
  area: null,
  input: removeCalendarSchema,
  output: z.unknown(),
});

export const resolveItem = operation({
  id: "resolveItem",
  method: "POST",
  path: "/calendars/{id}/resolve",
  group: "Calendars kept elsewhere",
  says: "Which side an entry is to be, where both changed it.",
  area: null,
  input: resolveItemSchema,
  output: z.unknown(),
});

export const readCalendarSource = operation({
  id: "readCalendarSource",
  method: "GET",
  path: "/calendars/{id}",
  group: "Calendars kept elsewhere",
  says: "How a calendar stands, with what in it could not be read.",
  area: "calendar",
  output: z.unknown(),
});

export const syncCalendar = operation({
  id: "syncCalendar",
  method: "POST",
  path: "/calendars/{id}/sync",
  group: "Calendars kept elsewhere",
  says: "One step of reading it; asked again until `finished`.",
  area: null,
  input: syncCalendarSchema,
  output: z.unknown(),
});

export const lookForCalendars = operation({
  id: "lookForCalendars",
  method: "POST",
  path: "/calendars/look",
  group: "Calendars kept elsewhere",
  says: "What is behind an address. Nothing is kept.",
  area: null,
  input: lookForCalendarsSchema,
  output: z.unknown(),
});

export const readCalendars = operation({
  id: "readCalendars",
  method: "GET",
  path: "/calendars",
  group: "Calendars kept elsewhere",
  says: "Those that are read from elsewhere; where they are kept is told to the client alone.",
  area: "calendar",
  output: z.unknown(),
});

export const addCalendar = operation({
  id: "addCalendar",
  method: "POST",
  path: "/calendars",
  group: "Calendars kept elsewhere",
  says: "Adds a calendar, once it was looked at.",
  area: null,
  input: addCalendarSchema,
  output: z.unknown(),
});
