import { z } from "zod";
import type { BookDetail, BookState, BookView } from "@/lib/domain/address-book/book";
import {
  type CalendarSource,
  type CalendarSourceDetail,
  type CalendarState,
  calendarKinds,
  type FoundAtAddress,
} from "@/lib/domain/calendar/source";
import { exactly } from "@/lib/schemas/views/exactly";
import { count, id, instant, seq, version } from "@/lib/schemas/views/parts";

const stateSchema = exactly<CalendarState & BookState>()(z.enum(["new", "in-step", "failing", "paused"]));

const calendarSourceSchema = exactly<CalendarSource>()(
  z.strictObject({
    id,
    version,
    name: z.string(),
    kind: z.enum(calendarKinds),
    isPrivate: z.boolean(),
    takesOurs: z.boolean(),
    state: stateSchema,
    lastSyncedAt: instant.nullable(),
    lastError: z.string(),
    host: z.string().nullable(),
    username: z.string().nullable(),
    events: count,
    waiting: count.nullable(),
    conflicts: count.nullable(),
    unread: count.nullable(),
  }),
);

export const calendarSourcesSchema = z.strictObject({ calendars: z.array(calendarSourceSchema) });

const bothSides = { label: z.string(), here: z.string(), there: z.string() };

export const calendarSourceDetailSchema = exactly<CalendarSourceDetail>()(
  z.strictObject({
    ...calendarSourceSchema.shape,
    conflictList: z.array(
      z.strictObject({
        href: z.string(),
        summary: z.string(),
        fields: z.array(z.strictObject(bothSides)),
      }),
    ),
    unreadList: z.array(z.strictObject({ href: z.string(), why: z.string() })),
  }),
);

export const foundCalendarsSchema = exactly<FoundAtAddress>()(
  z.strictObject({
    calendars: z.array(z.strictObject({ url: z.string(), name: z.string(), isWritable: z.boolean() })),
    feed: z.strictObject({ url: z.string(), name: z.string(), events: count }).nullable(),
  }),
);

/** One step of reading from elsewhere; `problem` is why it did not work, in a sentence. */
const step = { waiting: count, finished: z.boolean(), problem: z.string().nullable(), seq };

export const calendarStepSchema = z.strictObject({ ...step, events: count });
export const bookStepSchema = z.strictObject({ ...step, cards: count });

const bookSchema = exactly<BookView>()(
  z.strictObject({
    id,
    version,
    name: z.string(),
    url: z.string(),
    username: z.string(),
    circle: z.string(),
    state: stateSchema,
    lastSyncedAt: instant.nullable(),
    lastError: z.string(),
    cards: count,
    waiting: count,
    conflicts: count,
    gone: count,
    unread: count,
  }),
);

export const booksSchema = z.strictObject({ books: z.array(bookSchema) });

export const bookDetailSchema = exactly<BookDetail>()(
  z.strictObject({
    ...bookSchema.shape,
    conflictList: z.array(
      z.strictObject({
        href: z.string(),
        personId: id,
        name: z.string(),
        version,
        fields: z.array(z.strictObject({ field: z.string(), ...bothSides })),
      }),
    ),
    goneList: z.array(z.strictObject({ href: z.string(), personId: id.nullable(), name: z.string() })),
    unreadList: z.array(z.strictObject({ href: z.string(), label: z.string(), why: z.string() })),
  }),
);

export const foundBooksSchema = z.strictObject({
  books: z.array(z.strictObject({ url: z.string(), name: z.string() })),
});

/** `open`: how many fields still wait for the client's word. */
export const resolvedSchema = z.strictObject({ open: count, seq });
