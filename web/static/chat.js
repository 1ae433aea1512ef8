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
  const transport = new Transport(storage(), locale);

  async function say(shown, body) {
    if (view.isWaiting) return;
    const bubble = view.addPerson(shown);
    await deliver(bubble, body);
  }

  async function deliver(bubble, body) {
    waiting(true);
    try {
      const answer = await transport.send({ ...body, locale });
      view.addReplies(answer.replies);
      erase.hidden = false;
    } catch (error) {
      // The message stays on the page with a button to send it again: nothing a person wrote is lost.
      view.failed(bubble, error instanceof TransportError ? error.message : "", () => deliver(bubble, body));
      view.addReplies(error.replies?.length ? error.replies : [messages.unreachable]);
    } finally {
      waiting(false);
    }
  }

  function waiting(on) {
    // Not `disabled`: that would take the focus away from whoever pressed it.
    send.setAttribute("aria-disabled", String(on));
    view.waiting(on);
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
    if (view.isWaiting) return;
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

  const earlier = await transport.resume();
  view.addReplies([view.welcome()]);
  for (const message of earlier) {
    if (message.said_by === "person") view.addPerson(message.text);
    else if (message.outcome) view.addReplies([message], { quiet: true });
  }
  if (earlier.length) {
    erase.hidden = false;
    view.showLast();
  }
  root.dataset.ready = "true";
}

function storage() {
  try {
    return window.sessionStorage;
  } catch {
    return null; // blocked by the browser's settings
  }
}

// Without its texts the conversation cannot begin: then the page names people instead.
main().catch(() => {
  root.querySelector(".broken").hidden = false;
  form.hidden = true;
});
