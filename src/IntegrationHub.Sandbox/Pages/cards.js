// Draws each card as Teams would; the words inside stay when scripts do not run.
for (const place of document.querySelectorAll("[data-card]")) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig({ fontFamily: "system-ui, sans-serif" });
  card.onExecuteAction = action => { if (action instanceof AdaptiveCards.OpenUrlAction) open(action.url, "_blank", "noopener"); };
  card.parse(JSON.parse(place.dataset.card));
  const drawn = card.render();
  if (drawn) place.replaceChildren(drawn);
}
