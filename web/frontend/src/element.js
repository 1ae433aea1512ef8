// <bovett-chat site locale open>: the widget as an element, in place or, with `launcher`, in a corner of the page.
import sheet from "sheet";
import { Chat } from "./chat.js";
import { button, element } from "./dom.js";
import { adopt, schemeOf } from "./look.js";

const own = document.currentScript?.src;
export const BASE = own ? new URL(own).origin : window.location.origin;
const DEFAULT_SITE = "bovett";

export class BovettChat extends HTMLElement {
  static observedAttributes = ["open", "locale", "site", "scheme"];

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    adopt(shadow, sheet);
    this.root = element("div", { className: "bovett" });
    this.panel = element("section", { className: "panel", hidden: true });
    shadow.append(this.root);
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
    this.whenReady?.then(() => this.chat?.startGuide(id));
  }

  connectedCallback() {
    if (!this.chat) this.whenReady = this.#begin();
  }

  disconnectedCallback() {
    this.chat?.stop();
    this.chat = null;
    this.root.replaceChildren();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.chat?.words) return;
    if (name === "open") this.#follow();
    else if (name === "locale" && now && now !== this.chat.locale) this.chat.speak(now);
    else if (name === "scheme") this.root.dataset.scheme = schemeOf(this.chat.site, now);
    else if (name === "site") {
      this.disconnectedCallback();
      this.connectedCallback();
    }
  }

  async #begin() {
    const chat = new Chat(this.panel, {
      base: BASE, site: this.site, locale: this.getAttribute("locale"), mode: "panel", sheets: this.shadowRoot,
      told: (what, detail) => this.#tell(what, detail), close: () => this.hide(),
    });
    this.chat = chat;
    this.panel.hidden = true;
    this.root.replaceChildren(this.panel);
    try {
      await chat.open();
    } catch {
      this.chat = null; // not our site, or not reachable: the host page goes on without us
      this.#tell("failed");
      return;
    }
    if (this.chat !== chat) return; // taken out of the page meanwhile
    this.root.dataset.scheme = schemeOf(chat.site, this.getAttribute("scheme"));
    this.root.dataset.corner = chat.site.corner;
    this.root.dataset.kind = this.hasAttribute("launcher") ? "launcher" : "inline";
    this.opener = button("", () => (this.open = !this.open), "primary", { className: "ds-button opener" });
    this.root.replaceChildren(this.panel, this.opener);
    await chat.start();
    this.#label();
    this.#follow(true);
    this.#tell("ready");
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
    this.panel.hidden = !open;
    this.opener.hidden = open;
    this.opener.setAttribute("aria-expanded", String(open));
    if (first && !open) return;
    if (open) {
      if (this.chat.hasBegun) this.chat.view.showLast();
      if (!first) this.chat.view.input.focus();
    } else this.opener.focus();
    this.#tell(open ? "open" : "close");
  }

  // Nothing of what was said goes out, only that something was.
  #tell(what, detail = {}) {
    if (what === "language") this.#label();
    this.dispatchEvent(new CustomEvent(`bovett-${what}`, { detail, bubbles: true, composed: true }));
  }
}
