"""The Chromium of this machine, as every test starts it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from shutil import which

from playwright.sync_api import Browser, sync_playwright

# Nothing leaves this machine; as root in a container Chromium has no sandbox of its own.
FLAGS = [
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Around each page Chromium would draw two of its own, below its address bar, which cost more than the page.
# The others are those that Playwright turns off: where the flag is given twice, only the last one counts.
WITHOUT = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]


@contextmanager
def launched(*flags: str, without: Sequence[str] = ()) -> Iterator[Browser]:
    """A browser that runs while the block does, without these features."""
    executable = which("chromium") or which("chromium-browser") or which("google-chrome")
    features = f"--disable-features={','.join([*WITHOUT, *without])}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=[*FLAGS, features, *flags])
        yield browser
        browser.close()
