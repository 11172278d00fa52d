// Before the first paint: the colours and the density that were chosen on this
// device. The program does the same, but only once it is there. Nothing is read
// where another page could reach in, nor while an answer of Spotify's stands in
// the address.
if (top === self && !opener && !/[?&](code|error|state)=/.test(location.search)) {
  try {
    const root = document.documentElement;
    const kept = (name) =>
      localStorage.getItem("cratedigger." + name) ?? localStorage.getItem("cratedigger-simulated." + name);
    const theme = kept("theme");
    if (theme === "light" || theme === "dark") {
      root.dataset.theme = theme;
      for (const tag of document.querySelectorAll("meta[name=theme-color]")) {
        tag.content = theme === "dark" ? "#17130e" : "#f9f5ee";
      }
    }
    if (kept("density") === "compact") root.dataset.density = "compact";
  } catch {
    // Without storage there is nothing to remember.
  }
}
