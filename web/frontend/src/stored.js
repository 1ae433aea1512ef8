// What is stored, shown to the person it is about.
import { openDialog } from "./dialog.js";
import { element } from "./dom.js";

// `shownUntil`: when the link for a helper ends, where there is one.
export function showStored(root, words, messages, shownUntil) {
  const content = messages === null ? [element("p", { textContent: words.say("chat.stored_nothing") })] : known(words, messages, shownUntil);
  openDialog(root, words, words.say("chat.stored_title"), ...content);
}

function known(words, messages, shownUntil) {
  const list = element("ol");
  for (const message of messages) {
    const who = words.say(message.said_by === "person" ? "chat.you" : "chat.bot");
    const time = element("time", { dateTime: message.said_at, textContent: new Date(message.said_at).toLocaleString(words.locale) });
    list.append(element("li", {}, element("strong", { textContent: who }), " – ", time, element("p", { dir: "auto", textContent: message.text })));
  }
  return [
    element("p", { textContent: words.say("chat.stored_device") }),
    element("p", { textContent: words.say("chat.privacy") }),
    shownUntil && element("p", { textContent: words.say("chat.show_until", words.moment(shownUntil)) }),
    element("h3", { textContent: words.say("chat.stored_messages") }),
    list,
  ];
}
