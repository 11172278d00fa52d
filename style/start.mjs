// Says in the page when the program cannot start: Trunk calls this while it
// loads the WebAssembly. Without it the shell would only grow late.
export default function start() {
  return {
    onFailure: () => document.documentElement.setAttribute("data-start", "failed"),
  };
}
