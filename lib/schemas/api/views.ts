import { operation } from "@/lib/schemas/operation";
import { addViewSchema, editViewSchema, viewVersionSchema } from "@/lib/schemas/saved-view";
import { changedSchema } from "@/lib/schemas/views/parts";
import { viewsSchema } from "@/lib/schemas/views/saved-view";

export const readViews = operation({
  id: "readViews",
  method: "GET",
  path: "/views",
  group: "Saved views",
  says: "Lists the filters of the queue that the reader has given a name, in the order in which they were saved.",
  more: "A person’s views are their own: nobody else reads or changes them.",
  area: "tasks",
  output: viewsSchema,
});

export const addView = operation({
  id: "addView",
  method: "POST",
  path: "/views",
  group: "Saved views",
  says: "Saves a filter of the queue under a name.",
  more: "Refused as invalid for a name that one has already, and for one view too many.",
  area: "tasks",
  input: addViewSchema,
  output: changedSchema,
});

export const editView = operation({
  id: "editView",
  method: "POST",
  path: "/views/{id}/edit",
  group: "Saved views",
  says: "Gives a saved view another name or filter.",
  area: "tasks",
  input: editViewSchema,
  output: changedSchema,
});

export const removeView = operation({
  id: "removeView",
  method: "POST",
  path: "/views/{id}/remove",
  group: "Saved views",
  says: "Takes a saved view away.",
  area: "tasks",
  input: viewVersionSchema,
  output: changedSchema,
});

export const restoreView = operation({
  id: "restoreView",
  method: "POST",
  path: "/views/{id}/restore",
  group: "Saved views",
  says: "Brings a saved view back that was taken away.",
  area: "tasks",
  input: viewVersionSchema,
  output: changedSchema,
});
