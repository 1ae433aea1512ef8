// A field for the kind of answer that a guide waits for, beside the text box, which goes on taking any words.
import { element } from "./dom.js";

const LABELS = { date: "chat.date", amount: "chat.amount", number: "chat.number", months: "chat.months" };
// In the digits of any script, with the marks that are put between them there.
const NUMBER = /^\p{Nd}[\p{Nd} .,'\u00a0\u202f\u060c\u066b\u066c]*$/u;

export class AnswerField {
  constructor(words, { answer, tell }) {
    Object.assign(this, { words, answer, tell });
    this.form = element("form", { className: "answer", hidden: true });
    this.form.noValidate = true;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#use();
    });
  }

  show(asks) {
    this.form.hidden = !Object.hasOwn(LABELS, asks || "");
    this.form.replaceChildren();
    if (this.form.hidden) return;
    this.kind = asks;
    this.input = element("input", {
      className: "ds-input", autocomplete: "off",
      ...(asks === "date" ? { type: "date" } : { type: "text", inputMode: asks === "amount" ? "decimal" : "numeric", maxLength: 20, dir: "ltr" }),
    });
    const label = element("label", { className: "ds-label" }, element("span", { textContent: this.words.say(LABELS[asks]) }), this.input);
    const use = element("button", { type: "submit", className: "ds-button", textContent: this.words.say("chat.use_value") });
    use.dataset.variant = "secondary";
    this.form.append(label, use);
  }

  #use() {
    const value = this.input.value.trim();
    const isUsable = this.kind === "date" ? value : NUMBER.test(value);
    if (!isUsable) {
      this.tell(this.words.say(this.kind === "date" ? "chat.date_missing" : "chat.number_missing"));
      this.input.focus();
      return;
    }
    // As it is written in Norway, which every reader of dates here understands: 24.11.2026.
    this.answer(this.kind === "date" ? value.split("-").reverse().join(".") : value);
  }
}
