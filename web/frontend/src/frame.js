// Between the page in a frame and the page around it: who we are told by, and what we tell.

export class FrameHost {
  constructor(chat) {
    this.chat = chat;
    this.host = null;
    window.addEventListener("message", (event) => this.#hear(event));
    this.#answerTo(window.location.ancestorOrigins?.[0]);
  }

  #answerTo(origin) {
    if (this.chat.site?.origins.includes(origin)) this.host = origin;
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
    if (this.host && window.parent !== window) window.parent.postMessage({ bovett: what, ...detail }, this.host);
  }
}
