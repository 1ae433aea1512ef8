// What the widget says in one language.
import { marker } from "./norwegian.js";

export class Words {
  constructor(messages) {
    this.texts = messages.texts;
    this.locale = messages.locale;
    this.languages = messages.languages;
    this.privacy = messages.privacy; // the page that tells what is stored: its title and address
    this.pages = messages.pages; // all pages about this service, in the same way
    this.mark = marker(messages.norwegian); // of the titles of what one may begin with
  }

  say(key, values = {}) {
    return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), this.texts[key] || "");
  }

  direction(locale = this.locale) {
    return this.languages.find((language) => language.locale === locale)?.direction || "ltr";
  }

  // A phone number stays as it is dialled: among words from the right, its groups would change places.
  phone(number) {
    return this.direction() === "rtl" ? `\u2066${number}\u2069` : number;
  }

  day(iso) {
    return this.#dated({ dateStyle: "long", timeZone: "UTC" }, `${iso}T00:00:00Z`);
  }

  // The day and the time of a moment, as the person's own clock has it.
  moment(iso) {
    return { date: this.#dated({ dateStyle: "long" }, iso), time: this.#dated({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, iso) };
  }

  #dated(style, iso) {
    // The calendar and the digits of the letter that the person holds.
    return new Intl.DateTimeFormat(`${this.locale}-u-ca-gregory-nu-latn`, style).format(new Date(iso));
  }
}
