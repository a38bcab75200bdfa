import * as access from "@/lib/schemas/api/access";
import * as calendar from "@/lib/schemas/api/calendar";
import * as capture from "@/lib/schemas/api/capture";
import * as drafts from "@/lib/schemas/api/drafts";
import * as history from "@/lib/schemas/api/history";
import * as known from "@/lib/schemas/api/known";
import * as people from "@/lib/schemas/api/people";
import * as programs from "@/lib/schemas/api/programs";
import * as sources from "@/lib/schemas/api/sources";
import * as taskVerbs from "@/lib/schemas/api/task-verbs";
import * as tasks from "@/lib/schemas/api/tasks";
import * as views from "@/lib/schemas/api/views";
import * as voice from "@/lib/schemas/api/voice";
import * as webhooks from "@/lib/schemas/api/webhooks";
import type { Operation } from "@/lib/schemas/operation";

const files = [
  tasks,
  taskVerbs,
  views,
  capture,
  drafts,
  people,
  known,
  calendar,
  voice,
  sources,
  history,
  access,
  programs,
  webhooks,
];

/** Everything that can be asked of /api/v1, in the order of the document. */
export const operations = files.flatMap((file) => Object.values(file)) as unknown as Operation[];
