// A refresh must not take the focus, a half-filled field or a selection from whoever is using that part of the page.
const inUse = part => {
  const selection = document.getSelection();
  return part.contains(document.activeElement)
    || [...part.querySelectorAll('input:not([type=hidden])')].some(field => field.value !== field.defaultValue)
    || (selection !== null && !selection.isCollapsed && part.contains(selection.anchorNode));
};

document.addEventListener('htmx:beforeSwap', event => {
  if (inUse(event.detail.target)) event.detail.shouldSwap = false;
});

document.addEventListener('htmx:afterRequest', event => {
  document.getElementById('stale').hidden = event.detail.successful;
});
