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
import { madeSchema, seqSchema } from "@/lib/schemas/views/parts";
import {
  bookDetailSchema,
  bookStepSchema,
  booksSchema,
  calendarSourceDetailSchema,
  calendarSourcesSchema,
  calendarStepSchema,
  foundBooksSchema,
  foundCalendarsSchema,
  resolvedSchema,
} from "@/lib/schemas/views/source";

export const editAddressBook = operation({
  id: "editAddressBook",
  method: "POST",
  path: "/address-books/{id}/edit",
  group: "Address books",
  says: "Changes what an address book is called, into which circle its people come, or how to sign in.",
  more: "Another way to sign in is tried first.",
  area: null,
  input: editBookSchema,
  output: madeSchema,
});

export const acceptGone = operation({
  id: "acceptGone",
  method: "POST",
  path: "/address-books/{id}/gone",
  group: "Address books",
  says: "Says what becomes of somebody whose card was deleted there: they stay, or are taken off the desk.",
  area: null,
  input: acceptGoneSchema,
  output: madeSchema,
});

export const pauseAddressBook = operation({
  id: "pauseAddressBook",
  method: "POST",
  path: "/address-books/{id}/pause",
  group: "Address books",
  says: "Stops reading an address book, or goes on with it.",
  area: null,
  input: pauseBookSchema,
  output: madeSchema,
});

export const removeAddressBook = operation({
  id: "removeAddressBook",
  method: "POST",
  path: "/address-books/{id}/remove",
  group: "Address books",
  says: "Forgets an address book and its password; the people who came from it stay.",
  area: null,
  input: removeBookSchema,
  output: madeSchema,
});

export const resolveConflict = operation({
  id: "resolveConflict",
  method: "POST",
  path: "/address-books/{id}/resolve",
  group: "Address books",
  says: "Says which side a field is to be, where both were changed.",
  more: "What is not decided stays open; `open` says how many fields.",
  area: null,
  input: resolveConflictSchema,
  output: resolvedSchema,
});

export const readAddressBook = operation({
  id: "readAddressBook",
  method: "GET",
  path: "/address-books/{id}",
  group: "Address books",
  says: "Answers an address book, with the cards that wait for the client’s word.",
  area: null,
  output: bookDetailSchema,
});

export const syncAddressBook = operation({
  id: "syncAddressBook",
  method: "POST",
  path: "/address-books/{id}/sync",
  group: "Address books",
  says: "Reads an address book, one step at a time.",
  more: "With `begin` its server is asked what is new; then it is asked again without, until `finished`. A server that does not answer is no refusal but a `problem`.",
  area: null,
  input: syncBookSchema,
  output: bookStepSchema,
});

export const lookForBooks = operation({
  id: "lookForBooks",
  method: "POST",
  path: "/address-books/look",
  group: "Address books",
  says: "Tells which address books a server has for a user.",
  more: "Nothing is kept.",
  area: null,
  input: lookForBooksSchema,
  output: foundBooksSchema,
});

export const readAddressBooks = operation({
  id: "readAddressBooks",
  method: "GET",
  path: "/address-books",
  group: "Address books",
  says: "Answers the client’s address books.",
  area: null,
  output: booksSchema,
});

export const addAddressBook = operation({
  id: "addAddressBook",
  method: "POST",
  path: "/address-books",
  group: "Address books",
  says: "Adds an address book, once its server has answered.",
  area: null,
  input: addBookSchema,
  output: madeSchema,
});

export const editCalendar = operation({
  id: "editCalendar",
  method: "POST",
  path: "/calendars/{id}/edit",
  group: "Calendars kept elsewhere",
  says: "Changes what a calendar is called, who sees what is in it, or how to get at it.",
  more: "Another way to get at it is tried first. Made private, everything in it is private at once.",
  area: null,
  input: editCalendarSchema,
  output: madeSchema,
});

export const pauseCalendar = operation({
  id: "pauseCalendar",
  method: "POST",
  path: "/calendars/{id}/pause",
  group: "Calendars kept elsewhere",
  says: "Stops reading a calendar, or goes on with it.",
  area: null,
  input: pauseCalendarSchema,
  output: madeSchema,
});

export const removeCalendar = operation({
  id: "removeCalendar",
  method: "POST",
  path: "/calendars/{id}/remove",
  group: "Calendars kept elsewhere",
  says: "Forgets a calendar and its password; what came from it stays, or goes too.",
  area: null,
  input: removeCalendarSchema,
  output: madeSchema,
});

export const resolveItem = operation({
  id: "resolveItem",
  method: "POST",
  path: "/calendars/{id}/resolve",
  group: "Calendars kept elsewhere",
  says: "Says which side an entry is to be, where both were changed.",
  area: null,
  input: resolveItemSchema,
  output: seqSchema,
});

export const readCalendarSource = operation({
  id: "readCalendarSource",
  method: "GET",
  path: "/calendars/{id}",
  group: "Calendars kept elsewhere",
  says: "Tells how a calendar kept elsewhere stands, with what in it could not be read.",
  area: "calendar",
  output: calendarSourceDetailSchema,
});

export const syncCalendar = operation({
  id: "syncCalendar",
  method: "POST",
  path: "/calendars/{id}/sync",
  group: "Calendars kept elsewhere",
  says: "Reads a calendar, one step at a time.",
  more: "With `begin` its server is asked what is new; then it is asked again without, until `finished`. A server that does not answer is no refusal but a `problem`.",
  area: null,
  input: syncCalendarSchema,
  output: calendarStepSchema,
});

export const lookForCalendars = operation({
  id: "lookForCalendars",
  method: "POST",
  path: "/calendars/look",
  group: "Calendars kept elsewhere",
  says: "Tells which calendars are behind an address.",
  more: "Nothing is kept. Without a user name the address is read as a file.",
  area: null,
  input: lookForCalendarsSchema,
  output: foundCalendarsSchema,
});

export const readCalendars = operation({
  id: "readCalendars",
  method: "GET",
  path: "/calendars",
  group: "Calendars kept elsewhere",
  says: "Answers the calendars that are read from elsewhere.",
  more: "Where they are kept is told to the client alone.",
  area: "calendar",
  output: calendarSourcesSchema,
});

export const addCalendar = operation({
  id: "addCalendar",
  method: "POST",
  path: "/calendars",
  group: "Calendars kept elsewhere",
  says: "Adds a calendar that is kept elsewhere, once it was looked at.",
  area: null,
  input: addCalendarSchema,
  output: madeSchema,
});
