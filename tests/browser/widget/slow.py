"""A cheap phone on a slow network, as Chromium plays it."""

from __future__ import annotations

from playwright.sync_api import CDPSession, Page

BITS_A_SECOND, LATENCY_MS, CPU_TIMES_SLOWER = 400_000, 400, 4


def slowed(page: Page, cpu: float = CPU_TIMES_SLOWER) -> CDPSession:
    """Slow 3G and a processor so many times slower, from now on; gives what else can be asked of the browser."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": cpu})
    through = BITS_A_SECOND // 8
    limits = {"offline": False, "latency": LATENCY_MS, "downloadThroughput": through, "uploadThroughput": through}
    session.send("Network.emulateNetworkConditions", limits)
    return session
