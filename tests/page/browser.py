"""A headless Chromium, spoken to over chromedriver's own HTTP protocol with what Python brings along."""

import base64
import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")


class Browser:
    """One window. What it logged and what it asked the network for is kept."""

    def __init__(self, address: str, width: int, height: int):
        self._address = address
        options = {
            "binary": CHROMIUM,
            "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                "--lang=en-GB",
                f"--window-size={width},{height}",
                "--no-first-run",
                "--disable-background-networking",
            ],
        }
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }
        self._session = self._call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]

    def _call(self, method: str, path: str, body: dict | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self._address + path, data, {"Content-Type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from error

    def _post(self, path: str, **body: Any) -> Any:
        return self._call("POST", f"/session/{self._session}{path}", body)

    def open(self, page: Path, address: str = "") -> float:
        """Open the page at one of its addresses; how many seconds it took until it was drawn."""
        self._post("/url", url="about:blank")
        started = time.perf_counter()
        self._post("/url", url=page.resolve().as_uri() + address)
        self.wait("document.documentElement.dataset.ready === 'yes'")
        return time.perf_counter() - started

    def go(self, address: str) -> None:
        """To another view of the page that is open."""
        self.run("location.hash = arguments[0]", address)
        time.sleep(0.15)

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script's `return` gives."""
        return self._post("/execute/sync", script=script, args=list(arguments))

    def wait(self, condition: str, seconds: float = 20) -> None:
        """Until a JavaScript condition holds; AssertionError where it does not within the time."""
        end = time.monotonic() + seconds
        while not self.run(f"return !!({condition})"):
            if time.monotonic() > end:
                raise AssertionError(f"not within {seconds} s: {condition}")
            time.sleep(0.05)

    def command(self, name: str, **parameters: Any) -> Any:
        """One of the browser's own commands, `Emulation.setEmulatedMedia` …"""
        return self._post("/goog/cdp/execute", cmd=name, params=parameters)

    def keys(self, *keys: str) -> None:
        """Press keys, one after the other, where the focus is."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._post("/actions", actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def mouse(self, *steps: tuple[str, int, int]) -> None:
        """Mouse steps: `("move", x, y)`, `("down", 0, 0)`, `("up", 0, 0)`."""
        kinds = {"down": {"type": "pointerDown", "button": 0}, "up": {"type": "pointerUp", "button": 0}}
        actions = [
            kinds[kind] if kind in kinds else {"type": "pointerMove", "x": int(x), "y": int(y), "duration": 60}
            for kind, x, y in steps
        ]
        self._post(
            "/actions",
            actions=[{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions}],
        )

    def size(self, width: int, height: int, *, phone: bool = False) -> None:
        """What the page sees as its screen."""
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=2 if phone else 1,
            mobile=phone,
        )

    def scheme(self, name: str) -> None:
        """`light` or `dark`, as the system would wish it."""
        self.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def picture(self, path: Path, whole: bool = False) -> None:
        """Save what is seen, or the whole page, as PNG."""
        shot = self.command("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(shot["data"]))

    def complaints(self) -> list[str]:
        """Errors and warnings in the console since the last time."""
        return [
            entry["message"]
            for entry in self._post("/se/log", type="browser")
            if entry["level"] in ("SEVERE", "WARNING")
        ]

    def requests(self) -> list[str]:
        """Addresses that the page asked for since the last time, but for itself and for data in it."""
        asked = []
        for entry in self._post("/se/log", type="performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.append(message["params"]["request"]["url"])
        return [url for url in asked if not url.startswith(("data:", "about:", "file:"))]

    def close(self) -> None:
        self._call("DELETE", f"/session/{self._session}")


@contextmanager
def browser(width: int = 1280, height: int = 900) -> Iterator[Browser]:
    """A browser for as long as the block lasts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = subprocess.Popen([DRIVER, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                urllib.request.urlopen(address + "/status", timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        window = Browser(address, width, height)
        try:
            yield window
        finally:
            window.close()
    finally:
        driver.terminate()
        driver.wait(10)
