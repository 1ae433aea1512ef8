// What a host page loads: defines the element; with `data-site` it also puts a launcher in the corner.
import { BovettChat } from "./element.js";

const script = document.currentScript;

if (!customElements.get("bovett-chat")) customElements.define("bovett-chat", BovettChat);

function launch() {
  const chat = document.createElement("bovett-chat");
  chat.setAttribute("launcher", "");
  for (const name of ["site", "locale", "scheme"]) {
    if (script.dataset[name]) chat.setAttribute(name, script.dataset[name]);
  }
  chat.open = script.dataset.open !== undefined;
  document.body.append(chat);
}

if (script?.dataset.site) {
  if (document.body) launch();
  else document.addEventListener("DOMContentLoaded", launch, { once: true });
}
