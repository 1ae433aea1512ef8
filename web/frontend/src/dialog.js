// A dialog over the conversation; the way out of it is always there.
import { button, element } from "./dom.js";

export function openDialog(root, words, title, ...content) {
  const heading = element("h2", { textContent: title, tabIndex: -1 });
  const close = button(words.say("chat.close"), () => dialog.close(), "primary");
  const dialog = element("dialog", { className: "stored" }, heading, ...content, close);
  dialog.setAttribute("aria-label", title);
  dialog.addEventListener("close", () => dialog.remove());
  root.append(dialog);
  dialog.showModal();
  heading.focus();
}

// Whether the person is sure of what cannot be undone. The focus is on the safe button; Escape, and all that closes it, keeps.
export function isSure(root, { title, texts, yes, no }) {
  const close = (answer) => () => dialog.close(answer);
  const keep = button(no, close(""), "primary");
  const told = element("div", { id: `ask-${Math.random().toString(36).slice(2, 8)}` }, ...texts.map((textContent) => element("p", { textContent })));
  const acts = element("div", { className: "choices" }, keep, button(yes, close("yes")));
  const dialog = element("dialog", { className: "stored" }, element("h2", { textContent: title }), told, acts);
  for (const [name, value] of [["role", "alertdialog"], ["aria-label", title], ["aria-describedby", told.id]]) dialog.setAttribute(name, value);
  root.append(dialog);
  dialog.showModal();
  keep.focus();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue === "yes");
    });
  });
}
