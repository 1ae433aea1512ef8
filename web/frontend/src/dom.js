// Making elements. Every text goes in as text, never as HTML.

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// `content` is a text, or nodes: in one span, for a button lays out its children as boxes of their own.
export function button(content, press, variant = "secondary", properties = {}) {
  const inside = Array.isArray(content) && content.length > 1 ? element("span", {}, ...content) : [content].flat()[0];
  const made = element("button", { type: "button", className: "ds-button", ...properties }, inside);
  if (variant !== "primary") made.dataset.variant = variant;
  if (press) made.addEventListener("click", press);
  return made;
}

export function group(label, className, ...children) {
  const made = element("div", { className, role: "group" }, ...children);
  made.setAttribute("aria-label", label);
  return made;
}

export function hidden(text) {
  return element("span", { className: "visually-hidden", textContent: text });
}

// A picture of lines, in the colour of the text beside it.
export function picture(lines, size = 24) {
  const space = "http://www.w3.org/2000/svg";
  const made = document.createElementNS(space, "svg");
  made.setAttribute("viewBox", `0 0 ${size} ${size}`);
  made.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", lines);
  made.append(path);
  return made;
}

// Addresses come from curated content, yet only these kinds may ever become a link: the web, a phone, this server.
export function link(href, text, base = "") {
  const isOurs = /^\/(?![/\\\s])/.test(href); // "/\host" and "/<tab>/host" lead to a host as "//host" does
  const safe = isOurs ? base + href : /^(https:\/\/|tel:)/.test(href) ? href : "#";
  return element("a", { className: "ds-link", href: safe, textContent: text, rel: "noopener noreferrer" });
}

// A file made here, for the person to keep.
export function download(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const anchor = element("a", { href: address, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
