/* In the page of a benchmark of searches: typing as a reader does it, with what it costs, and other libraries on the same texts. */
window.bench = (() => {
  const pause = () => new Promise((done) => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); });
  const field = () => document.querySelector("form[data-find] [type=search]");
  const said = () => document.querySelector("[data-said]").textContent;
  const wait = () => searchIndex.say[document.documentElement.lang === "en" ? 1 : 0].wait;
  const isDone = () => said() && said() !== wait();
  const put = (words) => { field().value = words; field().dispatchEvent(new Event("input")); };
  /* From focus to the first hit on the page, and until all of the index has been searched; ms. */
  async function first(words) {
    const start = performance.now(), seen = {};
    field().value = words;
    field().focus();
    while (!seen.whole) {
      await new Promise(requestAnimationFrame);
      if (!seen.answer && document.querySelector("[data-hits] mark")) seen.answer = performance.now() - start;
      if (self.searchIndex && searchIndex.find && isDone()) seen.whole = performance.now() - start;
    }
    return seen;
  }
  /* One keystroke: until its last hit is counted, and how long the page was held up at most meanwhile; ms. */
  async function key(words) {
    put("");
    await pause();
    const start = performance.now();
    let held = 0, before = start;
    const look = () => { const now = performance.now(); held = Math.max(held, now - before); before = now; };
    put(words);
    for (look(); !isDone(); look()) await pause();
    return { key: before - start, held };
  }
  /* Every keystroke of some queries; of three tries the least, since the machine has other work that holds up a page as well. */
  async function keys(queries) {
    const out = [], least = (of, what) => Math.min(...of.map((one) => one[what]));
    for (const words of queries) for (let n = 1; n <= words.length; n++) {
      const tries = [];
      while (tries.length < 3) tries.push(await key(words.slice(0, n)));
      out.push({ key: least(tries, "key"), held: least(tries, "held") });
    }
    return out;
  }
  /* What a way to search finds for each query, by number, and how long it takes; ms. The clock is coarse: short ones are asked again. */
  function asked(find, queries) {
    return queries.map((words) => {
      const start = performance.now();
      let found, times = 0, ms = 0;
      for (; ms < 5; ms = performance.now() - start) { found = find(words); times++; }
      return { ms: ms / times, found };
    });
  }
  function ours(queries, numbers) {
    return asked((words) => searchIndex.find(words, 0), queries).map(({ ms, found }) => ({ ms, found: found.map((hit) => numbers[hit.row[0]]) }));
  }
  async function packed(texts) {
    const sent = new Blob(texts).stream().pipeThrough(new CompressionStream("gzip"));
    return (await new Response(sent).arrayBuffer()).byteLength;
  }
  /* Each as its own pages show it for search as one types; `texts` is what would have to be sent. */
  const peers = {
    "minisearch": (lib, docs) => {
      const made = new lib({ fields: ["text"] });
      made.addAll(docs);
      return { texts: () => [JSON.stringify(made)], find: (q) => made.search(q, { prefix: true, combineWith: "AND" }).map((hit) => hit.id) };
    },
    "fuse.js": (lib, docs) => {
      const made = new (lib.default || lib)(docs, { keys: ["text"], threshold: 0, ignoreLocation: true });
      return { texts: () => [JSON.stringify([docs, made.getIndex()])], find: (q) => made.search(q).map((hit) => hit.item.id) };
    },
    "flexsearch": (lib, docs) => {
      const made = new lib.Index({ tokenize: "forward" }), texts = [];
      docs.forEach((doc) => made.add(doc.id, doc.text));
      return { texts: () => { made.export((key, text) => { texts.push(String(text)); }); return texts; }, find: (q) => made.search(q, { limit: docs.length }) };
    },
    "lunr": (lib, docs) => {
      const made = lib(function () { this.ref("id"); this.field("text"); docs.forEach((doc) => this.add(doc)); });
      return { texts: () => [JSON.stringify(made)], find: (q) => made.search(q.split(" ").map((w) => `+${w}*`).join(" ")).map((hit) => Number(hit.ref)) };
    },
  };
  async function theirs(name, source, docs, queries) {
    const module = { exports: {} };
    Function("module", "exports", source)(module, module.exports);
    const made = peers[name](module.exports, docs);
    return { asked: asked(made.find, queries), bytes: await packed(made.texts()) };
  }
  return { first, keys, ours, theirs };
})();
