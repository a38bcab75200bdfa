import type { StoredCircle } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import type { DeskDays } from "@/lib/data/day-tasks";
import { type DayWithPerson, listDaysAhead, listDeathDays } from "@/lib/data/person-dates";
import { CATCH_UP_DAYS } from "@/lib/domain/person/asked-day";
import { dayTaskFor, missedDayTask } from "@/lib/domain/person/day-task";
import { type LeadDays, leadDaysOf } from "@/lib/domain/person/lead-days";
import { DEFAULT_LEAD_DAYS } from "@/lib/domain/person/person";
import { remembranceOfBirthday, remembranceOfDeath } from "@/lib/domain/person/remembrance";
import { formatYearlyDate } from "@/lib/domain/person/yearly-date";
import type { PolicyFacts } from "@/lib/domain/policy/default-tags";
import type { KindFields } from "@/lib/domain/task/view";

type Whose = Pick<DayWithPerson, "personId" | "name" | "circles" | "personLeadDays" | "isPrivate">;
type Asked = { whose: Whose; task: { title: string; day: string; sourceKey: string }; fields: KindFields };

/** A task that a day asks for, and what the policy wants to know of it. */
export type Due = Asked & Pick<PolicyFacts, "kind" | "isRemembrance">;

/** Whose days (null: everybody's) on which day, and how a desk counts. */
type Wanted = { desk: DeskDays; circles: StoredCircle[]; personIds: string[] | null; today: string };

/**
 * What the yearly days of people ask for today: those whose lead days have begun, and of everybody also those that passed in
 * the last two weeks. One who looks after a change looks ahead alone. The dead are not congratulated: where it is wished,
 * their days are remembered.
 */
export async function listDue(tx: Tx, workspaceId: string, wanted: Wanted): Promise<Due[]> {
  return [...(await birthdaysDue(tx, workspaceId, wanted)), ...(await deathDaysDue(tx, workspaceId, wanted))];
}

async function birthdaysDue(tx: Tx, workspaceId: string, wanted: Wanted): Promise<Due[]> {
  const { desk, circles, personIds, today } = wanted;
  const { zone, leapDayRule: rule } = desk;
  const back = personIds === null ? CATCH_UP_DAYS : 0;
  const most = Math.max(DEFAULT_LEAD_DAYS, ...circles.map((circle) => circle.leadDays ?? 0));
  const dates = await listDaysAhead(tx, workspaceId, { personIds, today, zone, back }, most);
  return dates.flatMap((date): Due[] => {
    const lead = leadDaysOf(date.leadDays, { ...date, leadDays: date.personLeadDays }, circles);
    if (date.isDead)
      return known(date, wanted).flatMap((knownOn): Due[] =>
        remember(date, remembranceOfBirthday(date, date, lead.days, today, rule, knownOn)),
      );
    const day = { ...date, leadDays: lead.days };
    const tasks = [
      back > 0 ? missedDayTask(day, date.name, date.knownOn, today, rule) : null,
      dayTaskFor(day, date.name, today, rule),
    ];
    const fields = { date: formatYearlyDate(date), ...leadFields(lead, circles) };
    return tasks.flatMap((task): Due[] => (task ? [{ kind: "birthday", whose: date, task, fields }] : []));
  });
}

async function deathDaysDue(tx: Tx, workspaceId: string, wanted: Wanted): Promise<Due[]> {
  const { desk, circles, today } = wanted;
  const dead = await listDeathDays(tx, workspaceId, { personIds: wanted.personIds, zone: desk.zone });
  return dead.flatMap((one) => {
    const { days } = leadDaysOf(null, { ...one, leadDays: one.personLeadDays }, circles);
    const who = { ...one, id: one.personId };
    return known(one, wanted).flatMap((knownOn) =>
      remember(one, remembranceOfDeath(who, days, today, desk.leapDayRule, knownOn)),
    );
  });
}

/** Looks back from the day on which it was known, where everybody is looked at; and ahead. */
function known({ knownOn }: { knownOn: string }, { personIds }: Wanted): (string | null)[] {
  return personIds === null ? [knownOn, null] : [null];
}

function remember(whose: Whose, task: Asked["task"] | null): Due[] {
  return task ? [{ kind: "other", isRemembrance: true, whose, task, fields: {} }] : [];
}

/** How many days ahead, and who said so: a task tells it as it was when it was made. */
export function leadFields(lead: LeadDays, circles: StoredCircle[]): Pick<KindFields, "leadDays" | "leadBy"> {
  const circle = circles.find((one) => one.key === lead.circle)?.name;
  return { leadDays: lead.days, leadBy: circle ? `circle ${circle}` : lead.by };
}
