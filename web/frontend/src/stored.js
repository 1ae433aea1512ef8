// What is stored, shown to the person it is about.
import { openDialog } from "./dialog.js";
import { element } from "./dom.js";
import { marker } from "./norwegian.js";
import { TransportError } from "./transport.js";

// All that the server has of the conversation; null when it has run out.
export async function readStored(base, { id, token }) {
  const response = await fetch(`${base}/api/v1/conversations/${id}`, {
    headers: { Authorization: `Bearer ${token}` }, credentials: "omit",
  });
  if (response.status === 401) return null;
  if (!response.ok) throw new TransportError("", response.status);
  return response.json();
}

// `kept`: what the server has, or null; `unsent`: messages that lie in this browser alone.
// `shownUntil`: when the link for a helper ends, where there is one.
export function showStored(root, words, { kept, unsent, site, shownUntil }) {
  const content = [];
  if (kept) content.push(...atOurs(words, kept, site, shownUntil));
  if (unsent.length) content.push(line(words.say("chat.stored_unsent")), listOf("ul", unsent.map((text) => [said({ text })])));
  openDialog(root, words, words.say("chat.stored_title"), ...(content.length ? content : [line(words.say("chat.stored_nothing"))]));
}

function atOurs(words, kept, site, shownUntil) {
  const opinions = new Map(kept.opinions.map((opinion) => [opinion.reply_id, opinion]));
  // Without the greeting, which is the same for everybody.
  const messages = kept.messages.slice(1).map((message) => parts(words, message, opinions.get(message.id)));
  return [
    line(words.say("chat.stored_device")),
    line(words.say("chat.privacy")),
    line(words.say("chat.stored_about", { site })),
    line(words.say("chat.stored_until", words.moment(kept.expires_at))),
    shownUntil && line(words.say("chat.show_until", words.moment(shownUntil))),
    element("h3", { textContent: words.say("chat.stored_messages") }),
    listOf("ol", messages),
  ];
}

function parts(words, message, opinion) {
  const who = words.say(message.said_by === "person" ? "chat.you" : "chat.bot");
  const { date, time } = words.moment(message.said_at);
  const when = element("time", { dateTime: message.said_at, textContent: `${date}, ${time}` });
  const shown = [element("strong", { textContent: who }), " – ", when, said(message)];
  if (!opinion) return shown;
  shown.push(line(`${words.say("chat.helpful")} ${words.say(opinion.helpful ? "chat.yes" : "chat.no")}`));
  if (opinion.comment) shown.push(line(`${words.say("chat.why")} `, element("q", { dir: "auto", textContent: opinion.comment })));
  return shown;
}

function line(...content) {
  return element("p", {}, ...content);
}

function said({ text, locale, norwegian }) {
  return element("p", { dir: "auto", ...(locale ? { lang: locale } : {}) }, ...marker(norwegian)(text));
}

function listOf(name, items) {
  return element(name, {}, ...items.map((content) => element("li", {}, ...content)));
}
