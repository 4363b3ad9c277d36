// The pages of a plan as data of Eleventy: what pages.py makes of it, in JavaScript.
const fs = require("node:fs");
const path = require("node:path");
const yaml = require("js-yaml");

const LINE = { zh: (n) => `原文第${n}行`, en: (n) => `line ${n} of the plan` };
const LISTED = { zh: "全部条目", en: "All items" };
const BESIDE = { zh: "另见", en: "See also" };
const [NAV, ROWS, TIES, SERIES, POINTS] = [28, 12, 10, 3, 24];
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
  const sources = Object.fromEntries(all.sources.flatMap((p) => p.items).map((s) => [s.id, s.url]));
  const refs = [...items.keys()];
  const values = [...items.values()].map((item) => (item.area ?? item.at_least).is);
  return { menu, items, labels, ties, sources, refs, values };
}

function nav({ menu, items, refs }, lang, up) {
  return [
    { name: LISTED[lang], href: `${up}index.html` },
    ...menu.map((name) => ({ name, href: `${up}index.html#${name}` })),
    ...refs
      .slice(0, NAV - 1 - menu.length)
      .map((ref) => ({ name: items.get(ref).name[lang], href: `${up}${ref}.html` })),
  ];
}

function source({ sources }, { cite }) {
  if (cite?.source) return sources[cite.source];
  return `../index.html#${cite?.line ? `line-${cite.line}` : "inferred"}`;
}

function facts(data, item, lang, of) {
  const { items, labels } = data;
  return Object.entries(item)
    .filter(([, fact]) => isMap(fact) && "is" in fact)
    .map(([key, fact]) => {
      const named = items.get(fact.is);
      const words = named ? named.name : fact.is;
      return {
        label: labels[key] ? labels[key][lang] : key,
        value: isMap(words) ? words[lang] : String(words),
        ground: ground(fact, lang),
        source: source(data, fact),
        href: named ? `../${fact.is}.html` : "",
        of: of ? item.name[lang] : "",
        of_href: of ? `../${of}.html` : "",
      };
    });
}

function rows(data, item, lang) {
  const found = facts(data, item, lang, "");
  for (let near = item.near; near && found.length < ROWS; ) {
    const other = data.items.get(near.is);
    found.push(...facts(data, other, lang, near.is));
    near = other.near;
  }
  return found;
}

function tied({ items, ties, refs }, ref, at, lang) {
  const found = (ties.get(ref) ?? []).map(({ words, other, tie }) => ({
    words: words[lang],
    name: items.get(other).name[lang],
    href: `../${other}.html`,
    ground: ground(tie, lang),
  }));
  for (let step = 1; found.length < TIES; step++) {
    const other = refs[(at + step) % refs.length];
    const item = items.get(other);
    const [name, href] = [item.name[lang], `../${other}.html`];
    found.push({ words: BESIDE[lang], name, href, ground: ground(item, lang) });
  }
  return found;
}

function chart({ items, refs, values }, at, lang) {
  const point = (n) => {
    const name = items.get(refs[n]).name[lang];
    return { name, page: `../${refs[n]}.html`, value: values[n] };
  };
  const line = (_, l) =>
    Array.from({ length: POINTS }, (_, p) => point((at + POINTS * l + p) % refs.length));
  return JSON.stringify(Array.from({ length: SERIES }, line));
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
    made.push({ path: `${root}index.html`, lang, title: LISTED[lang], ties: listed, nav: nav(data, lang, "") });
    const menu = nav(data, lang, "../");
    for (const [at, [ref, item]] of [...data.items].entries())
      made.push({
        path: `${root}${ref}.html`,
        lang,
        title: item.name[lang],
        ground: ground(item, lang),
        note: (item.note?.[lang] ?? "").replace(/\[\[([^\]]+)\]\]/g, '<a href="../$1.html">$1</a>'),
        rows: rows(data, item, lang),
        ties: tied(data, ref, at, lang),
        nav: menu,
        chart: chart(data, at, lang),
      });
  }
  return made;
}

module.exports = (config) => {
  config.addWatchTarget(process.env.PEER_DATA);
  config.addGlobalData("all", () => pages(read(process.env.PEER_DATA)));
  return { dir: { input: "src" } };
};
