import { serveSqlFloor } from "./floors";

const floor = await serveSqlFloor(process.env.APP_DATABASE_URL ?? "");
console.log(floor.url);
process.on("SIGTERM", () => void floor.close().then(() => process.exit(0)));
