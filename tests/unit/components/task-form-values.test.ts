import { describe, expect, test } from "vitest";
import { asksMessage, emptyForm, type FormValues, toInput } from "@/components/tasks/task-form-values";
import type { TaskDetail } from "@/lib/domain/task/view";
import { createTaskSchema } from "@/lib/schemas/task";

const zone = "Europe/Berlin";

test("somebody who types a time means the wall of the desk, in summer and in winter", () => {
  const winter = toInput({ ...emptyForm, title: "x", dueDay: "2026-12-04", dueTime: "16:00" }, zone, null);
  const summer = toInput({ ...emptyForm, title: "x", dueDay: "2026-07-04", dueTime: "16:00" }, zone, null);
  expect(winter.input).toMatchObject({ dueAt: "2026-12-04T15:00:00.000Z", dueAllDay: false });
  expect(summer.input).toMatchObject({ dueAt: "2026-07-04T14:00:00.000Z", dueAllDay: false });
});

test("a day without a time is the whole day", () => {
  const { input } = toInput({ ...emptyForm, title: "x", dueDay: "2026-12-04" }, zone, null);
  expect(input).toMatchObject({ dueAt: "2026-12-03T23:00:00.000Z", dueAllDay: true });
});

test.each([
  ["29", "2", "", "--02-29"],
  ["29", "2", "1980", "1980-02-29"],
  ["3", "5", "", "--05-03"],
])("a birthday on %s/%s %s is kept as %s", (day, month, year, date) => {
  const { input, errors } = toInput(
    { ...emptyForm, kind: "birthday", title: "x", day, month, year },
    zone,
    null,
  );
  expect(errors).toEqual({});
  expect(input.fields).toMatchObject({ date });
});

test.each([
  ["31", "4", ""],
  ["29", "2", "1981"],
  ["", "5", ""],
])("a birthday on %s/%s %s is said to be no day, at its field", (day, month, year) => {
  const { errors } = toInput({ ...emptyForm, kind: "birthday", title: "x", day, month, year }, zone, null);
  expect(errors["fields.date"]).toBe("There is no such day.");
});

test("fields of another kind, typed before the kind was changed, are not sent", () => {
  const form = {
    ...emptyForm,
    kind: "introduction" as const,
    title: "x",
    text: { place: "Café", between: "A and B" },
  };
  expect(toInput(form, zone, null).input.fields).toEqual({ between: "A and B" });
});

test("somebody who leaves the title empty, or writes words for a number, reads so at the field", () => {
  const form = { ...emptyForm, kind: "keep-in-touch" as const, text: { everyDays: "six weeks" } };
  const { errors } = toInput(form, zone, null);
  expect(Object.keys(errors).sort()).toEqual(["fields.everyDays", "title"]);
});

test.each([
  ["-5", "This cannot be less than 0."],
  ["1234567", "This number is too large."],
  ["2.5", "Give a whole number."],
  ["soon", "Give a whole number."],
])("Days ahead of “%s” are answered by: %s", (leadDays, why) => {
  const { errors } = toInput({ ...emptyForm, kind: "birthday", title: "x", text: { leadDays } }, zone, null);
  expect(errors).toEqual({ "fields.leadDays": why });
});

test("within how many hours to answer is said only by whoever typed it", () => {
  const before = { replyWithinHours: 72, account: null, fields: {} } as unknown as TaskDetail;
  const said = (replyWithinHours: string, task: TaskDetail | null) =>
    toInput({ ...emptyForm, title: "x", replyWithinHours }, zone, task).input;
  expect(said("72", before)).not.toHaveProperty("replyWithinHours");
  expect(said("", null)).not.toHaveProperty("replyWithinHours");
  expect([said("48", before), said("", before), said("24", null)]).toMatchObject([
    { replyWithinHours: 48 },
    { replyWithinHours: null },
    { replyWithinHours: 24 },
  ]);
});

describe("a message that nobody copied", () => {
  const form = { ...emptyForm, title: "x", messageFrom: "Tomas", messageService: "Facebook" };

  test("keeps from whom it is, by what it came and where it is", () => {
    const { input, errors } = toInput({ ...form, messageUrl: "https://example.org/m/1" }, zone, null);
    expect(errors).toEqual({});
    expect(createTaskSchema.parse(input).message).toEqual({
      text: "",
      from: "Tomas",
      receivedAt: null,
      service: "Facebook",
      url: "https://example.org/m/1",
    });
  });

  test("stays in sight when the kind is changed, and is none where nothing was typed", () => {
    expect(asksMessage({ ...form, kind: "other" })).toBe(true);
    expect(asksMessage({ ...emptyForm, kind: "other" })).toBe(false);
    expect(toInput({ ...emptyForm, title: "x", messageFrom: " " }, zone, null).input.message).toBeNull();
  });
});

describe("the account of a task", () => {
  const workshop = { id: "0b8f7a52-4f0e-4c63-9d3c-1a2b3c4d5e6f", name: "Holt Workshop" };
  const post = { ...emptyForm, kind: "scheduled-post" as const, title: "x", account: workshop };
  const before = { ...workshop, service: "LinkedIn" };
  const asked = (form: FormValues, account: TaskDetail["account"]) =>
    toInput(form, zone, { kind: form.kind, fields: {}, account } as TaskDetail).input;

  test("a new post goes with the account that was chosen for it", () => {
    expect(toInput(post, zone, null).input.accountId).toBe(workshop.id);
    expect(toInput({ ...post, account: null }, zone, null).input).not.toHaveProperty("accountId");
  });

  test("it is changed, and taken away, but not asked about where it stays as it was", () => {
    expect(asked(post, null).accountId).toBe(workshop.id);
    expect(asked({ ...post, account: null }, before).accountId).toBeNull();
    expect(asked(post, before)).not.toHaveProperty("accountId");
  });

  test("a task of a kind that does not ask for it keeps the one it has", () => {
    expect(asked({ ...post, kind: "personal-reply", account: null }, before)).not.toHaveProperty("accountId");
    expect(toInput({ ...post, kind: "other" }, zone, null).input).not.toHaveProperty("accountId");
  });
});
