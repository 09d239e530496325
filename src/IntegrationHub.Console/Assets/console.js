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

// Copying needs a script and a safe origin: without them the button stays hidden, and the address can be selected by hand.
for (const button of navigator.clipboard ? document.querySelectorAll('[data-copy]') : []) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    const said = button.parentElement.querySelector('[data-said]');
    said.textContent = said.dataset.said;
  });
}
