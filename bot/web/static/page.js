// The chat page: what is said goes to /say and /file, what is answered comes by /feed.
// Every word is put in as text, never as HTML.
"use strict";

const at = (id) => document.getElementById(id);
const log = at("log"), words = at("words"), article = at("article"), suggestions = at("suggestions");
const narrow = matchMedia("(max-width: 56rem)"), coarse = matchMedia("(pointer: coarse)");
const messages = new Map();  // handle → element
let about = { commands: {}, marks: {} };
let shown = null;  // the digest whose article is asked for
let held = "";  // what stands in the reader, as it came

function make(tag, classes = "", text = "") {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  if (text) element.textContent = text;
  return element;
}

// ——— what comes

function listen() {
  const feed = new EventSource("/feed");
  feed.addEventListener("open", () => { at("offline").hidden = true; });
  feed.addEventListener("error", () => {
    at("offline").hidden = false;
    if (feed.readyState === EventSource.CLOSED) setTimeout(listenAgain, 1000);  // refused
  });
  feed.addEventListener("anew", () => {
    for (const element of messages.values()) element.remove();
    messages.clear();
    at("welcome").hidden = false;
  });
  feed.addEventListener("message", (event) => {
    const fresh = JSON.parse(event.data);
    for (const message of fresh) put(message);
    const read = fresh.findLast((message) => message.digest);
    const now = Number(article.dataset.digest);
    if (read && !narrow.matches) openArticle(read.digest, { isFresh: true });
    else if (now) openArticle(now, { isFresh: true });  // it may have been removed, or read anew
  });
}

async function listenAgain() {
  const response = await fetch("/about").catch(() => null);
  if (response?.status === 401) endSession(); else listen();
}

// Logged out elsewhere: what is being written is not thrown away.
function endSession() {
  if (words.value.trim()) trouble("Phiên đăng nhập đã kết thúc. Hãy chép lại nội dung đang gõ rồi tải lại trang.");
  else location.reload();
}

function put(message) {
  const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  const before = messages.get(message.handle);
  const element = message.side === "reader" ? ownWords(message) : answer(message);
  messages.set(message.handle, element);
  if (before) before.replaceWith(element); else log.append(element);
  at("welcome").hidden = true;
  if (message.side === "reader") element.scrollIntoView({ block: "start" });
  else if (wasAtEnd) showNew(element);
}

// A long answer is read from its beginning.
function showNew(element) {
  const isLong = element.offsetHeight > log.clientHeight - 60;
  element.scrollIntoView({ block: isLong ? "start" : "end" });
}

function ownWords(message) {
  const text = message.text ?? "";
  return make("div", `said reader${text.length > 280 ? " long" : ""}`, text);
}

function answer(message) {
  if (message.is_waiting) return make("div", "said bot waiting", message.text);
  const element = make("section", "said bot");
  if (message.text) element.append(make("p", "faint", message.text));
  if (message.file) element.append(fileOf(message.file, message.handle));
  for (const line of message.lines ?? []) element.append(lineOf(line, message.digest));
  const facts = element.querySelectorAll(".fact");
  if (facts.length) facts[0].tabIndex = 0;
  if (message.page) element.append(pageOf(message.page));
  const rows = make("div", "buttons");
  for (const button of (message.buttons ?? []).flat()) rows.append(buttonOf(button, message.handle));
  if (rows.childElementCount) element.append(rows);
  return element;
}

// A picture is shown, anything else is a link to save.
function fileOf(file, handle) {
  const link = make("a", file.is_picture ? "picture" : "file");
  link.href = `/given/${encodeURIComponent(handle)}`;
  if (file.is_picture) {
    const picture = make("img");
    picture.src = link.href;
    picture.alt = file.name;
    link.target = "_blank";
    link.append(picture);
    return link;
  }
  link.download = file.name;
  const size = file.size < 1024 ** 2 ? `${Math.ceil(file.size / 1024)} KB` : `${(file.size / 1024 ** 2).toFixed(1).replace(".", ",")} MB`;
  link.append(make("b", "", file.name), make("span", "faint", `Tải về · ${size}`));
  return link;
}

function pageOf(address) {
  const paragraph = make("p", "page"), link = make("a", "", "Mở thành trang riêng");
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener";
  paragraph.append(link);
  return paragraph;
}

function lineOf(line, digest) {
  const isBlank = !line.pieces.length && !line.label.text;
  if (isBlank) return make("div", "gap");
  const row = make("div", "line");
  if (line.indent) row.style.paddingLeft = `calc(.35rem + ${line.indent * 0.45}ch)`;
  if (line.column) {
    row.classList.add("labelled");
    row.style.setProperty("--column", `min(${line.column * 0.95}ch, 38%)`);
    row.append(make("span", line.label.style, line.label.text));
  } else if (line.label.text) {
    row.append(make("span", line.label.style, line.label.text));
  }
  const body = make("span");
  line.pieces.forEach((piece, index) => body.append(index ? " " : "", pieceOf(piece)));
  row.append(body);
  if (line.fact && digest) asFact(row, line.fact, digest);
  return row;
}

function pieceOf(piece) {
  if (piece.style !== "link" || !/^https?:\/\//i.test(piece.text)) return make("span", piece.style, piece.text);
  const link = make("a", "link", piece.text);
  link.href = piece.text;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

// A line of a digest opens its words in the article; among the lines go the arrow keys.
function asFact(row, fact, digest) {
  const [start, end] = fact.span;
  row.classList.add("fact");
  row.role = "button";
  row.tabIndex = -1;
  row.title = "Xem nguyên văn trong bài";
  Object.assign(row.dataset, { digest, start, end });
  row.addEventListener("click", () => showWords(row));
  row.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); showWords(row); }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const all = [...row.parentElement.querySelectorAll(".fact")];
      const next = all[all.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) { row.tabIndex = -1; next.tabIndex = 0; next.focus(); }
    }
  });
}

function buttonOf(button, handle) {
  const element = make("button", "", button.label);
  element.type = "button";
  element.addEventListener("click", async () => {
    element.disabled = true;
    await say({ press: button.command, message: handle });
    element.disabled = false;
  });
  return element;
}

// ——— the article beside the chat

async function openArticle(digest, { isFresh = false } = {}) {
  if (!isFresh && article.dataset.digest === String(digest)) return true;
  shown = digest;
  const response = await fetch(`/article/${digest}`).catch(() => null);
  const body = await response?.text();
  if (shown !== digest) return false;  // another was asked for meanwhile
  if (!response?.ok) return false;  // the feed tells that the program is away
  if (!body) { emptyReader("Bài này không còn được giữ."); return false; }
  if (body === held) return true;
  held = body;
  const found = JSON.parse(body);
  const kinds = new Set();
  article.replaceChildren(...found.paragraphs.map((paragraph) => paragraphOf(paragraph, kinds)));
  article.dataset.digest = digest;
  article.scrollTop = 0;
  at("which").textContent = `Bài số ${found.number}`;
  at("source").hidden = !/^https?:\/\//i.test(found.url ?? "");
  if (!at("source").hidden) at("source").href = found.url;
  at("legend").replaceChildren(...Object.entries(about.marks)
    .filter(([kind]) => kinds.has(kind))
    .map(([kind, name]) => make("li", `mark-${kind}`, name)));
  at("legend").hidden = !kinds.size;
  return true;
}

function emptyReader(text) {
  article.replaceChildren(make("p", "empty", text));
  delete article.dataset.digest;
  held = "";
  at("which").textContent = "Bài viết";
  at("source").hidden = at("legend").hidden = true;
}

function paragraphOf(paragraph, kinds) {
  const element = make("p", `block-${paragraph.kind}`);
  for (const segment of paragraph.segments) element.append(segmentOf(segment, kinds));
  return element;
}

function segmentOf(segment, kinds) {
  if (!segment.kinds.length) return document.createTextNode(segment.text);
  const mark = make("span", "mark", segment.text);
  // the narrowest fact gives the colour; the summary is only underlined
  const colour = segment.kinds.filter((kind) => kind !== "summary").at(-1);
  if (colour) mark.classList.add(`mark-${colour}`);
  if (segment.kinds.includes("summary")) mark.classList.add("mark-summary");
  if (segment.number) mark.dataset.number = segment.number;
  segment.kinds.forEach((kind) => kinds.add(kind));
  mark.title = segment.kinds.map((kind) => about.marks[kind] ?? kind).join("; ");
  mark.dataset.start = segment.start;
  mark.dataset.end = segment.start + [...segment.text].length;  // places count code points
  mark.addEventListener("click", () => showLine(mark));
  return mark;
}

async function showWords(row) {
  const { digest, start, end } = row.dataset;
  for (const other of document.querySelectorAll(".line.now")) other.classList.remove("now");
  row.classList.add("now");
  if (narrow.matches && !document.body.classList.contains("reading")) {
    history.pushState({ reading: true }, "");
    document.body.classList.add("reading");
  }
  if (!await openArticle(Number(digest))) return;
  for (const other of article.querySelectorAll(".hit")) other.classList.remove("hit");
  const hits = [...article.querySelectorAll(".mark")].filter((mark) =>
    Number(mark.dataset.start) < Number(end) && Number(start) < Number(mark.dataset.end));
  hits.forEach((mark) => mark.classList.add("hit"));
  hits[0]?.scrollIntoView({ block: "center" });
}

// The other way: marked words show the line of the digest that they prove.
function showLine(mark) {
  const lines = [...log.querySelectorAll(`.fact[data-digest="${article.dataset.digest}"]`)].reverse();
  const holds = (row) => Number(row.dataset.start) <= Number(mark.dataset.start)
    && Number(mark.dataset.end) <= Number(row.dataset.end);
  const length = (row) => row.dataset.end - row.dataset.start;
  const row = lines.filter(holds).sort((one, other) => length(one) - length(other))[0];
  if (!row) return;
  leaveArticle();
  for (const other of document.querySelectorAll(".line.now")) other.classList.remove("now");
  row.classList.add("now");
  row.scrollIntoView({ block: "center" });
}

function leaveArticle() {
  if (!document.body.classList.contains("reading")) return;
  document.body.classList.remove("reading");
  if (history.state?.reading) history.back();
}

// ——— what is said

function newKey() {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-");
}

async function post(address, type, body) {
  const response = await fetch(address, { method: "POST", headers: { "Content-Type": type }, body }).catch(() => null);
  if (response?.status === 401) { endSession(); return false; }
  const reasons = { 413: "Quá lớn: chỉ nhận tệp tối đa 25 MB.", 503: "Chương trình đang bận, xin gửi lại." };
  trouble(response?.ok ? "" : reasons[response?.status] ?? "Chưa gửi được: chương trình không trả lời. Xin gửi lại.");
  return Boolean(response?.ok);
}

function say(said) {
  return post("/say", "application/json", JSON.stringify({ key: newKey(), ...said }));
}

async function sendFiles(files) {
  for (const file of files) {
    const query = new URLSearchParams({ key: newKey(), name: file.name });
    if (!await post(`/file?${query}`, "application/octet-stream", file)) return;
  }
}

function trouble(text) {
  at("trouble").textContent = text;
  at("trouble").hidden = !text;
}

async function send() {
  const text = words.value;
  if (!text.trim() || at("send").disabled) return;
  at("send").disabled = true;
  suggest([]);
  if (await say({ text }) && words.value === text) { words.value = ""; grow(); }
  at("send").disabled = false;
  words.focus();
}

function grow() {
  words.style.height = "auto";
  words.style.height = `${words.scrollHeight + 2}px`;
}

// ——— the commands, as they are typed

function suggest(found) {
  suggestions.replaceChildren(...found.map(([command, meaning], index) => {
    const item = make("li");
    item.role = "option";
    item.ariaSelected = String(index === 0);
    item.dataset.command = command;
    item.append(make("b", "", command), make("span", "", meaning));
    item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(item); });
    return item;
  }));
  suggestions.hidden = !found.length;
}

function suggestTyped() {
  const isCommand = /^\/\S*$/.test(words.value);
  suggest(isCommand ? Object.entries(about.commands).filter(([command]) => command.startsWith(words.value)) : []);
}

function choose(item) {
  words.value = `${item.dataset.command} `;
  suggest([]);
  words.focus();
}

function moveChoice(step) {
  const items = [...suggestions.children];
  const now = items.findIndex((item) => item.ariaSelected === "true");
  items[now].ariaSelected = "false";
  const next = items[(now + step + items.length) % items.length];
  next.ariaSelected = "true";
  next.scrollIntoView({ block: "nearest" });
}

function typed(event) {
  if (event.isComposing) return;  // a Vietnamese input method is at work on the word
  const isChoosing = !suggestions.hidden;
  if (isChoosing && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    moveChoice(event.key === "ArrowDown" ? 1 : -1);
  } else if (isChoosing && (event.key === "Tab" || event.key === "Enter")) {
    const item = suggestions.querySelector("[aria-selected=true]");
    if (event.key === "Tab" || item.dataset.command !== words.value) { event.preventDefault(); choose(item); }
    else { event.preventDefault(); send(); }
  } else if (event.key === "Escape" && isChoosing) {
    event.stopPropagation();
    suggest([]);
  } else if (event.key === "Enter" && !event.shiftKey && !coarse.matches) {
    event.preventDefault();
    send();
  }
}

// ——— files that are dropped

function hasFiles(event) {
  return [...(event.dataTransfer?.types ?? [])].includes("Files");
}

addEventListener("dragover", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  at("drop").hidden = false;
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) at("drop").hidden = true; });
addEventListener("drop", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  at("drop").hidden = true;
  sendFiles(event.dataTransfer.files);
});

// ——— the beginning

words.addEventListener("input", () => { grow(); suggestTyped(); });
words.addEventListener("keydown", typed);
words.addEventListener("blur", () => suggest([]));
words.addEventListener("paste", (event) => {
  if (event.clipboardData.files.length && !event.clipboardData.getData("text")) sendFiles(event.clipboardData.files);
});
at("composer").addEventListener("submit", (event) => { event.preventDefault(); send(); });
at("attach").addEventListener("click", () => at("file").click());
at("file").addEventListener("change", () => { sendFiles([...at("file").files]); at("file").value = ""; });
at("close").addEventListener("click", leaveArticle);
at("leave").addEventListener("click", async () => {
  const response = await fetch("/logout", { method: "POST" }).catch(() => null);
  if (response?.ok || response?.status === 401) location.replace("/login"); else trouble("Chưa đăng xuất được: chương trình không trả lời.");
});
at("sample").addEventListener("click", () => { words.value = about.sample; grow(); words.focus(); });
addEventListener("popstate", () => document.body.classList.remove("reading"));
addEventListener("keydown", (event) => {
  if (event.key === "Escape") leaveArticle();
  if (event.key === "/" && document.activeElement !== words && !event.ctrlKey && !event.metaKey) words.focus();
});

async function begin() {
  const response = await fetch("/about").catch(() => null);
  if (response?.ok) about = await response.json();
  at("greeting").textContent = about.greeting ?? "";
  at("who").textContent = about.member ?? "";
  at("where").hidden = Boolean(about.member);
  at("member").hidden = !about.member;
  at("sample").hidden = !about.sample;
  for (const [command, meaning] of Object.entries(about.commands)) {
    at("commands").append(make("dt", "", command), make("dd", "", meaning));
  }
  bring();
  listen();
}

// A link of the page of figures brings a command; whether it is sent is for the reader to say.
// Any page can link here: only commands that show and change nothing are taken.
function bring() {
  const brought = new URLSearchParams(location.hash.slice(1)).get("words");
  if (!/^\/(vanban #[\d.]+|chidao [a-z ]+)$/.test(brought ?? "")) return;
  history.replaceState(null, "", location.pathname);
  words.value = brought;
  grow();
  words.focus();
}
begin();
