import { build } from "esbuild";

/** What packages that were written for `require` look for in a module. */
const MODULE = [
  'import { createRequire } from "node:module";',
  "const require = createRequire(import.meta.url);",
  "const __filename = import.meta.filename;",
  "const __dirname = import.meta.dirname;",
].join("\n");

/** Writes a program with everything it needs into one file: of a process that is started often, finding hundreds of files is a fifth. */
export async function bundleProgram(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node20",
    banner: { js: MODULE },
    alias: { "@": process.cwd() },
    logLevel: "error",
  });
}
