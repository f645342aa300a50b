// Opens a page in headless Chromium at 360 and 1440 px, light and dark: no console error, nothing wider than the page.
// Usage: node --experimental-websocket Tests/referees/page.mjs PAGE.html
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const page = "file://" + resolve(process.argv[2]);
const profile = mkdtempSync(join(tmpdir(), "page-"));
const port = 20000 + (process.pid % 20000);
const browser = spawn(
  "chromium",
  ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${profile}`, `--remote-debugging-port=${port}`, "about:blank"],
  { stdio: "ignore", detached: true });
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function open() {
  for (let attempt = 0; attempt < 80; attempt++) {
    try {
      return await (await fetch(`http://127.0.0.1:${port}/json/new?about:blank`, { method: "PUT" })).json();
    } catch {
      await pause(250);
    }
  }
  throw new Error("chromium does not answer");
}

const faults = [];
try {
  const socket = new WebSocket((await open()).webSocketDebuggerUrl);
  await new Promise((done) => { socket.onopen = done; });
  const waiting = new Map();
  let last = 0;
  socket.onmessage = (message) => {
    const data = JSON.parse(message.data);
    if (data.id) waiting.get(data.id)?.(data.result);
    if (["Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"].includes(data.method)) {
      faults.push("console: " + JSON.stringify(data.params).slice(0, 300));
    }
  };
  const send = (method, params = {}) => new Promise((done) => {
    waiting.set(++last, done);
    socket.send(JSON.stringify({ id: last, method, params }));
  });
  for (const domain of ["Log", "Runtime", "Page"]) await send(`${domain}.enable`);
  for (const width of [360, 1440]) {
    for (const scheme of ["light", "dark"]) {
      await send("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: width < 500 });
      await send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
      await send("Page.navigate", { url: page });
      await pause(1000);
      const expression = `({
        page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        charts: document.querySelectorAll("svg").length,
        wide: [...document.querySelectorAll("body *")]
          .filter((e) => !e.closest(".scroll") && e.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 5).map((e) => e.tagName + " " + e.textContent.slice(0, 60))})`;
      const found = (await send("Runtime.evaluate", { returnByValue: true, expression })).result.value;
      if (found.page > 0 || found.wide.length > 0) faults.push(`${width} px ${scheme}: ${JSON.stringify(found)}`);
      if (found.charts === 0) faults.push(`${width} px ${scheme}: no chart`);
    }
  }
} finally {
  process.kill(-browser.pid);
  await pause(300);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? "page: no error, no overflow" : `page: ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
