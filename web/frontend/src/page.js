// The page of its own, and the page for frames: the conversation without a host around it.
import { Chat } from "./chat.js";
import { FrameHost } from "./frame.js";
import { schemeOf } from "./look.js";

const root = document.getElementById("chat");
const { locale, site, mode } = root.dataset;

// A link to a guide, as an organisation puts it on its page: ?guide=deposit puts it first among what one may begin with.
function offered() {
  const address = new URL(window.location.href);
  const guide = address.searchParams.get("guide");
  if (!guide) return null;
  address.searchParams.delete("guide");
  window.history.replaceState(null, "", address);
  return guide;
}

// Another language has another address: until it is begun, the guide comes along.
function bringAlong(chat) {
  for (const choice of document.querySelectorAll("header .languages a")) {
    choice.addEventListener("click", () => {
      choice.search = chat.offered ? `?guide=${encodeURIComponent(chat.offered)}` : "";
    });
  }
}

async function main() {
  let host = null;
  const chat = new Chat(root, {
    base: "", site, locale, mode, sheets: document, told: (what, detail) => host?.tell(what, detail),
  });
  chat.offered = offered();
  bringAlong(chat);
  await chat.open();
  document.body.dataset.scheme = schemeOf(chat.site, null);
  await chat.start();
  if (mode === "frame") host = new FrameHost(chat);
  host?.tell("ready");
}

// Without its texts the conversation cannot begin: then the page names people instead.
main().catch(() => {
  root.querySelector(".broken").hidden = false;
});
