// Showing the conversation to a helper: a link for reading, which ends by itself and can be ended at once.
// Nothing of it is kept on the device: the server knows when the link ends, and ending it takes the conversation's own key.
import { copyText } from "./copy.js";
import { openDialog } from "./dialog.js";
import { button, element, picture } from "./dom.js";
import { TransportError } from "./transport.js";

export class Showing {
  constructor(root, words, transport, endsAt) {
    Object.assign(this, { words, transport, endsAt, made: null });
    this.box = element("div");
    this.status = element("p", { className: "status" });
    this.status.setAttribute("role", "status");
    openDialog(root, words, this.#say("chat.show"), this.box, this.status);
    this.#draw();
  }

  #say(key, values) {
    return this.words.say(key, values);
  }

  #draw() {
    const trust = this.#line("chat.show_trust");
    const parts = this.made ? [...this.#link(), trust] : [this.#line("chat.show_what"), trust];
    const acts = element("div", { className: "choices" });
    if (this.endsAt) {
      parts.push(element("p", {}, element("strong", { textContent: this.#say("chat.show_until", this.words.moment(this.endsAt)) })));
      if (!this.made) parts.push(this.#line("chat.show_other"));
      acts.append(button(this.#say("chat.show_stop"), () => this.#try(() => this.#stop())));
    }
    if (!this.made) {
      this.make = button(this.#say(this.endsAt ? "chat.show_again" : "chat.show_make"), () => this.#try(() => this.#make()));
      acts.append(this.make);
    }
    this.box.replaceChildren(...parts, acts);
  }

  #line(key) {
    return element("p", { textContent: this.#say(key) });
  }

  #link() {
    const { url, code } = this.made;
    this.field = element("input", { className: "ds-input", readOnly: true, value: url, dir: "ltr" });
    this.field.addEventListener("focus", () => this.field.select());
    const label = element("label", { className: "ds-label" }, element("span", { textContent: this.#say("chat.show_link") }), this.field);
    const copy = async () => {
      this.status.textContent = this.#say((await copyText(url)) ? "chat.show_copied" : "chat.copy_failed");
    };
    const parts = [label, element("div", { className: "choices" }, button(this.#say("chat.show_copy"), copy))];
    if (!code) return parts;
    const drawn = picture(code.path, code.size);
    drawn.classList.add("code");
    return [...parts, this.#line("chat.show_scan"), drawn];
  }

  async #make() {
    const made = await this.transport.show(this.words.locale);
    // The way that this browser reached the server is one that works, whatever the server calls itself.
    const url = new URL(new URL(made.url).pathname, this.transport.base || window.location.href).href;
    this.made = { url, code: url === made.url && made.code };
    this.endsAt = made.ends_at;
    this.#draw();
    this.field.focus();
    this.status.textContent = this.#say("chat.show_made");
  }

  async #stop() {
    await this.transport.stopShowing();
    this.made = null;
    this.endsAt = null;
    this.#draw();
    this.make.focus(); // the button that held the focus is gone
    this.status.textContent = this.#say("chat.show_stopped");
  }

  async #try(act) {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await act();
    } catch (error) {
      const told = error instanceof TransportError && error.message;
      this.status.textContent = told || this.#say("chat.show_failed");
    }
    this.isBusy = false;
  }
}
