// What can be done with the conversation: language, text size, start over, keep, show to a helper, see what is stored, delete.
import { button, element, group, link, picture } from "./dom.js";

// A globe: whoever cannot read the word beside it finds the languages by this.
const GLOBE = "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M3 12h18M12 3c-6 5-6 13 0 18M12 3c6 5 6 13 0 18";

export class Tools {
  constructor(words, { languages, isFolded, base }, actions) {
    this.element = element("div", { className: "tools", hidden: isFolded });
    this.isFolded = isFolded;
    const say = (key) => words.say(key);
    this.later = [
      button(say("chat.start_over"), () => actions.startOver()),
      button(say("chat.save"), () => actions.save()),
      button(say("chat.show"), () => actions.showToHelper()),
      button(say("chat.erase"), () => actions.erase(), "secondary", { className: "ds-button erase" }),
    ];
    const stored = button(say("chat.stored"), () => actions.showStored());
    const size = group(
      say("chat.text_size"), "sizes", element("span", { textContent: say("chat.text_size") }),
      sized("A−", say("chat.smaller"), () => actions.resize(-1)), sized("A+", say("chat.larger"), () => actions.resize(1)),
    );
    if (languages) this.element.append(this.#languages(words, actions));
    this.element.append(size, element("div", { className: "acts" }, ...this.later, stored));
    // The page of its own has them at its foot.
    if (isFolded) this.element.append(this.#pages(words, base));
    if (isFolded) this.#fold(say("chat.menu"));
    this.begun(false);
  }

  #languages(words, actions) {
    const box = group(words.say("chat.language"), "languages");
    for (const language of words.languages) {
      const choice = button(language.name, () => actions.speak(language.locale), "tertiary", { lang: language.locale, dir: language.direction });
      if (language.locale === words.locale) choice.setAttribute("aria-current", "true");
      box.append(choice);
    }
    return box;
  }

  #pages(words, base) {
    const links = words.pages.map(({ title, url }) => Object.assign(link(url, title, base), { target: "_blank" })); // the page of the host stays
    return element("div", { className: "facts acts" }, ...links);
  }

  #fold(label) {
    this.toggle = button(label, () => this.show(this.element.hidden), "secondary", { className: "ds-button menu" });
    this.toggle.prepend(picture(GLOBE));
    this.toggle.setAttribute("aria-expanded", "false");
  }

  show(on) {
    if (!this.isFolded) return;
    this.element.hidden = !on;
    this.toggle.setAttribute("aria-expanded", String(on));
  }

  begun(has) {
    for (const each of this.later) each.hidden = !has;
  }
}

function sized(sign, label, press) {
  const made = button(sign, press, "secondary");
  made.setAttribute("aria-label", label);
  return made;
}
