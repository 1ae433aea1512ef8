// The page's conversation: wires transport, view and the form together.
import { Transport, TransportError } from "./transport.js";
import { View } from "./view.js";

const root = document.getElementById("chat");
const locale = root.dataset.locale;
const form = root.querySelector("form.ask");
const input = form.querySelector("textarea");
const send = form.querySelector("button");
const erase = document.querySelector("button.erase");

async function main() {
  const messages = await (await fetch(`/messages/${locale}.json`)).json();
  const view = new View(root, messages, { press, rate });
  const transport = new Transport(window.sessionStorage, locale);
  let busy = false;

  async function say(shown, body) {
    if (busy) return;
    const bubble = view.addPerson(shown);
    await deliver(bubble, body);
  }

  async function deliver(bubble, body) {
    busy = true;
    send.disabled = true;
    view.waiting(true);
    try {
      const answer = await transport.send({ ...body, locale });
      view.addReplies(answer.replies);
      erase.hidden = false;
    } catch (error) {
      // The message stays on the page with a button to send it again: nothing a person wrote is lost.
      view.failed(bubble, error instanceof TransportError ? error.message : "", () => deliver(bubble, body));
      if (error instanceof TransportError && error.replies.length) view.addReplies(error.replies);
    } finally {
      busy = false;
      send.disabled = false;
      view.waiting(false);
    }
  }

  function press(button) {
    say(button.title, { payload: button.payload, title: button.title });
  }

  function rate(replyId, helpful) {
    return transport.rate(replyId, helpful);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) {
      view.tell(messages.texts["chat.empty"]);
      input.focus();
      return;
    }
    if (busy) return;
    input.value = "";
    say(text, { text });
  });

  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  erase.addEventListener("click", async () => {
    try {
      await transport.erase();
      view.clear();
      erase.hidden = true;
      view.addReplies([view.welcome()]);
      view.tell(messages.texts["chat.erased"]);
      input.focus();
    } catch {
      view.tell(messages.texts["chat.failed"]);
    }
  });

  document.getElementById("language").addEventListener("change", (event) => {
    window.location.assign(`/${event.target.value}/`);
  });

  const earlier = await transport.resume();
  view.addReplies([view.welcome()]);
  for (const message of earlier) {
    if (message.said_by === "person") view.addPerson(message.text);
    else if (message.outcome) view.addReplies([message], { quiet: true });
  }
  if (earlier.length) erase.hidden = false;
  root.dataset.ready = "true";
}

main();
