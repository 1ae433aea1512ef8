// The page of its own, and the page for frames: the conversation without a host around it.
import { Chat } from "./chat.js";
import { FrameHost } from "./frame.js";
import { schemeOf } from "./look.js";

const root = document.getElementById("chat");
const { locale, site, mode } = root.dataset;

// A link to a guide, as an organisation puts it on its page: ?guide=deposit starts it, once.
function begin(chat) {
  const address = new URL(window.location.href);
  const guide = address.searchParams.get("guide");
  if (!guide) return;
  address.searchParams.delete("guide");
  window.history.replaceState(null, "", address);
  chat.startGuide(guide);
}

async function main() {
  let host = null;
  const chat = new Chat(root, {
    base: "", site, locale, mode, sheets: document, told: (what, detail) => host?.tell(what, detail),
  });
  await chat.open();
  document.body.dataset.scheme = schemeOf(chat.site, null);
  await chat.start();
  if (mode === "frame") host = new FrameHost(chat);
  host?.tell("ready");
  begin(chat);
}

// Without its texts the conversation cannot begin: then the page names people instead.
main().catch(() => {
  root.querySelector(".broken").hidden = false;
});
