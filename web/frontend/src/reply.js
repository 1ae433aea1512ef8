// One reply as a bubble.
import { blocksOf } from "./blocks.js";
import { copyText } from "./copy.js";
import { button, element, group, hidden, link } from "./dom.js";
import { marker } from "./norwegian.js";
import { replyText } from "./plain.js";
import { printText } from "./print.js";

const WORTH_KEEPING = ["answered", "emergency", "guide", "no_answer", "handoff"];

export class ReplyMaker {
  constructor(words, { base, newTab, actions, tell }) {
    Object.assign(this, { words, base, newTab, actions, tell });
  }

  make(reply) {
    const { words } = this;
    this.mark = marker(reply.norwegian);
    const bubble = element("article", { className: "message assistant" });
    bubble.dataset.outcome = reply.outcome;
    bubble.append(hidden(`${words.say("chat.bot")}: `), this.#answer(reply));
    if (reply.contacts?.length) bubble.append(this.#contacts(reply));
    if (reply.citations?.length) bubble.append(this.#citations(reply));
    if (reply.law_text?.length) bubble.append(this.#lawText(reply.law_text));
    if (reply.attachments?.length) bubble.append(this.#attachments(reply));
    if (reply.buttons?.length) bubble.append(this.#buttons(reply));
    if (reply.id && this.#isWorthKeeping(reply)) bubble.append(this.#keeping(reply));
    if (reply.id && reply.article) bubble.append(this.#helpful(reply.id));
    return bubble;
  }

  // What was written for this reply is in its language; what stands around it, in that of the page.
  #spoken(reply) {
    return { lang: reply.locale, dir: this.words.direction(reply.locale) };
  }

  #answer(reply) {
    const box = element("div", { className: "reply", ...this.#spoken(reply) });
    if (reply.myth) box.append(this.#myth(reply.myth));
    if (reply.article) box.append(element("h2", {}, ...this.mark(reply.article.title)));
    box.append(...blocksOf(reply.text, this.mark));
    return box;
  }

  // A step of a guide that asks on is no result to keep.
  #isWorthKeeping(reply) {
    return WORTH_KEEPING.includes(reply.outcome) && !reply.asks;
  }

  #link(href, text) {
    const made = link(href, text, this.base);
    if (this.newTab && made.protocol === "https:") made.target = "_blank";
    return made;
  }

  #myth(text) {
    const { words } = this;
    const heading = element("h3", { textContent: words.say("chat.myth"), lang: words.locale, dir: words.direction() });
    return element("div", { className: "myth" }, heading, ...blocksOf(text, this.mark));
  }

  #citations(reply) {
    const list = element("ul");
    for (const citation of reply.citations) {
      const since = this.words.say("chat.as_of", { date: this.words.day(citation.as_of) });
      list.append(element("li", {}, this.#link(citation.url, citation.ref), ` (${since})`));
    }
    const box = this.#facts("chat.citations", list, "citations");
    if (reply.article) {
      box.append(element("p", { textContent: this.words.say("chat.checked", { date: this.words.day(reply.article.checked_on) }) }));
    }
    return box;
  }

  // The official words, folded up: whoever wants them opens them, and a screen reader reads them as Norwegian.
  #lawText(texts) {
    const box = element("section", { className: "law" }, element("h3", { textContent: this.words.say("chat.law_text") }));
    for (const text of texts) {
      const words = element("div", { lang: "no", dir: "ltr" });
      words.append(...[...text.paragraphs, ...text.footnotes].map((paragraph) => element("p", { textContent: paragraph })));
      const summary = element("summary", { lang: "no", textContent: [text.ref, text.heading].filter(Boolean).join(". ") });
      const source = element("p", { className: "source" });
      const owner = element("span", { lang: "no", textContent: text.attribution });
      source.append(this.words.say("chat.law_since", { date: this.words.day(text.as_of) }), " ", owner);
      box.append(element("details", {}, summary, words, source));
    }
    return box;
  }

  #contacts(reply) {
    const list = element("ul");
    const spoken = this.#spoken(reply);
    for (const contact of reply.contacts) {
      const item = element("li", {}, element("strong", spoken, ...this.mark(contact.name)));
      if (contact.about) item.append(element("div", {}, element("span", spoken, ...this.mark(contact.about))));
      if (contact.phone) {
        const call = this.#link(`tel:${contact.phone.replaceAll(" ", "")}`, this.words.say("chat.call", { phone: this.words.phone(contact.phone) }));
        item.append(element("div"), call);
      }
      if (contact.hours) item.append(element("div", {}, element("span", spoken, ...this.mark(contact.hours))));
      if (contact.url) {
        const address = `${this.words.say("chat.website")}: ${new URL(contact.url).host}`;
        item.append(element("div"), this.#link(contact.url, address));
      }
      list.append(item);
    }
    return this.#facts("chat.contacts", list, "contacts");
  }

  #attachments(reply) {
    const list = element("ul");
    for (const attachment of reply.attachments) {
      const open = Object.assign(link(attachment.url, "", this.base), this.#spoken(reply));
      open.append(...this.mark(attachment.title));
      // A letter opens beside the conversation, which stays where it is; a date goes to the calendar.
      if (attachment.mime === "text/html") open.target = "_blank";
      else open.download = "";
      list.append(element("li", {}, open));
    }
    return this.#facts("chat.attachments", list, "attachments");
  }

  #facts(key, list, className) {
    return element("section", { className: `facts ${className}` }, element("h3", { textContent: this.words.say(key) }), list);
  }

  #buttons(reply) {
    const made = reply.buttons.map((each) => button(this.mark(each.title), () => this.actions.press(each), "secondary", this.#spoken(reply)));
    return group(this.words.say("chat.choices"), "choices", ...made);
  }

  #keeping(reply) {
    const { words, mark } = this;
    const copy = async () => this.tell(words.say((await copyText(replyText(reply, words, this.base))) ? "chat.copied" : "chat.copy_failed"));
    const print = (event) =>
      printText(replyText(reply, words, this.base), event.target.closest(".bovett"), {
        title: words.say("chat.title"), locale: reply.locale, direction: words.direction(reply.locale), mark,
      });
    return element(
      "div", { className: "keeping" },
      button(words.say("chat.copy"), copy, "tertiary"), button(words.say("chat.print"), print, "tertiary"),
    );
  }

  #helpful(replyId) {
    const { words } = this;
    const box = group(words.say("chat.helpful"), "helpful", element("span", { textContent: words.say("chat.helpful") }));
    const rate = async (helpful) => {
      try {
        await this.actions.rate(replyId, helpful);
      } catch {
        this.tell(words.say("chat.failed"));
        return;
      }
      const thanks = element("span", { textContent: words.say("chat.thanks_feedback"), tabIndex: -1 });
      box.replaceChildren(thanks);
      if (!helpful) box.append(this.#why(replyId, box));
      thanks.focus(); // the button that held the focus is gone
    };
    box.append(button(words.say("chat.yes"), () => rate(true)), button(words.say("chat.no"), () => rate(false)));
    return box;
  }

  #why(replyId, box) {
    const { words } = this;
    const field = element("input", { className: "ds-input", maxLength: 500, autocomplete: "off" });
    const form = element(
      "form", { className: "why" },
      element("label", { className: "ds-label" }, element("span", { textContent: words.say("chat.why") }), field),
      element("button", { type: "submit", className: "ds-button", textContent: words.say("chat.why_keep") }),
    );
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const comment = field.value.trim();
      if (!comment) return field.focus();
      try {
        await this.actions.rate(replyId, false, comment);
        const thanks = element("span", { textContent: words.say("chat.thanks_feedback"), tabIndex: -1 });
        box.replaceChildren(thanks);
        thanks.focus();
      } catch {
        this.tell(words.say("chat.failed"));
      }
    });
    return form;
  }
}
