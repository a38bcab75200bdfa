import type { ProtectedInput } from "@/lib/domain/calendar/kept";

/** Every Friday evening in Berlin, from 4 December 2026 on; or what else is said. */
export function evening(said: Partial<ProtectedInput> = {}): ProtectedInput {
  return {
    title: "Evenings",
    firstOn: "2026-12-04",
    allDay: false,
    from: "18:00",
    minutes: 300,
    zone: "Europe/Berlin",
    rule: "FREQ=WEEKLY;BYDAY=FR",
    exceptOn: [],
    ...said,
  };
}
