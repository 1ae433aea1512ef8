// On the page of the host nothing that takes the focus may lie wholly behind the launcher (WCAG 2.4.11).

// What has the focus on the page around the widget; null when that is the widget itself, or nothing.
export function focusAround(widget) {
  let node = document.activeElement;
  while (node && node !== widget && node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return [null, widget, document.body, document.documentElement].includes(node) ? null : node;
}

// The panel gives way by closing, its button by going to the other edge while it is in the way. Ends by the signal.
export function keepInSight(widget, signal) {
  const giveWay = () => {
    const node = focusAround(widget);
    if (!node || !widget.isShown || widget.root.dataset.kind !== "launcher") return;
    if (widget.open && covers(widget.panel, node)) widget.hide();
    widget.root.removeAttribute("data-aside");
    widget.root.toggleAttribute("data-aside", !widget.open && covers(widget.opener, node));
  };
  // At once, and again when the browser has scrolled to what has the focus.
  const look = () => {
    giveWay();
    requestAnimationFrame(giveWay);
  };
  document.addEventListener("focusin", look, { signal });
  window.addEventListener("blur", look, { signal }); // into a frame of the host
}

// Whether all of it that is within the window lies behind `part`; what is outside counts as at the edge it is nearest to.
function covers(part, node) {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const over = part.getBoundingClientRect();
  const { left, right, top, bottom } = node.getBoundingClientRect();
  const at = (value, most) => Math.min(Math.max(value, 0), most);
  return (
    at(left, width) >= over.left - 1 && at(right, width) <= over.right + 1 &&
    at(top, height) >= over.top - 1 && at(bottom, height) <= over.bottom + 1
  );
}
