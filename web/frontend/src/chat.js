// One conversation: wires memory, transport and view together.
import { isSure } from "./dialog.js";
import { download } from "./dom.js";
import { adopt, lookSheet } from "./look.js";
import { Memory } from "./memory.js";
import { hasArrived, Outbox } from "./outbox.js";
import { transcriptText } from "./plain.js";
import { goTo, onThreeEscapes } from "./quick-exit.js";
import { Showing } from "./showing.js";
import { readStored, showStored } from "./stored.js";
import { Tabs } from "./tabs.js";
import { readJson, Transport, TransportError } from "./transport.js";
import { View } from "./view.js";
import { Words } from "./words.js";

const SIZES = [0.875, 1, 1.25, 1.5, 2];

export class Chat {
  // root: the element with the class `bovett`; sheets: where style sheets are adopted.
  constructor(root, { base, site, locale, mode, sheets, told = () => {}, close = () => {} }) {
    Object.assign(this, { root, base, siteId: site, asked: locale, mode, sheets, told });
    this.memory = new Memory(site);
    this.transport = new Transport(base, site, this.memory);
    this.outbox = new Outbox(this.memory);
    this.history = []; // {text} of the person, {reply} of ours
    this.locale = null;
    this.offered = null; // the id of a guide that the address names: a button, never begun by itself
    this.actions = {
      close,
      press: (button) => this.#say(button.title, { payload: button.payload, title: button.title }),
      say: (text) => this.#say(text, { text }),
      rate: (...opinion) => this.transport.rate(...opinion),
      speak: (wanted) => this.speak(wanted),
      leave: () => this.leave(),
      erase: () => this.#askAndErase("chat.erase_ask", "chat.erased"),
      startOver: () => this.#askAndErase("chat.start_over_ask", "chat.started_over"),
      save: () => download(transcriptText(this.history, this.words, this.base), "bovett.txt"),
      showStored: () => this.#showStored(),
      showToHelper: () => this.#showToHelper(),
      resize: (step) => this.#resize(step),
      tiles: [],
      openings: [],
      offered: null,
    };
  }

  // The settings of the site; without the messages nothing can be shown yet.
  async open() {
    const settings = readJson(`${this.base}/sites/${encodeURIComponent(this.siteId)}.json`);
    const early = this.asked && this.#messages(this.asked);
    this.site = await settings;
    if (this.site.logo) this.site.logo = this.base + this.site.logo;
    adopt(this.sheets, lookSheet(this.site));
    const served = this.site.languages.map((language) => language.locale);
    const wanted = [this.memory.record.locale, this.asked, document.documentElement.lang.slice(0, 2), this.site.locale];
    this.locale = (this.mode === "page" ? this.asked : wanted.find((each) => served.includes(each))) || "nb";
    this.messages = await (this.locale === this.asked ? early : this.#messages(this.locale));
    this.words = new Words(this.messages);
    this.#resize(0);
  }

  #messages(locale) {
    const loading = readJson(`${this.base}/messages/${locale}.json${this.siteId === "bovett" ? "" : `?site=${encodeURIComponent(this.siteId)}`}`);
    loading.catch(() => {}); // told of where it is awaited
    return loading;
  }

  async start() {
    this.#show();
    this.tabs = new Tabs(this.siteId, {
      anyone: () => this.#tellWhere(),
      here: ({ record }) => this.#join(record),
      changed: ({ id }) => id === this.memory.conversation?.id && this.#refresh(),
      gone: ({ id }) => id === this.memory.conversation?.id && this.#reset(),
    });
    this.stopEscapes = onThreeEscapes(() => this.#isInUse && this.leave());
    this.online = () => this.#flush();
    window.addEventListener("online", this.online);
    if (this.memory.conversation) await this.#refresh();
    else this.tabs.tell("anyone");
    this.root.dataset.ready = "true";
    this.#flush();
  }

  stop() {
    this.tabs?.close();
    this.stopEscapes?.();
    window.removeEventListener("online", this.online);
    this.view?.remove();
  }

  get hasBegun() {
    return this.history.length > 0 || this.outbox.items.length > 0 || Boolean(this.memory.conversation);
  }

  // On a page of others, Esc is theirs until somebody talks to us.
  get #isInUse() {
    return this.mode !== "panel" || this.hasBegun || this.root.matches(":focus-within");
  }

  get #saidByPerson() {
    return this.history.filter((item) => !item.reply).length;
  }

  #show() {
    const { guides, tiles, openings } = this.messages;
    const offered = guides.find((guide) => guide.id === this.offered) || null;
    Object.assign(this.actions, { offered, openings, tiles: tiles.filter((tile) => tile.payload !== offered?.payload) });
    const draft = this.view?.input.value || "";
    this.view?.remove();
    this.view = new View(this.root, this.words, this.site, { mode: this.mode, base: this.base }, this.actions);
    this.view.input.value = draft;
    this.#draw();
  }

  #draw() {
    this.view.clear();
    this.view.addWelcome();
    for (const item of this.history) {
      if (item.reply) this.view.addReplies([item.reply], { quiet: true });
      else this.view.addPerson(item.text);
    }
    for (const item of this.outbox.items) this.#fail(item);
    this.view.begun(this.hasBegun);
    if (this.hasBegun) this.view.showLast();
  }

  // Another language: what was said stays, and so does what is half written.
  async speak(locale) {
    try {
      this.messages = await this.#messages(locale);
    } catch {
      this.view.tell(this.words.say("chat.failed"));
      return;
    }
    this.locale = locale;
    this.words = new Words(this.messages);
    this.memory.keep({ locale });
    this.#show();
    this.view.input.focus();
    this.told("language", { locale });
  }

  startGuide(id) {
    const guide = this.messages?.guides.find((each) => each.id === id);
    if (guide) this.actions.press(guide);
  }

  async #say(text, body) {
    if (this.view.isWaiting) return;
    const item = { text, body: { ...body, locale: this.locale }, after: this.#saidByPerson };
    item.bubble = this.view.addPerson(text);
    this.offered = this.actions.offered = null;
    this.view.begun(true);
    await this.#deliver(item);
  }

  async #deliver(item) {
    this.outbox.take(item);
    this.view.mended(item.bubble);
    this.view.waiting(true);
    const before = this.memory.conversation?.id;
    let replies = null;
    let problem = null;
    try {
      replies = await this.#sendOnce(item);
    } catch (error) {
      problem = error instanceof TransportError ? error : new TransportError("", 200);
    }
    this.view.waiting(false);
    if (this.memory.conversation?.id !== before) this.#tellWhere(); // tabs that were open before it began
    if (problem) this.#undelivered(item, problem);
    else if (replies) this.#delivered(item, replies);
  }

  // Null when it had got through already: then everything is drawn anew from what the server has.
  async #sendOnce(item) {
    if (item.tried && this.memory.conversation) {
      const messages = await this.transport.transcript();
      if (messages && hasArrived(item, messages) && messages.at(-1).said_by === "assistant") {
        this.#take(messages);
        return null;
      }
    }
    return this.transport.send(item.body);
  }

  #delivered(item, replies) {
    this.outbox.moveOn();
    this.history.push({ text: item.text }, ...replies.map((reply) => ({ reply })));
    this.view.addReplies(replies);
    this.view.begun(true);
    this.told("reply", { locale: replies.at(-1)?.locale });
    this.tabs?.tell("changed", { id: this.memory.conversation?.id });
  }

  // The message stays with a button to send it again: nothing a person wrote is lost.
  #undelivered(item, problem) {
    const isOffline = problem.status === 0;
    const words = problem.message || this.words.say("chat.failed");
    item.tried = isOffline;
    item.reason = isOffline ? `${words} ${this.words.say("chat.offline")}` : words;
    this.outbox.add(item);
    this.#fail(item);
    this.view.addReplies(problem.replies.length ? problem.replies : [this.messages.unreachable], { quiet: true });
    this.view.reveal(item.bubble.querySelector(".note"), "start"); // the button to send it again, and below it whom to call
    this.told("failed");
  }

  #fail(item) {
    if (!item.bubble?.isConnected) item.bubble = this.view.addPerson(item.text);
    this.view.failed(item.bubble, item.reason, () => this.#deliver(item));
  }

  async #flush() {
    for (const item of this.outbox.waiting) {
      if (!navigator.onLine || this.view.isWaiting) return;
      await this.#deliver(item);
    }
  }

  async #refresh() {
    if (this.view.isWaiting) return;
    try {
      const messages = await this.transport.transcript();
      if (messages === null) this.#reset();
      else if (!this.view.isWaiting) this.#take(messages);
    } catch {
      // unreachable: what is shown stays
    }
  }

  #take(messages) {
    this.history = messages
      .filter((message) => message.said_by === "person" || message.outcome)
      .map((message) => (message.said_by === "person" ? { text: message.text } : { reply: message }));
    this.#draw();
  }

  // Other tabs with the same site go on with the conversation here, and leave it with this one.
  #tellWhere() {
    const { conversation } = this.memory;
    if (conversation) this.tabs?.tell("here", { record: { ...conversation, locale: this.locale } });
  }

  // Another tab has a conversation with this site: go on with it, unless one was begun here.
  async #join(record) {
    if (this.memory.conversation || this.history.length || this.view.isWaiting) return;
    if (typeof record?.id !== "string" || typeof record?.token !== "string") return;
    this.memory.keep({ id: record.id, token: record.token });
    await this.#refresh();
  }

  // Leaving in a hurry asks nothing; these two do, since what is gone does not come back.
  async #askAndErase(question, done) {
    const [title, ...texts] = [question, "chat.erase_lost", "chat.erase_save"].map((key) => this.words.say(key));
    const [yes, no] = ["chat.erase_yes", "chat.erase_no"].map((key) => this.words.say(key));
    if (await isSure(this.root, { title, texts, yes, no })) await this.#erase(done);
  }

  async #erase(done) {
    const id = this.memory.conversation?.id;
    try {
      await this.transport.erase();
    } catch {
      this.view.tell(this.words.say("chat.failed"));
      return;
    }
    this.#reset();
    if (id) this.tabs?.tell("gone", { id });
    this.view.tell(this.words.say(done));
    this.view.input.focus();
    this.told("erase");
  }

  #reset() {
    this.memory.forget();
    this.outbox.clear();
    this.history = [];
    this.view.tools.show(false);
    // What is open over the conversation shows parts of it, also when another tab has left or deleted it.
    for (const dialog of this.root.querySelectorAll("dialog")) dialog.close();
    this.#draw();
  }

  async #showStored() {
    const { conversation } = this.memory;
    try {
      const kept = conversation && (await readStored(this.base, conversation));
      if (conversation && !kept) this.memory.forget(); // it has run out
      const shown = kept && (await this.transport.showing());
      if (this.memory.closed) return; // left meanwhile
      const unsent = this.outbox.waiting.map((item) => item.text);
      showStored(this.root, this.words, { kept, unsent, site: this.site.name, shownUntil: shown?.ends_at });
    } catch {
      this.view.tell(this.words.say("chat.failed"));
    }
  }

  async #showToHelper() {
    try {
      const { ends_at } = await this.transport.showing();
      new Showing(this.root, this.words, this.transport, ends_at);
    } catch (error) {
      this.view.tell((error instanceof TransportError && error.message) || this.words.say("chat.show_failed"));
    }
  }

  // The browser's own size of text is the measure, whatever the host page makes of it.
  #resize(step) {
    const kept = SIZES.indexOf(this.size ?? this.memory.record.size ?? 1);
    this.size = SIZES[Math.min(SIZES.length - 1, Math.max(0, (kept < 0 ? 1 : kept) + step))];
    if (step) this.memory.keep({ size: this.size });
    const whole = this.root.closest(".bovett") || this.root;
    whole.style.setProperty("--rem", `${mediumSize(this.root) * this.size}px`);
  }

  // Out of here at once: the page first, then what is stored, and the way back leads nowhere.
  leave() {
    const id = this.memory.conversation?.id;
    this.view?.remove();
    this.root.replaceChildren();
    const erasing = this.transport.erase({ leaving: true });
    erasing.catch(() => {}); // it runs out by itself
    this.transport.leave();
    this.memory.close();
    this.outbox.clear();
    this.history = [];
    if (id) this.tabs?.tell("gone", { id });
    this.told("exit");
    document.title = "";
    goTo(this.site?.exit || "about:blank");
  }
}

function mediumSize(root) {
  const probe = document.createElement("span");
  probe.style.fontSize = "medium";
  root.append(probe);
  const size = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size || 16;
}
