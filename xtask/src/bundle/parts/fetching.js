// What is fetched before the program asks for it.
const begun = new Map();

// A host's page for "not found" is no part, and the type of WebAssembly is not
// asked for: compiled as they arrive, files this small are no sooner there.
function fetchPart(file) {
    const part = fetch(new URL(file, import.meta.url)).then(async (response) => {
        if (!response.ok) throw new Error(`A part of the app did not arrive: ${response.status}`);
        return WebAssembly.compile(await response.arrayBuffer());
    });
    part.catch(() => {});
    return part;
}

// What went wrong may go well the next time.
function takePart(file) {
    const part = begun.get(file) ?? fetchPart(file);
    begun.delete(file);
    return part;
}

// Whether this tab keeps a session. Storage is not touched where another page
// could reach in, nor in the player window, nor while an answer of Spotify's
// stands in the address.
function keepsSession() {
    const isApp = document.querySelector("meta[name=cratedigger-part]")?.content === "app";
    if (!isApp || top !== self || opener) return false;
    if (/[?&#](code|error|state)=/.test(location.search + location.hash)) return false;
    try {
        return ["cratedigger.session", "cratedigger-simulated.session"].some((key) => key in sessionStorage);
    } catch {
        // Without storage there is no session.
        return false;
    }
}

if (keepsSession()) {
    for (const file of AT_ONCE) begun.set(file, fetchPart(file));
}
