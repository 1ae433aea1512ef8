// What the widget says in one language.

export class Words {
  constructor(messages) {
    this.texts = messages.texts;
    this.locale = messages.locale;
    this.languages = messages.languages;
  }

  say(key, values = {}) {
    return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), this.texts[key] || "");
  }

  direction(locale = this.locale) {
    return this.languages.find((language) => language.locale === locale)?.direction || "ltr";
  }

  day(iso) {
    const locale = this.locale === "ar" ? "ar-u-nu-latn" : this.locale;
    return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
  }
}
