import { calendarSchema } from "@/lib/schemas/calendar";
import {
  editProtectedSchema,
  exceptProtectedSchema,
  feedTargetSchema,
  makeFeedSchema,
  protectedSchema,
  seenVersionSchema,
  wishesSchema,
} from "@/lib/schemas/calendar-settings";
import {
  allowEventSchema,
  checkTimeSchema,
  createEventSchema,
  editEventSchema,
  eventPrivacySchema,
  moveEventSchema,
  readEventSchema,
  removeEventSchema,
  undoEventSchema,
} from "@/lib/schemas/event";
import { receiveInvitationSchema } from "@/lib/schemas/invitation";
import { operation } from "@/lib/schemas/operation";
import { calendarViewSchema } from "@/lib/schemas/views/calendar";
import { eventChangedSchema, eventDetailSchema, receivedSchema } from "@/lib/schemas/views/event";
import { feedsSchema, madeFeedSchema } from "@/lib/schemas/views/feed";
import { changedSchema, madeSchema, seqSchema } from "@/lib/schemas/views/parts";
import { protectedTimesSchema, timeCheckSchema } from "@/lib/schemas/views/times";

export const readCalendar = operation({
  id: "readCalendar",
  method: "GET",
  path: "/calendar",
  group: "Calendar",
  says: "Answers the tasks, entries, yearly days and kept time of a stretch of days.",
  more: "At most 100 days at once. What is private to the client is `busy`, without a word about it, for everybody else.",
  area: "calendar",
  input: calendarSchema,
  output: calendarViewSchema,
});

export const checkTimes = operation({
  id: "checkTimes",
  method: "POST",
  path: "/calendar/times",
  group: "Calendar",
  says: "Tells what stands in the way of a time, and up to three times that are free.",
  more: "Changes nothing.",
  area: "calendar",
  looksOnly: true,
  input: checkTimeSchema,
  output: timeCheckSchema,
});

export const wishCalendar = operation({
  id: "wishCalendar",
  method: "POST",
  path: "/calendar/wishes",
  group: "Calendar",
  says: "Changes the desk’s hours, the minutes on the way, and how long before a meeting it is checked.",
  area: null,
  input: wishesSchema,
  output: seqSchema,
});

export const allowEvent = operation({
  id: "allowEvent",
  method: "POST",
  path: "/events/{id}/allow",
  group: "Calendar",
  says: "Lets an entry stand over time that the client keeps, or keeps the time.",
  area: null,
  input: allowEventSchema,
  output: eventChangedSchema,
});

export const editEvent = operation({
  id: "editEvent",
  method: "POST",
  path: "/events/{id}/edit",
  group: "Calendar",
  says: "Changes one time of an entry, that and all that follow, or all of them.",
  more: "Entries of another calendar are changed there (`not-ours`). Over time that the client keeps it is `protected`, unless it is to wait for them (`hold`).",
  area: "calendar",
  input: editEventSchema,
  output: eventChangedSchema,
});

export const moveEvent = operation({
  id: "moveEvent",
  method: "POST",
  path: "/events/{id}/move",
  group: "Calendar",
  says: "Moves an entry on the wall of the desk’s zone, or makes it longer or shorter.",
  more: "Refused where changing it is. Everything else stays as it was.",
  area: "calendar",
  input: moveEventSchema,
  output: eventChangedSchema,
});

export const setEventPrivacy = operation({
  id: "setEventPrivacy",
  method: "POST",
  path: "/events/{id}/privacy",
  group: "Calendar",
  says: "Makes an entry private to the client, or open.",
  area: null,
  input: eventPrivacySchema,
  output: eventChangedSchema,
});

export const removeEvent = operation({
  id: "removeEvent",
  method: "POST",
  path: "/events/{id}/remove",
  group: "Calendar",
  says: "Takes an entry off the calendar, or some of its times.",
  more: "What another calendar keeps is taken away there (`not-ours`).",
  area: "calendar",
  input: removeEventSchema,
  output: eventChangedSchema,
});

export const readEvent = operation({
  id: "readEvent",
  method: "GET",
  path: "/events/{id}",
  group: "Calendar",
  says: "Answers one entry, with one of its times.",
  more: "The time that begins at `at`, or else the next.",
  area: "calendar",
  input: readEventSchema,
  output: eventDetailSchema,
});

export const createEvent = operation({
  id: "createEvent",
  method: "POST",
  path: "/events",
  group: "Calendar",
  says: "Puts an entry on the calendar.",
  more: "Over time that the client keeps it is `protected`, unless it is to wait for them in pencil (`hold`).",
  area: "calendar",
  input: createEventSchema,
  output: eventChangedSchema,
});

export const undoEvent = operation({
  id: "undoEvent",
  method: "POST",
  path: "/events/undo",
  group: "Calendar",
  says: "Takes a change of the calendar back, for whoever made it.",
  more: "For a day, and while nobody has touched the entry since.",
  area: "calendar",
  input: undoEventSchema,
  output: seqSchema,
});

export const reissueFeed = operation({
  id: "reissueFeed",
  method: "POST",
  path: "/feeds/{id}/reissue",
  group: "Feeds",
  says: "Gives a feed a new address, answered this once; the old one opens nothing any more.",
  area: null,
  input: feedTargetSchema,
  output: madeFeedSchema,
});

export const revokeFeed = operation({
  id: "revokeFeed",
  method: "POST",
  path: "/feeds/{id}/revoke",
  group: "Feeds",
  says: "Takes the address of a feed back, for good.",
  area: null,
  input: feedTargetSchema,
  output: seqSchema,
});

export const readFeeds = operation({
  id: "readFeeds",
  method: "GET",
  path: "/feeds",
  group: "Feeds",
  says: "Tells where the calendar is read elsewhere, without the addresses.",
  area: null,
  output: feedsSchema,
});

export const makeFeed = operation({
  id: "makeFeed",
  method: "POST",
  path: "/feeds",
  group: "Feeds",
  says: "Makes an address at which the calendar is read elsewhere, and answers it this once.",
  area: null,
  input: makeFeedSchema,
  output: madeFeedSchema,
});

export const receiveInvitation = operation({
  id: "receiveInvitation",
  method: "POST",
  path: "/invitations",
  group: "Invitations",
  says: "Takes an .ics file or a saved e-mail with an invitation, an answer or a cancellation in it.",
  more: "It goes where mail with an invitation goes: into a task, never straight to an answer.",
  area: "calendar",
  input: receiveInvitationSchema,
  output: receivedSchema,
});

export const editProtected = operation({
  id: "editProtected",
  method: "POST",
  path: "/protected-times/{id}/edit",
  group: "Protected time",
  says: "Says protected hours anew, as a whole.",
  area: null,
  input: editProtectedSchema,
  output: changedSchema,
});

export const exceptProtected = operation({
  id: "exceptProtected",
  method: "POST",
  path: "/protected-times/{id}/except",
  group: "Protected time",
  says: "Leaves one day out of protected hours that repeat.",
  area: null,
  input: exceptProtectedSchema,
  output: changedSchema,
});

export const removeProtected = operation({
  id: "removeProtected",
  method: "POST",
  path: "/protected-times/{id}/remove",
  group: "Protected time",
  says: "Gives protected hours free.",
  area: null,
  input: seenVersionSchema,
  output: changedSchema,
});

export const restoreProtected = operation({
  id: "restoreProtected",
  method: "POST",
  path: "/protected-times/{id}/restore",
  group: "Protected time",
  says: "Keeps hours again that were given free.",
  area: null,
  input: seenVersionSchema,
  output: changedSchema,
});

export const readProtected = operation({
  id: "readProtected",
  method: "GET",
  path: "/protected-times",
  group: "Protected time",
  says: "Answers the client’s protected hours, and their wishes for the calendar.",
  area: "calendar",
  output: protectedTimesSchema,
});

export const protectTime = operation({
  id: "protectTime",
  method: "POST",
  path: "/protected-times",
  group: "Protected time",
  says: "Keeps hours that are nobody’s to book, once or by a rule.",
  area: null,
  input: protectedSchema,
  output: madeSchema,
});
