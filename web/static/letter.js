// Fills the form of a letter from what stands after the # of the address, which a browser never sends to a server; and
// empties it again for whoever must leave at once.

const fields = [...document.querySelectorAll("[data-field]")];
const given = new URLSearchParams(window.location.hash.slice(1));
const named = fields.filter((field) => given.has(field.name));

for (const field of named) {
  const value = given.get(field.name);
  if (field.type === "checkbox") field.checked = !["", "0", "false"].includes(value);
  else field.value = field.maxLength > 0 ? value.slice(0, field.maxLength) : value;
}

// What was told must not stay in the history of a shared telephone.
if (named.length) window.history.replaceState(null, "", window.location.pathname + window.location.search);

// Another language keeps what is filled in.
for (const link of document.querySelectorAll("nav.languages a")) {
  link.addEventListener("click", () => {
    const filled = fields.map((field) => [field.name, field.type === "checkbox" ? (field.checked ? "1" : "") : field.value]);
    link.hash = new URLSearchParams(filled.filter(([, value]) => value)).toString();
  });
}

const TIMES = 3;
const WITHIN_MS = 2000;
const leaving = document.querySelector("form.leave");

function empty() {
  for (const field of fields) {
    field.value = "";
    field.checked = false;
  }
  document.querySelector(".preview")?.remove();
}

// The page goes before anything else is waited for, and the way back does not lead here.
function leave() {
  empty();
  document.body.replaceChildren();
  document.title = "";
  window.location.replace(leaving.dataset.leaveTo);
}

let pressed = [];
document.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    pressed = [...pressed.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
    if (pressed.length >= TIMES) leave();
  },
  true,
);
leaving.querySelector(".hint").hidden = false;
leaving.addEventListener("submit", empty); // so that no browser fills it in again for whoever comes back

// A conversation that is left or deleted in another tab takes along what it told the letter.
function follow(site) {
  try {
    new BroadcastChannel(`bovett:${site}`).addEventListener("message", ({ data }) => {
      if (data?.is !== "gone") return;
      empty();
      window.location.replace(window.location.pathname + window.location.search);
    });
  } catch {
    // blocked, as storage may be
  }
}
leaving.dataset.sites.split(" ").forEach(follow);
