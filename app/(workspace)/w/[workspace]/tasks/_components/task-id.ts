const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a part of an address can be a task at all; what cannot is absent like any other absent thing. */
export function isTaskId(text: string): boolean {
  return uuid.test(text);
}
