// <bovett-chat site locale open>: the widget as an element, in place or, with `launcher`, in a corner of the page.
import sheet from "sheet";
import { Chat } from "./chat.js";
import { button, element } from "./dom.js";
import { adopt, schemeOf } from "./look.js";
import { focusAround, keepInSight } from "./sight.js";

const own = document.currentScript?.src;
export const BASE = own ? new URL(own).origin : window.location.origin;
const DEFAULT_SITE = "bovett";

export class BovettChat extends HTMLElement {
  static observedAttributes = ["open", "locale", "site", "scheme"];

  #common; // the sheets of every site
  #inPage; // ends what listens to the page
  #isDue = false;
  #isReady = false;
  #done;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    adopt(shadow, sheet);
    this.root = element("div", { className: "bovett" });
    this.#common = [...(shadow.adoptedStyleSheets || [])];
    shadow.append(this.root);
    this.#await();
  }

  get open() {
    return this.hasAttribute("open");
  }

  set open(on) {
    this.toggleAttribute("open", Boolean(on));
  }

  get site() {
    return this.getAttribute("site") || DEFAULT_SITE;
  }

  set site(id) {
    this.setAttribute("site", id);
  }

  get locale() {
    return this.chat?.locale || this.getAttribute("locale") || "";
  }

  set locale(locale) {
    this.setAttribute("locale", locale);
  }

  show() {
    this.open = true;
  }

  hide() {
    this.open = false;
  }

  startGuide(id) {
    this.show();
    this.whenReady.then(() => this.chat?.startGuide(id));
  }

  connectedCallback() {
    this.#beginAnew();
    this.#inPage = new AbortController();
    keepInSight(this, this.#inPage.signal);
  }

  disconnectedCallback() {
    this.#end();
    this.#inPage.abort();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name === "site" || (name === "locale" && !this.isShown)) this.#beginAnew();
    else if (!this.isShown) return; // read when it is
    else if (name === "open") this.#follow();
    else if (name === "locale" && now && now !== this.chat.locale) this.chat.speak(now);
    else if (name === "scheme") this.root.dataset.scheme = schemeOf(this.chat.site, now);
  }

  // Attributes that are set one after the other begin one conversation, not several.
  #beginAnew() {
    this.#end();
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.isConnected) this.#begin();
    });
  }

  #end() {
    this.chat?.stop();
    this.chat = null;
    this.isShown = false;
    this.root.replaceChildren();
    if (this.#isReady) this.#await();
  }

  // The promise lasts until the texts are there, however often the site or the language changes before.
  #await() {
    this.#isReady = false;
    this.whenReady = new Promise((done) => {
      this.#done = done;
    });
  }

  async #begin() {
    this.panel = element("section", { className: "panel", hidden: true });
    const look = Object.assign(document.createDocumentFragment(), { adoptedStyleSheets: [] });
    const chat = new Chat(this.panel, {
      base: BASE, site: this.site, locale: this.getAttribute("locale"), mode: "panel", sheets: look,
      told: (what, detail) => this.chat === chat && this.#tell(what, detail), close: () => this.hide(),
    });
    this.chat = chat;
    this.root.replaceChildren(this.panel);
    try {
      await chat.open();
    } catch {
      if (this.chat !== chat) return; // taken out of the page meanwhile, or begun anew
      this.chat = null; // not our site, or not reachable: the host page goes on without us
      this.#tell("failed");
      return;
    }
    if (this.chat !== chat) return;
    this.#wear(look);
    const started = chat.start(); // drawn at once; what was said before is asked for
    this.isShown = true;
    this.#label();
    this.#follow(true);
    await started;
    if (this.chat !== chat) return;
    this.#isReady = true;
    this.#done();
    this.#tell("ready");
  }

  // The colours of a site hold from now on, in place of those of a site before.
  #wear(look) {
    const { site } = this.chat;
    this.shadowRoot.adoptedStyleSheets = [...this.#common, ...look.adoptedStyleSheets];
    this.shadowRoot.append(look); // an old browser has them as elements
    this.root.dataset.scheme = schemeOf(site, this.getAttribute("scheme"));
    this.root.dataset.corner = site.corner;
    this.root.dataset.kind = this.hasAttribute("launcher") ? "launcher" : "inline";
    this.opener = button("", () => (this.open = !this.open), "primary", { className: "ds-button opener" });
    this.root.append(this.opener);
  }

  #label() {
    const { words } = this.chat;
    this.root.lang = words.locale;
    this.root.dir = words.direction();
    this.panel.setAttribute("aria-label", this.chat.site.name);
    this.opener.textContent = words.say("chat.open");
  }

  #follow(first = false) {
    const { open } = this;
    const isElsewhere = focusAround(this) !== null;
    this.panel.hidden = !open;
    this.root.toggleAttribute("data-open", open);
    this.root.removeAttribute("data-aside");
    this.opener.hidden = open;
    this.opener.setAttribute("aria-expanded", String(open));
    if (first && !open) return;
    if (open) {
      if (this.chat.hasBegun) this.chat.view.showLast();
      if (!first) this.chat.view.input.focus();
    } else if (!isElsewhere) this.opener.focus();
    this.#tell(open ? "open" : "close");
  }

  // Nothing of what was said goes out, only that something was.
  #tell(what, detail = {}) {
    if (what === "language") this.#label();
    this.dispatchEvent(new CustomEvent(`bovett-${what}`, { detail, bubbles: true, composed: true }));
  }
}
