import { expect, test } from "vitest";
import { addDays, instantAt, weekdayOf } from "@/lib/domain/calendar/zone-day";
import { demoClock } from "@/prisma/seed/demo/demo-clock";
import { miraCalendar } from "@/prisma/seed/demo/mira-calendar";

const ZONE = "Europe/Berlin";
const MONDAY = "2026-11-23";
const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const moments = days.flatMap((name, n) =>
  ["00:10", "09:00", "15:40", "23:50"].map((time) => [name, time, addDays(MONDAY, n)] as const),
);

test.each(moments)(
  "made on a %s at %s, the demo has nothing in Mira’s own time but what waits for her word",
  (_, time, day) => {
    const { hours, entries } = miraCalendar(demoClock(new Date(instantAt(day, time, ZONE)), ZONE));
    const minuteOf = (wall: string) => Number(wall.slice(-5, -3)) * 60 + Number(wall.slice(-2));
    // Every week counts, also where the hours are kept every second one only.
    const inTheWay = entries.filter(({ start, end, hold }) =>
      hours.some(({ firstOn, from, minutes }) => {
        const begins = minuteOf(from);
        const isThatDay = weekdayOf(firstOn) === weekdayOf(start.slice(0, 10));
        return !hold && isThatDay && minuteOf(start) < begins + minutes && minuteOf(end) > begins;
      }),
    );

    expect(inTheWay.map(({ summary }) => summary)).toEqual([]);
    expect(entries.some(({ hold }) => hold)).toBe(true);
  },
);
