// Showing the conversation: the parts of the page or panel, and what is put into them.
import { AnswerField } from "./answer-field.js";
import { button, element, group, hidden, link, picture } from "./dom.js";
import { ReplyMaker } from "./reply.js";
import { Tools } from "./tools.js";

export class View {
  constructor(root, words, site, options, actions) {
    Object.assign(this, { root, words, site, actions });
    this.mode = options.mode; // "page", "frame" or "panel"
    this.isWaiting = false;
    this.maker = new ReplyMaker(words, {
      base: options.base, newTab: this.mode !== "page", actions, tell: (text) => this.tell(text),
    });
    this.#build(options.base);
  }

  #build(base) {
    const { words, mode } = this;
    this.root.lang = words.locale;
    this.root.dir = words.direction();
    this.tools = new Tools(words, { languages: mode !== "page", isFolded: mode !== "page", base }, this.actions);
    this.intro = element(
      "div", { className: "intro" },
      element("p", {}, element("strong", { textContent: words.say("chat.machine") })),
      element("p", {}, `${words.say("chat.privacy")} `, this.#privacyLink(base)),
    );
    this.log = element("div", { className: "log", tabIndex: 0 });
    for (const [name, value] of [["role", "log"], ["aria-live", "polite"], ["aria-label", words.say("chat.log")]]) {
      this.log.setAttribute(name, value);
    }
    this.tiles = this.actions.tiles.map((tile) => this.#beginning(tile));
    this.topics = this.#beginnings("chat.topics", [this.actions.offered && this.#offer(this.actions.offered), ...this.tiles]);
    this.openings = this.#beginnings("chat.openings", this.actions.openings.map((opening) => this.#beginning(opening)));
    this.status = element("p", { className: "status" });
    this.status.setAttribute("role", "status");
    this.dots = element("div", { className: "dots", hidden: true }, element("span"), element("span"), element("span"));
    this.dots.setAttribute("aria-hidden", "true");
    this.field = new AnswerField(words, { answer: (text) => this.actions.say(text), tell: (text) => this.tell(text) });
    const emergency = element("p", { className: "emergency", textContent: words.say("chat.emergency") });
    const middle = element("div", { className: "scroll" }, mode === "page" ? null : emergency, this.intro, this.log, this.topics, this.openings, this.dots);
    this.scroller = mode === "page" ? null : middle;
    this.form = this.#form();
    const bar = this.#bar();
    const below = [middle, this.status, this.field.form, this.form];
    if (mode === "page") below.push(this.tools.element);
    else below.unshift(this.tools.element);
    this.parts = [bar, ...below];
    this.root.prepend(bar);
    this.root.append(...below);
  }

  #privacyLink(base) {
    const { url, title } = this.words.privacy;
    const made = link(url, title, base);
    if (this.mode !== "page") made.target = "_blank"; // the page of the host stays
    return made;
  }

  #bar() {
    const { words, mode } = this;
    const leave = button(words.say("chat.leave"), () => this.actions.leave(), "primary", { className: "ds-button leave" });
    leave.title = words.say("chat.leave_hint");
    const bar = element("div", { className: "bar" });
    if (mode !== "page") {
      if (this.site.logo) bar.append(element("img", { className: "logo", src: this.site.logo, alt: "" }));
      bar.append(element("p", { className: "name", textContent: this.site.name }), this.tools.toggle);
    }
    if (mode === "panel") {
      this.close = button("", () => this.actions.close(), "tertiary", { className: "ds-button close" });
      this.close.setAttribute("aria-label", words.say("chat.close"));
      this.close.append(picture("M5 5 19 19M19 5 5 19"));
      bar.append(this.close);
    }
    bar.append(leave, hidden(words.say("chat.leave_hint")));
    return bar;
  }

  #beginnings(key, buttons) {
    const title = this.words.say(key);
    const box = group(title, "topics", element("p", { className: "topics-title", textContent: title }), ...buttons.filter(Boolean));
    box.hidden = true;
    return box;
  }

  #beginning(tile) {
    return button(this.words.mark(tile.title), () => this.actions.press(tile), "secondary", { className: "ds-button tile" });
  }

  // What a link to here is for: the person begins it, once it can be read what is stored.
  #offer(guide) {
    return button(this.words.mark(guide.title), () => this.actions.press(guide), "primary", { className: "ds-button offer" });
  }

  #form() {
    const { words } = this;
    const id = `question-${Math.random().toString(36).slice(2, 8)}`;
    this.input = element("textarea", { id, className: "ds-input", rows: 2, maxLength: 2000, dir: "auto", autocomplete: "off", enterKeyHint: "send" });
    this.send = element("button", { type: "submit", className: "ds-button", textContent: words.say("chat.send") });
    const label = element("label", { className: "ds-label", htmlFor: id, textContent: words.say("chat.input") });
    const form = element("form", { className: "ask" }, label, element("div", { className: "row" }, this.input, this.send));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    return form;
  }

  #submit() {
    const text = this.input.value.trim();
    if (!text) {
      this.tell(this.words.say("chat.empty"));
      this.input.focus();
      return;
    }
    if (this.isWaiting) return;
    this.input.value = "";
    this.actions.say(text);
  }

  remove() {
    for (const part of this.parts) part.remove();
  }

  tell(text) {
    this.status.textContent = text;
  }

  waiting(on) {
    this.isWaiting = on;
    // Not `disabled`: that would take the focus away from whoever pressed it.
    this.send.setAttribute("aria-disabled", String(on));
    this.dots.hidden = !on;
    this.tell(on ? this.words.say("chat.typing") : "");
    this.log.setAttribute("aria-busy", String(on));
  }

  clear() {
    this.log.replaceChildren();
    this.field.show(null);
  }

  // What may be done once something was said.
  begun(has) {
    const { offered, tiles, openings } = this.actions;
    for (const tile of this.tiles) tile.hidden = has;
    this.topics.hidden = has ? !offered : !offered && !tiles.length;
    this.openings.hidden = has || !openings.length;
    this.tools.begun(has);
  }

  addWelcome() {
    const text = this.words.say("chat.welcome");
    this.log.append(this.maker.make({ outcome: "smalltalk", locale: this.words.locale, text }));
  }

  addPerson(text) {
    const bubble = element("div", { className: "message person" });
    // The direction follows what was written alone, not the word "You" before it.
    bubble.append(hidden(`${this.words.say("chat.you")}: `), element("div", { className: "said", dir: "auto", textContent: text }));
    this.log.append(bubble);
    this.reveal(bubble, "end");
    return bubble;
  }

  failed(bubble, reason, again) {
    bubble.classList.add("failed");
    const note = element("div", { className: "choices note" });
    note.setAttribute("role", "alert");
    const retry = button(this.words.say("chat.retry"), () => {
      if (this.isWaiting) return;
      this.input.focus(); // the button that held the focus goes
      again();
    });
    note.append(element("p", { textContent: reason || this.words.say("chat.failed") }), retry);
    bubble.append(note);
  }

  mended(bubble) {
    bubble.classList.remove("failed");
    bubble.querySelector(".note")?.remove();
  }

  addReplies(replies, { quiet = false } = {}) {
    const bubbles = replies.map((reply) => this.maker.make(reply));
    this.log.append(...bubbles);
    const last = replies.at(-1);
    if (last && last.outcome !== "error") this.field.show(last.asks); // after a failure the question still stands
    if (!quiet && bubbles.length) this.reveal(bubbles[0], "start");
  }

  showLast() {
    if (this.log.lastElementChild) this.reveal(this.log.lastElementChild, "start");
  }

  // In a panel only the panel moves, never the page of the host; much enlarged, all of it moves together.
  reveal(node, block) {
    if (!this.scroller) {
      node.scrollIntoView({ block });
      return;
    }
    const moving = getComputedStyle(this.scroller).overflowY === "visible" ? this.root : this.scroller;
    const { top, bottom } = node.getBoundingClientRect();
    const frame = moving.getBoundingClientRect();
    moving.scrollTop += block === "start" ? top - frame.top - 8 : Math.max(0, bottom - frame.bottom);
  }
}
