// The pages about the chat page: log in, set a password by a one-time link, change it.
"use strict";

const at = (id) => document.getElementById(id);
const link = location.hash.slice(1);  // what stands behind «#» is sent to no server by itself

async function ask(path, said) {
  const response = await fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(said),
  }).catch(() => null);
  if (response?.status === 401 && at("change")) location.replace("/login");
  const body = response?.headers.get("Content-Type")?.startsWith("application/json") ? await response.json() : {};
  const reason = response ? "Chương trình đang bận, xin thử lại sau ít phút." : "Chương trình không trả lời. Xin thử lại.";
  trouble(response?.ok ? "" : body.reason || reason);
  return response?.ok ? body : null;
}

function trouble(text) {
  at("trouble").textContent = text;
  at("trouble").hidden = !text;
}

async function enter(path, said) {
  at("send").disabled = true;
  if (await ask(path, said)) location.replace("/");
  else at("send").disabled = false;
}

at("login")?.addEventListener("submit", (event) => {
  event.preventDefault();
  enter("/login", { name: at("name").value, password: at("password").value });
});

at("join")?.addEventListener("submit", (event) => {
  event.preventDefault();
  if (at("password").value !== at("again").value) trouble("Hai lần gõ không giống nhau.");
  else enter("/join", { link, password: at("password").value });
});

at("change")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  at("done").hidden = true;
  if (at("password").value !== at("again").value) { trouble("Hai lần gõ không giống nhau."); return; }
  at("send").disabled = true;
  if (await ask("/password", { old: at("old").value, password: at("password").value })) {
    at("change").reset();
    tellName();
    at("done").hidden = false;
  }
  at("send").disabled = false;
});

async function tellName() {
  const response = await fetch("/session").catch(() => null);
  if (response?.status === 200) at("name").value = (await response.json()).name;
}

async function begin() {
  if (at("change")) { await tellName(); return; }
  if (at("login")) {
    // a link elsewhere opens «/» without the cookie, so that it looks logged out
    const response = await fetch("/session").catch(() => null);
    if (response?.status === 200) location.replace("/");
    return;
  }
  history.replaceState(null, "", location.pathname);  // so that it stays in no history
  const invited = await ask("/invitation", { link });
  at("name").value = invited?.name ?? "";
  document.body.classList.toggle("closed", !invited);
  if (invited) at("password").focus();
}
begin();
