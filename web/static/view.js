// Showing the conversation. Every text goes in as text, never as HTML.
import { blocksOf } from "./blocks.js";

export class View {
  constructor(root, messages, actions) {
    this.texts = messages.texts;
    this.locale = messages.locale;
    this.languages = new Map(messages.languages.map((language) => [language.locale, language]));
    this.actions = actions;
    this.log = root.querySelector(".log");
    this.status = root.querySelector(".status");
    this.input = root.querySelector("textarea");
    this.isWaiting = false;
  }

  say(key, values = {}) {
    return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), this.texts[key] || "");
  }

  tell(text) {
    this.status.textContent = text;
  }

  waiting(on) {
    this.isWaiting = on;
    this.tell(on ? this.say("chat.typing") : "");
    this.log.setAttribute("aria-busy", String(on));
  }

  clear() {
    this.log.replaceChildren();
  }

  welcome() {
    const nothing = { citations: [], contacts: [], buttons: [], attachments: [], myth: null, article: null };
    return { ...nothing, outcome: "smalltalk", locale: this.locale, text: this.say("chat.welcome") };
  }

  addPerson(text) {
    const bubble = element("div", { className: "message person" });
    // The direction follows what was written alone, not the word "You" before it.
    bubble.append(hidden(`${this.say("chat.you")}: `), element("div", { className: "said", dir: "auto", textContent: text }));
    this.log.append(bubble);
    bubble.scrollIntoView({ block: "end" });
    return bubble;
  }

  failed(bubble, reason, again) {
    bubble.classList.add("failed");
    const note = element("div", { className: "choices", role: "alert" });
    const retry = element("button", { type: "button", textContent: this.say("chat.retry") });
    retry.addEventListener("click", () => {
      if (this.isWaiting) return;
      note.remove();
      bubble.classList.remove("failed");
      this.input.focus(); // the button that held the focus is gone
      again();
    });
    note.append(element("p", { textContent: reason || this.say("chat.failed") }), retry);
    bubble.append(note);
  }

  addReplies(replies, { quiet = false } = {}) {
    const bubbles = replies.map((reply) => this.#reply(reply));
    this.log.append(...bubbles);
    if (!quiet && bubbles.length) bubbles[0].scrollIntoView({ block: "start" });
  }

  showLast() {
    this.log.lastElementChild?.scrollIntoView({ block: "start" });
  }

  #reply(reply) {
    const direction = this.languages.get(reply.locale)?.direction || "ltr";
    const bubble = element("article", { className: "message assistant", lang: reply.locale, dir: direction });
    bubble.dataset.outcome = reply.outcome;
    bubble.append(hidden(`${this.say("chat.bot")}: `));
    if (reply.myth) bubble.append(this.#myth(reply.myth));
    if (reply.article) bubble.append(element("h2", { textContent: reply.article.title }));
    bubble.append(...blocksOf(reply.text));
    if (reply.contacts.length) bubble.append(this.#contacts(reply.contacts));
    if (reply.citations.length) bubble.append(this.#citations(reply));
    if (reply.law_text?.length) bubble.append(this.#lawText(reply.law_text));
    if (reply.buttons.length) bubble.append(this.#buttons(reply.buttons));
    if (reply.id && reply.article) bubble.append(this.#helpful(reply.id));
    return bubble;
  }

  #myth(text) {
    const box = element("div", { className: "myth" });
    box.append(element("h3", { textContent: this.say("chat.myth") }), element("p", { textContent: text }));
    return box;
  }

  #citations(reply) {
    const list = element("ul");
    for (const citation of reply.citations) {
      const item = element("li");
      item.append(link(citation.url, citation.ref), ` (${this.say("chat.as_of", { date: this.#date(citation.as_of) })})`);
      list.append(item);
    }
    const box = this.#facts("chat.citations", list, "citations");
    if (reply.article) {
      box.append(element("p", { textContent: this.say("chat.checked", { date: this.#date(reply.article.checked_on) }) }));
    }
    return box;
  }

  // The official words, folded up: whoever wants them opens them, and a screen reader reads them as Norwegian.
  #lawText(texts) {
    const box = element("section", { className: "law" });
    box.append(element("h3", { textContent: this.say("chat.law_text") }));
    for (const text of texts) {
      const words = element("div", { lang: "no", dir: "ltr" });
      words.append(...[...text.paragraphs, ...text.footnotes].map((paragraph) => element("p", { textContent: paragraph })));
      const details = element("details");
      const summary = element("summary", { lang: "no", textContent: [text.ref, text.heading].filter(Boolean).join(". ") });
      const source = element("p", { className: "source" });
      source.append(this.say("chat.law_since", { date: this.#date(text.as_of) }), " ", element("span", { lang: "no", textContent: text.attribution }));
      details.append(summary, words, source);
      box.append(details);
    }
    return box;
  }

  #contacts(contacts) {
    const list = element("ul");
    for (const contact of contacts) {
      const item = element("li");
      item.append(element("strong", { textContent: contact.name }));
      if (contact.about) item.append(element("div", { textContent: contact.about }));
      if (contact.phone) {
        const call = link(`tel:${contact.phone.replaceAll(" ", "")}`, this.say("chat.call", { phone: contact.phone }));
        item.append(element("div"), call);
      }
      if (contact.hours) item.append(element("div", { textContent: contact.hours }));
      if (contact.url) item.append(element("div"), link(contact.url, `${this.say("chat.website")}: ${new URL(contact.url).host}`));
      list.append(item);
    }
    return this.#facts("chat.contacts", list, "contacts");
  }

  #facts(key, list, className) {
    const box = element("section", { className: `facts ${className}` });
    box.append(element("h3", { textContent: this.say(key) }), list);
    return box;
  }

  #buttons(buttons) {
    const box = element("div", { className: "choices", role: "group" });
    box.setAttribute("aria-label", this.say("chat.choices"));
    for (const button of buttons) {
      const choice = element("button", { type: "button", textContent: button.title });
      choice.addEventListener("click", () => this.actions.press(button));
      box.append(choice);
    }
    return box;
  }

  #helpful(replyId) {
    const box = element("div", { className: "helpful", role: "group" });
    box.setAttribute("aria-label", this.say("chat.helpful"));
    box.append(element("span", { textContent: this.say("chat.helpful") }));
    for (const [key, helpful] of [["chat.yes", true], ["chat.no", false]]) {
      const button = element("button", { type: "button", textContent: this.say(key) });
      button.addEventListener("click", async () => {
        try {
          await this.actions.rate(replyId, helpful);
          const thanks = element("span", { textContent: this.say("chat.thanks_feedback"), tabIndex: -1 });
          box.replaceChildren(thanks);
          thanks.focus(); // the button that held the focus is gone
        } catch {
          this.tell(this.say("chat.failed"));
        }
      });
      box.append(button);
    }
    return box;
  }

  #date(iso) {
    const locale = this.locale === "ar" ? "ar-u-nu-latn" : this.locale;
    return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
  }
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}

function hidden(text) {
  return element("span", { className: "visually-hidden", textContent: text });
}

function link(href, text) {
  // Addresses come from curated content, yet only these two kinds may ever become a link.
  const safe = /^(https:\/\/|tel:)/.test(href) ? href : "#";
  return element("a", { href: safe, textContent: text, rel: "noopener noreferrer" });
}
