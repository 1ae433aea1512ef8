// Between the page in a frame and the page around it: who we are told by, and what we tell.

// The page around us may speak as soon as the frame has loaded, which is before there is a conversation.
const MOST_EARLY = 10;
const early = [];
const keep = (event) => event.source === window.parent && early.length < MOST_EARLY && early.push(event);
if (window.parent !== window) window.addEventListener("message", keep);

export class FrameHost {
  constructor(chat) {
    this.chat = chat;
    this.host = null;
    this.isReadyUntold = false;
    window.removeEventListener("message", keep);
    window.addEventListener("message", (event) => this.#hear(event));
    this.#answerTo(window.location.ancestorOrigins?.[0]); // where there is none, the first message tells
    queueMicrotask(() => early.splice(0).forEach((event) => this.#hear(event)));
  }

  #answerTo(origin) {
    if (!this.chat.site.origins.includes(origin)) return;
    this.host = origin;
    if (this.isReadyUntold) this.tell("ready");
  }

  // Only the page around us, and only where the site names it.
  #hear(event) {
    if (event.source !== window.parent || window.parent === window) return;
    if (!this.chat.site.origins.includes(event.origin)) return;
    this.#answerTo(event.origin);
    const { bovett, guide, locale } = event.data || {};
    if (bovett === "start-guide" && typeof guide === "string") this.chat.startGuide(guide);
    else if (bovett === "locale" && this.chat.site.languages.some((each) => each.locale === locale)) this.chat.speak(locale);
    else if (bovett === "focus") this.chat.view.input.focus();
  }

  tell(what, detail = {}) {
    if (what === "ready") this.isReadyUntold = !this.host;
    if (this.host && window.parent !== window) window.parent.postMessage({ bovett: what, ...detail }, this.host);
  }
}
