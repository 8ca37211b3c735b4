// node bundle.mjs <folder>: the editor's files into <folder>, of what the lock file gives; the same bytes each time.
import { build } from "esbuild";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { changed } from "./changes.mjs";

const target = process.argv[2];
const here = import.meta.dirname;
const packages = join(here, "node_modules");
const npm = join(packages, "@sveltia/cms/npm");
const text = (...path) => readFile(join(...path), "utf8");

// Parts of fields that no schema of the site has (maps), of source text in colours, of previews in React and of the
// shrinking of drawings; languages that the site's messages don't have; an encoder that is only a quicker twin.
const LEFT_OUT = [
  /^@shikijs\/(langs|themes)\//, /^leaflet\//, /^terra-draw/, /^svgo\/browser$/,
  /^\.\/chunks\/(shiki-engine|react-dom)-/, /^\.\.\/locales\/(?!cs\.json)/,
];
const lean = {
  name: "lean",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path }) => LEFT_OUT.some((part) => part.test(path)) ? { path: "part", namespace: "left-out" } : null);
    onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: 'throw new Error("This part is left out.");' }));
    onResolve({ filter: /^\.\/chunks\/webp_enc_simd-/ }, async () => {
      const names = await readdir(join(npm, "chunks"));
      return { path: join(npm, "chunks", names.find((name) => /^webp_enc-.*\.js$/.test(name))) };
    });
    onLoad({ filter: /cms\/npm\/index\.js$/ }, async ({ path }) => ({ contents: changed(await text(path)) }));
    onLoad({ filter: /cms\/npm\/chunks\// }, async ({ path }) => ({
      contents: (await text(path)).replaceAll("`../assets/", "`assets/"), // the scripts lie side by side
    }));
  },
};

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const { metafile } = await build({
  absWorkingDir: here, outdir: target, entryPoints: { editor: "entry.js" }, plugins: [lean], metafile: true,
  bundle: true, splitting: true, format: "esm", target: "es2022", minify: true, charset: "utf8", legalComments: "none",
});

const UNUSED = /\.map$|^webp_enc_simd-|^marker-icon-/;
await cp(join(npm, "assets"), join(target, "assets"), { recursive: true, filter: (path) => !UNUSED.test(path.split("/").at(-1)) });
for (const name of (await readdir(join(target, "assets"))).filter((file) => file.endsWith(".js"))) {
  const script = join(target, "assets", name);
  await writeFile(script, (await text(script)).replace(/^\/\/# sourceMappingURL=.*$/m, ""));
}
const LETTERS = "source-sans-3-latin-ext-wght-normal.woff2";
await cp(join(packages, "@fontsource-variable/source-sans-3/files", LETTERS), join(target, "assets", LETTERS));

// Whose work it is, and under which licence.
const used = new Set(Object.keys(metafile.inputs).map((path) => path.match(/node_modules\/((@[^/]+\/)?[^/]+)\//)?.[1]));
const notices = await Promise.all([...used, "@fontsource-variable/source-sans-3"].filter(Boolean).sort().map(async (name) => {
  const { version, license } = JSON.parse(await text(packages, name, "package.json"));
  const found = (await readdir(join(packages, name))).find((file) => /^licen[cs]e/i.test(file));
  return `${name} ${version} (${license})\n\n${found ? (await text(packages, name, found)).trim() : ""}\n`;
}));
await writeFile(join(target, "LICENSE.txt"), notices.join(`\n${"-".repeat(78)}\n\n`));
