// The pages of a plan as data of Eleventy: what pages.py makes of it, in JavaScript.
const fs = require("node:fs");
const path = require("node:path");
const yaml = require("js-yaml");

const LINE = { zh: (n) => `原文第${n}行`, en: (n) => `line ${n} of the plan` };
const LISTED = { zh: "全部条目", en: "All items" };
const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

function files(folder) {
  const found = {};
  for (const name of fs.readdirSync(folder, { recursive: true }).sort()) {
    if (!name.endsWith(".yaml")) continue;
    const key = name.replace(/\.yaml$/, "").split(path.sep)[0];
    (found[key] ??= []).push(yaml.load(fs.readFileSync(path.join(folder, name), "utf8")));
  }
  return found;
}

function ground(fact, lang) {
  if (fact.because) return fact.because[lang];
  const cite = fact.cite ?? "";
  if (!isMap(cite)) return LINE[lang](cite);
  return `${cite.source ?? LINE[lang](cite.line)}: ${(cite.terms ?? []).join(", ")}`;
}

function read(folder) {
  const all = files(folder);
  const menu = [...all.policy[0].sections, "targets"];
  const [items, labels, kinds, ties] = [new Map(), {}, {}, new Map()];
  for (const section of menu)
    for (const part of all[section]) {
      for (const [key, field] of Object.entries(part.fields ?? {})) labels[key] = field.label;
      for (const item of part.items ?? []) items.set(`${section}/${item.id}`, item);
    }
  const add = (at, words, other, tie) => {
    if (!ties.has(at)) ties.set(at, []);
    ties.get(at).push({ words, other, tie });
  };
  for (const part of all.relations) {
    for (const kind of part.kinds ?? []) kinds[kind.id] = kind;
    for (const tie of part.items) {
      add(tie.from, kinds[tie.kind].name, tie.to, tie);
      add(tie.to, kinds[tie.kind].inverse, tie.from, tie);
    }
  }
  return { menu, items, labels, ties };
}

function rows({ items, labels }, item, lang) {
  return Object.entries(item)
    .filter(([, fact]) => isMap(fact) && "is" in fact)
    .map(([key, fact]) => {
      const named = items.get(fact.is);
      const words = named ? named.name : fact.is;
      return {
        label: labels[key] ? labels[key][lang] : key,
        value: isMap(words) ? words[lang] : String(words),
        ground: ground(fact, lang),
        href: named ? `../${fact.is}.html` : "",
      };
    });
}

function pages(data) {
  const made = [];
  for (const lang of ["zh", "en"]) {
    const root = lang === "zh" ? "" : `${lang}/`;
    const listed = [...data.items].map(([ref, item]) => ({
      words: ref.split("/")[0],
      name: item.name[lang],
      href: `${ref}.html`,
    }));
    made.push({ path: `${root}index.html`, lang, title: LISTED[lang], up: "", ties: listed });
    for (const [ref, item] of data.items)
      made.push({
        path: `${root}${ref}.html`,
        lang,
        title: item.name[lang],
        up: "../",
        ground: ground(item, lang),
        note: (item.note?.[lang] ?? "").replace(/\[\[([^\]]+)\]\]/g, '<a href="../$1.html">$1</a>'),
        rows: rows(data, item, lang),
        ties: (data.ties.get(ref) ?? []).map(({ words, other, tie }) => ({
          words: words[lang],
          name: data.items.get(other).name[lang],
          href: `../${other}.html`,
          ground: ground(tie, lang),
        })),
      });
  }
  return made;
}

module.exports = (config) => {
  const data = read(process.env.PEER_DATA);
  config.addGlobalData("menu", data.menu);
  config.addGlobalData("all", pages(data));
  return { dir: { input: "src" } };
};
