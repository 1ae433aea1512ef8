// What is stored, shown to the person it is about.
import { button, element } from "./dom.js";

export function showStored(root, words, messages) {
  const close = button(words.say("chat.close"), () => dialog.close(), "primary");
  const title = element("h2", { textContent: words.say("chat.stored_title"), tabIndex: -1 });
  const dialog = element("dialog", { className: "stored" }, title);
  dialog.setAttribute("aria-label", words.say("chat.stored_title"));
  if (messages === null) dialog.append(element("p", { textContent: words.say("chat.stored_nothing") }));
  else dialog.append(...known(words, messages));
  dialog.append(close);
  dialog.addEventListener("close", () => dialog.remove());
  root.append(dialog);
  dialog.showModal();
  title.focus();
}

function known(words, messages) {
  const list = element("ol");
  for (const message of messages) {
    const who = words.say(message.said_by === "person" ? "chat.you" : "chat.bot");
    const time = element("time", { dateTime: message.said_at, textContent: new Date(message.said_at).toLocaleString(words.locale) });
    list.append(element("li", {}, element("strong", { textContent: who }), " – ", time, element("p", { dir: "auto", textContent: message.text })));
  }
  return [
    element("p", { textContent: words.say("chat.stored_device") }),
    element("p", { textContent: words.say("chat.privacy") }),
    element("h3", { textContent: words.say("chat.stored_messages") }),
    list,
  ];
}
