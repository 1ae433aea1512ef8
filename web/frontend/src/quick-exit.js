// Leaving at once: Esc three times, wherever the focus is.

const TIMES = 3;
const WITHIN_MS = 2000;

export function onThreeEscapes(leave) {
  let pressed = [];
  const press = (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    pressed = [...pressed.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
    if (pressed.length >= TIMES) leave();
  };
  document.addEventListener("keydown", press, true);
  return () => document.removeEventListener("keydown", press, true);
}

// The whole window goes, also from inside a frame, and the way back does not lead here.
export function goTo(address) {
  try {
    window.top.location.replace(address);
  } catch {
    window.location.replace(address);
  }
}
