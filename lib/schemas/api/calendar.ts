import { z } from "zod";
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

export const readCalendar = operation({
  id: "readCalendar",
  method: "GET",
  path: "/calendar",
  group: "Calendar",
  says: "Tasks, events and yearly days of a stretch of days.",
  area: "calendar",
  input: calendarSchema,
  output: z.unknown(),
});

export const checkTimes = operation({
  id: "checkTimes",
  method: "POST",
  path: "/calendar/times",
  group: "Calendar",
  says: "What stands in the way of a time, and what is free. Changes nothing.",
  area: "calendar",
  looksOnly: true,
  input: checkTimeSchema,
  output: z.unknown(),
});

export const wishCalendar = operation({
  id: "wishCalendar",
  method: "POST",
  path: "/calendar/wishes",
  group: "Calendar",
  says: "The desk's hours, ways, windows and checks.",
  area: null,
  input: wishesSchema,
  output: z.unknown(),
});

export const allowEvent = operation({
  id: "allowEvent",
  method: "POST",
  path: "/events/{id}/allow",
  group: "Calendar",
  says: "The client lets an entry stand over time that they keep, or keeps the time.",
  area: null,
  input: allowEventSchema,
  output: z.unknown(),
});

export const editEvent = operation({
  id: "editEvent",
  method: "POST",
  path: "/events/{id}/edit",
  group: "Calendar",
  says: "Changes one time of an entry, that and all that follow, or all of them.",
  area: "calendar",
  input: editEventSchema,
  output: z.unknown(),
});

export const moveEvent = operation({
  id: "moveEvent",
  method: "POST",
  path: "/events/{id}/move",
  group: "Calendar",
  says: "Moves an entry on the wall of the desk’s zone, or makes it longer or shorter.",
  area: "calendar",
  input: moveEventSchema,
  output: z.unknown(),
});

export const setEventPrivacy = operation({
  id: "setEventPrivacy",
  method: "POST",
  path: "/events/{id}/privacy",
  group: "Calendar",
  says: "The client makes an entry private, or open.",
  area: null,
  input: eventPrivacySchema,
  output: z.unknown(),
});

export const removeEvent = operation({
  id: "removeEvent",
  method: "POST",
  path: "/events/{id}/remove",
  group: "Calendar",
  says: "Takes an entry off the calendar, or some of its times.",
  area: "calendar",
  input: removeEventSchema,
  output: z.unknown(),
});

export const readEvent = operation({
  id: "readEvent",
  method: "GET",
  path: "/events/{id}",
  group: "Calendar",
  says: "One entry, with the one of its times that is meant.",
  area: "calendar",
  input: readEventSchema,
  output: z.unknown(),
});

export const createEvent = operation({
  id: "createEvent",
  method: "POST",
  path: "/events",
  group: "Calendar",
  says: "Puts an entry on the calendar.",
  area: "calendar",
  input: createEventSchema,
  output: z.unknown(),
});

export const undoEvent = operation({
  id: "undoEvent",
  method: "POST",
  path: "/events/undo",
  group: "Calendar",
  says: "Takes a change of the calendar back, for whoever made it.",
  area: "calendar",
  input: undoEventSchema,
  output: z.unknown(),
});

export const reissueFeed = operation({
  id: "reissueFeed",
  method: "POST",
  path: "/feeds/{id}/reissue",
  group: "Feeds",
  says: "A new address, answered this once; the old one opens nothing any more.",
  area: null,
  input: feedTargetSchema,
  output: z.unknown(),
});

export const revokeFeed = operation({
  id: "revokeFeed",
  method: "POST",
  path: "/feeds/{id}/revoke",
  group: "Feeds",
  says: "The address opens nothing any more.",
  area: null,
  input: feedTargetSchema,
  output: z.unknown(),
});

export const readFeeds = operation({
  id: "readFeeds",
  method: "GET",
  path: "/feeds",
  group: "Feeds",
  says: "Where the calendar is read elsewhere; without the addresses.",
  area: null,
  output: z.unknown(),
});

export const makeFeed = operation({
  id: "makeFeed",
  method: "POST",
  path: "/feeds",
  group: "Feeds",
  says: "Makes an address and answers it, this once.",
  area: null,
  input: makeFeedSchema,
  output: z.unknown(),
});

export const receiveInvitation = operation({
  id: "receiveInvitation",
  method: "POST",
  path: "/invitations",
  group: "Invitations",
  says: "An .ics file or a saved e-mail with an invitation, an answer or a cancellation in it.",
  area: "calendar",
  input: receiveInvitationSchema,
  output: z.unknown(),
});

export const editProtected = operation({
  id: "editProtected",
  method: "POST",
  path: "/protected-times/{id}/edit",
  group: "Protected time",
  says: "Says them anew, as a whole.",
  area: null,
  input: editProtectedSchema,
  output: z.unknown(),
});

export const exceptProtected = operation({
  id: "exceptProtected",
  method: "POST",
  path: "/protected-times/{id}/except",
  group: "Protected time",
  says: "Leaves one day out.",
  area: null,
  input: exceptProtectedSchema,
  output: z.unknown(),
});

export const removeProtected = operation({
  id: "removeProtected",
  method: "POST",
  path: "/protected-times/{id}/remove",
  group: "Protected time",
  says: "Gives them free.",
  area: null,
  input: seenVersionSchema,
  output: z.unknown(),
});

export const restoreProtected = operation({
  id: "restoreProtected",
  method: "POST",
  path: "/protected-times/{id}/restore",
  group: "Protected time",
  says: "Keeps them again.",
  area: null,
  input: seenVersionSchema,
  output: z.unknown(),
});

export const readProtected = operation({
  id: "readProtected",
  method: "GET",
  path: "/protected-times",
  group: "Protected time",
  says: "The client's protected hours, and their wishes of the calendar.",
  area: "calendar",
  output: z.unknown(),
});

export const protectTime = operation({
  id: "protectTime",
  method: "POST",
  path: "/protected-times",
  group: "Protected time",
  says: "Hours that are nobody's to book.",
  area: null,
  input: protectedSchema,
  output: z.unknown(),
});
