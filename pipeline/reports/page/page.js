"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const SEVERITIES = ["error", "warning", "notice"];
  const CHUNK = 40;
  const NAMED = 120; // errors that the first screen holds, also on a phone
  const SVG = "http://www.w3.org/2000/svg";
  const byId = (id) => document.getElementById(id);
  const number = (n) => n.toLocaleString("en");
  const counted = (n, one, many) => `${number(n)} ${n === 1 ? one : many}`;

  /** An element; text is only ever set as text. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }
  function draw(name, attributes, ...children) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  // ---------------------------------------------------------------- what is shown
  const CHOICES = ["q", "code", "fix", "status", "list", "sort"];
  const state = { q: "", code: "", fix: "", status: "found", list: "", sort: "worst", off: new Set() };
  const GROUPS = ["Retracted", "Errors", "Warnings", "Notices", "Nothing to say"];
  const BIG = 100; // entries with findings from which notices start folded
  const closed = new Set();
  const byHand = new Set();
  const accepted = new Map();
  let rows = [];
  let drawn = 0;

  data.entries.forEach((entry, place) => {
    entry.place = place;
    entry.worst = Math.min(3, ...entry.findings.map((f) => SEVERITIES.indexOf(f.severity)));
    if (entry.status === "failed") entry.worst = 0;
    entry.group = entry.findings.some((f) => f.code === "retracted") ? 0 : entry.worst + 1;
    entry.surest = Math.max(0, ...entry.findings.filter((f) => SEVERITIES.indexOf(f.severity) === entry.worst).map((f) => f.confidence));
    entry.unsure = Math.min(1, entry.confidence ?? 1, ...entry.findings.map((f) => f.confidence));
  });

  function haystack(entry) {
    if (entry.text === undefined) {
      const said = entry.findings.flatMap((f) => [f.id, f.code, f.message, ...f.old.map((p) => p[1]), ...f.new.map((p) => p[1])]);
      entry.text = [entry.title, entry.authors, entry.venue, entry.year, data.lists[entry.list], entry.paper?.id, ...said].join(" ").toLowerCase();
    }
    return entry.text;
  }
  function wanted(finding) {
    return !state.off.has(finding.severity) && (!state.code || finding.code === state.code) && (!state.fix || finding.fix === state.fix);
  }
  const telling = (entry) => entry.findings.length > 0 || entry.status === "failed";
  const narrowed = () => state.off.size || state.code || state.fix;
  function visible(entry, words) {
    if (state.list !== "" && entry.list !== Number(state.list)) return false;
    if (state.status === "found" && !telling(entry)) return false;
    if (state.status === "clean" && telling(entry)) return false;
    if (state.status.startsWith("=") && entry.status !== state.status.slice(1)) return false;
    if (narrowed() && !entry.findings.some(wanted)) return false;
    return words.every((word) => haystack(entry).includes(word));
  }
  const ORDERS = {
    place: (a, b) => a.place - b.place,
    worst: (a, b) => a.group - b.group || b.surest - a.surest || a.place - b.place,
    unsure: (a, b) => a.unsure - b.unsure || a.place - b.place,
    title: (a, b) => a.title.localeCompare(b.title, "en") || a.place - b.place,
  };
  function refresh() {
    const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    const found = data.entries.filter((entry) => visible(entry, words)).sort(ORDERS[state.sort]);
    const sizes = found.reduce((all, entry) => { all[entry.group] += 1; return all; }, [0, 0, 0, 0, 0]);
    // A folded group is its heading alone; what is searched for is folded only by hand.
    const grouped = state.sort === "worst";
    const searching = narrowed() || words.length > 0;
    const folded = (entry) => closed.has(entry.group) && (byHand.has(entry.group) || !searching);
    rows = grouped ? GROUPS.flatMap((_, group) => {
      const open = !folded({ group });
      return sizes[group] ? [{ heading: group, size: sizes[group], open }, ...(open ? found.filter((entry) => entry.group === group) : [])] : [];
    }) : found;
    drawn = 0;
    byId("entries").replaceChildren();
    more();
    const findings = found.reduce((sum, entry) => sum + entry.findings.filter(wanted).length, 0);
    const total = counted(data.entries.length, "entry", "entries");
    byId("count").textContent = `${number(found.length)} of ${total}, ${counted(findings, "finding", "findings")}`;
    if (!found.length) byId("entries").append(make("p", { class: "nothing" }, data.entries.length ? "Nothing here matches." : "No entries."));
    for (const bar of document.querySelectorAll("[data-code]")) bar.setAttribute("aria-pressed", String(bar.dataset.code === state.code));
    for (const toggle of document.querySelectorAll("[data-severity]")) toggle.setAttribute("aria-pressed", String(!state.off.has(toggle.dataset.severity)));
    byId("reset").hidden = !(narrowed() || state.q || state.list || state.status !== "found");
    remember();
  }
  function more() {
    const until = Math.min(rows.length, drawn + CHUNK);
    const fragment = document.createDocumentFragment();
    for (; drawn < until; drawn++) {
      const entry = rows[drawn];
      if (entry.heading !== undefined) { fragment.append(group(entry)); continue; }
      const heads = state.sort === "place" && (drawn === 0 || rows[drawn - 1].list !== entry.list);
      if (heads) fragment.append(make("h2", { class: "listname" }, data.lists[entry.list]));
      fragment.append(slip(entry));
    }
    byId("entries").append(fragment);
  }

  function group({ heading, size, open }) {
    const button = make("button", { type: "button", class: "group", "data-group": String(heading), "aria-expanded": String(open) },
      make("span", { class: `dot d${heading}`, "aria-hidden": "true" }), `${GROUPS[heading]} `, make("span", { class: "n" }, number(size)));
    return make("h2", { class: "groupname" }, button);
  }

  // ---------------------------------------------------------------- one entry
  function slip(entry) {
    const shown = narrowed() ? entry.findings.filter(wanted) : entry.findings;
    const id = `e${entry.place}`;
    const article = make("article", { class: "entry", tabindex: "-1", "aria-labelledby": id },
      make("div", { class: "gutter" }, make("small", {}, state.sort === "place" || data.lists.length < 2 ? "line" : data.lists[entry.list]), anchor(String(entry.line), place(entry))),
      make("div", {},
        make("h3", { id }, make("bdi", {}, entry.title || "(no title read)")),
        make("p", { class: "meta" }, [entry.authors, entry.venue, entry.year].filter(Boolean).join(" · "), entry.link ? " · " : "", entry.link ? anchor("its link", entry.link) : ""),
        entry.section ? make("p", { class: "meta section" }, entry.section) : null,
        means(entry),
        make("ul", { class: "findings" }, ...shown.map((f) => finding(entry, f))),
        shown.length < entry.findings.length ? make("p", { class: "more" }, `${counted(entry.findings.length - shown.length, "more finding", "more findings")} hidden by the filter`) : null));
    return article;
  }
  function place(entry) {
    return data.home ? `${data.home}/${data.paths[entry.list]}?plain=1#L${entry.line}` : "";
  }
  function means(entry) {
    if (!entry.paper) return make("p", { class: "means" }, make("b", {}, entry.status), entry.reasons ? `: ${entry.reasons}` : "");
    const same = entry.paper.title === entry.title;
    const label = same ? entry.paper.id : entry.paper.title;
    return make("p", { class: "means" }, make("b", { title: per(entry.confidence) }, entry.sure), ": ", anchor(label, entry.paper.url), entry.reasons ? ` (${entry.reasons})` : "");
  }
  const per = (chance) => (chance > 0.99 && chance < 1 ? "over 99 %" : `${Math.floor(100 * chance)} %`);
  function anchor(label, url) {
    return url ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label) : label;
  }
  function finding(entry, f) {
    return make("li", { class: "finding", "data-id": f.id },
      make("header", {},
        make("span", { class: `kind ${f.severity}`, title: data.codes[f.code] || "" }, make("span", { class: "dot", "aria-hidden": "true" }), make("span", { class: "hidden" }, `${f.severity}: `), f.code),
        f.sure ? make("span", { class: "how", title: `${per(f.confidence)} of what is said so surely is right` }, f.sure) : null,
        known(f.id) ? make("a", { class: "how perma", href: `#f-${f.id}`, "aria-label": `Link to this finding: ${f.code}, line ${entry.line}` }, "#") : null),
      make("p", { class: "message" }, make("bdi", {}, f.message)),
      change(f),
      f.code === "not-found" ? seek(entry) : null,
      make("div", { class: "foot" }, evidence(f), make("div", { class: "act" }, ...elsewhere(f), ...action(entry, f))));
  }
  const known = (id) => /^[\w-]+$/.test(id);
  /** Where a person may look on, and how to say that the entry is right as it is. */
  function seek(entry) {
    const words = encodeURIComponent(entry.title);
    const ignore = "<!-- errata: ignore not-found; it exists -->";
    return make("p", { class: "seek" }, "Look for it at ", ...data.seek.flatMap(([name, url], n) => [n ? ", " : "", anchor(name, url + words)]), " · ",
      make("button", { type: "button", "data-copy": ignore, "aria-label": `Copy ${ignore}` }, "Copy the ignore line"));
  }
  function pieces(list) {
    return list.flatMap(([kind, text]) => {
      if (kind === "same" || !text.trim()) return kind === "same" ? [text] : [make(kind === "gone" ? "del" : "ins", {}, text)];
      const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text);
      return [before, make(kind === "gone" ? "del" : "ins", {}, words), after];
    });
  }
  function change(f) {
    if (!f.old.length && !f.new.length) return null;
    const side = (name, list) => (list.length ? [make("dt", {}, name), make("dd", {}, make("bdi", {}, ...pieces(list)))] : []);
    return make("dl", { class: "change" }, ...side("is", f.old), ...side(f.old.length ? "should be" : "add", f.new));
  }
  function evidence(f) {
    return make("ul", { class: "evidence" }, ...f.evidence.map(([source, url, value]) =>
      make("li", {}, make("b", {}, source), " ", anchor(brief(url), url), value ? make("bdi", {}, `: ${value}`) : "")));
  }
  function brief(url) {
    const said = url.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
    return said.length > 70 ? `${said.slice(0, 69)}…` : said;
  }
  function elsewhere(f) {
    if (f.other === null) return [];
    const other = data.entries[f.other];
    return [make("button", { type: "button", "data-go": String(f.other), "aria-label": `Go to line ${other.line}: ${other.title}` }, `Go to line ${other.line}`)];
  }
  // The lists that a command has to name, for the finding to be found again.
  function lists(entry, f) {
    return f.other === null ? [entry.list] : [entry.list, data.entries[f.other].list];
  }
  function command(places, ...options) {
    return ["errata fix", ...[...new Set(places)].sort((a, b) => a - b).map((place) => data.words[place]), ...options].join(" ");
  }
  function action(entry, f) {
    if (f.fix === "written") return ["written"];
    if (f.fix === "auto") return [`${command(lists(entry, f))} writes it`];
    if (f.fix === "style") return [`${command(lists(entry, f), "--style")} writes it`];
    if (f.fix !== "review" || !/^[\w-]+$/.test(f.id)) return [];
    const box = make("input", { type: "checkbox", "data-accept": f.id, "data-lists": lists(entry, f).join(",") });
    box.checked = accepted.has(f.id);
    const accepting = command(lists(entry, f), "--accept", f.id);
    const copy = make("button", { type: "button", "data-copy": accepting, "aria-label": `Copy ${accepting}` }, "Copy command");
    return [make("label", {}, box, "Accept"), copy];
  }

  // ---------------------------------------------------------------- charts
  function charts() {
    const all = data.entries.flatMap((entry) => entry.findings);
    const tally = new Map();
    let most = 1;
    for (const f of all) tally.set(f.code, (tally.get(f.code) || 0) + 1);
    for (const n of tally.values()) most = Math.max(most, n);
    // A kind may come with more than one severity; its worst gives the colour.
    const severity = new Map();
    for (const name of [...SEVERITIES].reverse()) for (const f of all) if (f.severity === name) severity.set(f.code, name);
    const kinds = [...tally].sort((a, b) => SEVERITIES.indexOf(severity.get(a[0])) - SEVERITIES.indexOf(severity.get(b[0])) || b[1] - a[1]);
    byId("kinds").append(...kinds.map(([code, n]) => {
      const bar = draw("svg", { viewBox: "0 0 100 8", preserveAspectRatio: "none", height: "8", "aria-hidden": "true" },
        draw("rect", { width: String(Math.max(0.8, (100 * n) / most)), height: "8", rx: "0.6", class: `fill-${severity.get(code)}` }));
      return make("button", { type: "button", class: "bar", "data-code": code, "aria-pressed": "false", title: data.codes[code] || "" },
        make("span", { class: `kind ${severity.get(code)}` }, make("span", { class: "dot", "aria-hidden": "true" }), make("span", { class: "hidden" }, `${severity.get(code)}: `), code), bar, make("span", { class: "n" }, number(n)));
    }));
    byId("sure").append(histogram());
    byId("sources").append(...data.services.map(service));
    byId("notes").append(...data.notes.map((note) => make("li", {}, note)));
    first();
    byId("habits").append(...data.habits.map(([said, command, does]) => make("li", {}, `${said} `, make("code", {}, command), ` ${does}.`)));
    byId("habits-section").hidden = !data.habits.length;
    if (data.entries.filter(telling).length > BIG) closed.add(3);
    byId("notes").hidden = !data.notes.length;
    byId("kinds").classList.toggle("many", kinds.length > 8);
    byId("charts").open = matchMedia("(min-width: 48rem)").matches;
    byId("charts").hidden = !tally.size && !data.services.length;
    const code = byId("code");
    code.append(make("option", { value: "" }, "any kind"), ...kinds.map(([name, n]) => make("option", { value: name }, `${name} (${n})`)));
    for (const toggle of document.querySelectorAll("[data-severity]")) {
      const n = all.filter((f) => f.severity === toggle.dataset.severity).length;
      toggle.querySelector("b").textContent = number(n);
    }
  }
  /** All errors by kind and line, as far as the first screen holds them. */
  function first() {
    const errors = [...data.entries].sort(ORDERS.worst).flatMap((entry) => entry.findings.filter((f) => f.severity === "error" && known(f.id)).map((f) => [entry, f]));
    const kinds = new Map();
    for (const one of errors.slice(0, NAMED)) kinds.set(one[1].code, [...(kinds.get(one[1].code) || []), one]);
    const place = (entry) => `${data.lists.length > 1 ? `${data.lists[entry.list]}:` : ""}${entry.line}`;
    const named = [...kinds].map(([code, some]) => make("li", {}, make("code", {}, code), some.length > 1 ? " lines " : " line ",
      ...some.flatMap(([entry, f], n) => [n ? ", " : "", make("a", { href: `#f-${f.id}`, "aria-label": `line ${place(entry)} ${code}` }, place(entry))])));
    byId("first").append(...named, ...unnamed(errors.slice(NAMED), place));
    byId("first").hidden = !errors.length;
  }
  /** What the first screen has no room for, by kind: the first lines, and how many more. */
  function unnamed(errors, place) {
    const kinds = new Map();
    for (const [entry, f] of errors) kinds.set(f.code, [...(kinds.get(f.code) || []), place(entry)]);
    return [...kinds].map(([code, places]) => {
      const rest = places.length > 2 ? ` and ${number(places.length - 2)} more` : "";
      return make("li", {}, "also ", make("code", {}, code), ` ${places.slice(0, 2).join(", ")}${rest}`);
    });
  }
  function histogram() {
    const bins = [0, 0.5, 0.8, 0.9, 0.95, 0.99, 1.01];
    const names = ["under 50", "50", "80", "90", "95", "99 %"];
    const counts = names.map((_, k) => data.entries.filter((e) => e.paper && e.confidence >= bins[k] && e.confidence < bins[k + 1]).length);
    const most = Math.max(1, ...counts);
    const said = names.map((name, k) => `${k ? name.replace(" %", "") + " % or more" : "under 50 %"}: ${counts[k]}`).join("; ");
    const picture = draw("svg", { viewBox: "0 0 240 96", role: "img", "aria-label": `Entries by how sure their match is. ${said}` });
    counts.forEach((n, k) => {
      const height = (60 * n) / most;
      picture.append(
        draw("rect", { x: String(k * 40 + 3), y: String(74 - Math.max(height, 1)), width: "34", height: String(Math.max(height, 1)), rx: "1.5", class: n ? "fill-ink" : "fill-faint" }),
        draw("text", { x: String(k * 40 + 20), y: "90", "text-anchor": "middle" }, names[k]));
      if (n) picture.append(draw("text", { x: String(k * 40 + 20), y: String(68 - height), "text-anchor": "middle" }, number(n)));
    });
    return picture;
  }
  function service([name, words, asked, kept, failed]) {
    const all = Math.max(1, ...data.services.map((one) => one[2] + one[3] + one[4]));
    const picture = draw("svg", { viewBox: "0 0 100 5", preserveAspectRatio: "none", height: "5", "aria-hidden": "true" });
    let at = 0;
    for (const [n, fill] of [[asked, "fill-notice"], [kept, "fill-ink"], [failed, "fill-error"]]) {
      if (n) picture.append(draw("rect", { x: String(at), width: String((100 * n) / all), height: "5", class: fill }));
      at += (100 * n) / all;
    }
    return make("p", { class: "service" }, make("b", {}, name), ` ${words}`, picture);
  }

  // ---------------------------------------------------------------- choosing and copying
  function options() {
    const found = new Map();
    for (const entry of data.entries) found.set(entry.status, (found.get(entry.status) || 0) + 1);
    const clean = data.entries.filter((entry) => !telling(entry)).length;
    const some = data.entries.length - clean;
    if (!some) state.status = "";
    byId("status").append(
      make("option", { value: "found" }, `with findings (${some})`), make("option", { value: "clean" }, `without (${clean})`), make("option", { value: "" }, `all entries (${data.entries.length})`),
      ...[...found].map(([status, n]) => make("option", { value: `=${status}` }, `${status} (${n})`)));
    byId("list").append(make("option", { value: "" }, "all lists"), ...data.lists.map((path, k) => make("option", { value: String(k) }, path)));
    byId("list-label").hidden = data.lists.length < 2;
  }
  function remember() {
    const said = new URLSearchParams();
    for (const name of CHOICES) if (state[name] !== initial[name]) said.set(name, state[name]);
    if (state.off.size) said.set("off", [...state.off].join(","));
    try { history.replaceState(null, "", said.size ? `#${said}` : location.pathname + location.search); } catch { /* a sandbox may forbid it */ }
  }
  function recall() {
    const said = new URLSearchParams(/^#f-/.test(location.hash) ? "" : location.hash.slice(1));
    for (const name of CHOICES) {
      const control = byId(name);
      const value = said.get(name);
      const known = control.tagName !== "SELECT" || [...control.options].some((option) => option.value === value);
      if (value !== null && known) state[name] = value;
      control.value = state[name];
    }
    state.off = new Set((said.get("off") || "").split(",").filter((name) => SEVERITIES.includes(name)));
  }
  function choose(changes) {
    Object.assign(state, changes);
    for (const name of CHOICES) byId(name).value = state[name];
    refresh();
  }
  async function copy(text) {
    let done = false;
    try { await navigator.clipboard.writeText(text); done = true; } catch {
      const area = make("textarea", { class: "hidden", "aria-hidden": "true" });
      area.value = text;
      const focused = document.activeElement;
      document.body.append(area);
      area.select();
      done = document.execCommand("copy");
      area.remove();
      focused?.focus();
    }
    byId("said").textContent = done ? `Copied: ${text}` : `Could not copy: ${text}`;
    return done;
  }
  async function press(button, text) {
    const label = button.dataset.label ||= button.textContent;
    button.textContent = (await copy(text)) ? "Copied" : "Not copied";
    setTimeout(() => { button.textContent = label; }, 1500);
  }
  function tray() {
    byId("tray").hidden = !accepted.size;
    byId("tray-count").textContent = `${accepted.size} accepted`;
    byId("tray-command").textContent = command([...accepted.values()].flat(), ...[...accepted.keys()].map((id) => `--accept ${id}`));
  }

  // ---------------------------------------------------------------- what the reader does
  function step(by) {
    const all = () => [...document.querySelectorAll(".entry")];
    const now = document.activeElement?.closest(".entry");
    let place = now ? all().indexOf(now) + by : by > 0 ? 0 : -1;
    if (place >= all().length) more();
    place = Math.max(0, Math.min(place, all().length - 1));
    const next = all()[place];
    if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "start" }); }
  }
  /** Shows an entry, whatever the filters say. */
  function go(place) {
    const at = () => rows.findIndex((entry) => entry.place === place);
    closed.delete(data.entries[place].group);
    if (at() < 0) choose({ ...initial, status: "", off: new Set() });
    while (drawn <= at()) more();
    const article = byId(`e${place}`).closest(".entry");
    article.focus({ preventScroll: true });
    article.scrollIntoView({ block: "start" });
  }
  /** Shows the finding that the address names, if it names one. */
  function follow() {
    const id = /^#f-([\w-]+)$/.exec(location.hash)?.[1];
    const entry = id && data.entries.find((one) => one.findings.some((f) => f.id === id));
    if (!entry) return false;
    const hash = location.hash;
    go(entry.place);
    const found = document.querySelector(`[data-id="${id}"]`);
    for (const other of document.querySelectorAll(".finding.meant")) other.classList.remove("meant");
    found.classList.add("meant");
    found.scrollIntoView({ block: "center" });
    try { history.replaceState(null, "", hash); } catch { /* a sandbox may forbid it */ }
    return true;
  }
  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape") { byId("q").blur(); choose({ ...initial, off: new Set() }); return; }
    if (typing) return;
    const here = document.activeElement?.closest(".entry");
    const keys = {
      j: () => step(1), k: () => step(-1),
      "/": () => { byId("q").focus(); byId("q").select(); },
      x: () => here?.querySelector("[data-accept]")?.click(),
      c: () => (accepted.size ? byId("tray-copy") : here?.querySelector("[data-copy]"))?.click(),
    };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  }
  function click(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const { severity, code, copy: text } = button.dataset;
    if (severity) { state.off.has(severity) ? state.off.delete(severity) : state.off.add(severity); refresh(); }
    if (code) choose({ code: state.code === code ? "" : code });
    if (button.dataset.group) { const n = Number(button.dataset.group); byHand.add(n); closed.has(n) ? closed.delete(n) : closed.add(n); refresh(); document.querySelector(`[data-group="${n}"]`)?.focus(); }
    if (text) press(button, text);
    if (button.dataset.go) go(Number(button.dataset.go));
    if (button.id === "reset") choose({ ...initial, off: new Set() });
    if (button.id === "tray-copy") press(button, byId("tray-command").textContent);
    if (button.id === "tray-clear") { accepted.clear(); for (const box of document.querySelectorAll("[data-accept]")) box.checked = false; tray(); }
  }
  function changed(event) {
    const { accept, lists: places } = event.target.dataset;
    if (accept === undefined) return;
    event.target.checked ? accepted.set(accept, places.split(",").map(Number)) : accepted.delete(accept);
    tray();
  }

  charts();
  options();
  const initial = { q: "", code: "", fix: "", status: state.status, list: "", sort: "worst" };
  const named = location.hash;
  recall();
  refresh();
  if (/^#f-/.test(named)) { try { history.replaceState(null, "", named); } catch { /* a sandbox */ } follow(); }
  let waiting = 0;
  byId("q").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => choose({ q: byId("q").value }), 120); });
  for (const name of CHOICES.slice(1)) byId(name).addEventListener("change", () => choose({ [name]: byId(name).value }));
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", key);
  addEventListener("hashchange", follow);
  // Built while nobody waits, so that the first letter typed is as quick as the tenth.
  let prepared = 0;
  const prepare = () => { for (const end = Math.min(prepared + 500, data.entries.length); prepared < end; prepared++) haystack(data.entries[prepared]); if (prepared < data.entries.length) setTimeout(prepare, 0); };
  setTimeout(prepare, 200);
  document.addEventListener("click", click);
  document.addEventListener("change", changed);
  addEventListener("beforeprint", () => { while (drawn < rows.length) more(); });
  new IntersectionObserver((seen) => { if (seen[0].isIntersecting && drawn < rows.length) more(); }, { rootMargin: "1200px" }).observe(byId("end"));
  document.documentElement.dataset.ready = "true";
})();
