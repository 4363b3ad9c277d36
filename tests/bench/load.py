"""Many readers at once: wrk where it is, else readers of our own, who are themselves the limit."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from urllib.parse import urlsplit

from tests.bench.bench import NotMeasured, Sample

RATE = re.compile(r"Requests/sec:\s+([0-9.]+)")
LAST = re.compile(r"99%\s+([0-9.]+)(us|ms|s)\b")
WRONG = re.compile(r"Non-2xx|Socket errors")
MILLI = {"us": 0.001, "ms": 1.0, "s": 1000.0}
LENGTH = re.compile(rb"(?i)content-length: *(\d+)")


def name() -> str:
    """Who asks."""
    return "wrk" if shutil.which("wrk") else "readers in Python, who are slower than the server"


def put(url: str, headers: Mapping[str, str], readers: int, seconds: int) -> Sample:
    """Ask for one address over kept connections: answers a second, and how long the last take."""
    wrk = shutil.which("wrk")
    return (
        _wrk(wrk, url, headers, (readers, seconds)) if wrk else own(url, headers, readers, seconds)
    )


def _wrk(wrk: str, url: str, headers: Mapping[str, str], many: tuple[int, int]) -> Sample:
    said = [f"-H{key}: {value}" for key, value in headers.items()]
    command = [
        wrk,
        "-t1",
        f"-c{many[0]}",
        f"-d{many[1]}s",
        "--timeout=30s",
        "--latency",
        *said,
        url,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return of_wrk(done.stdout + done.stderr)


def of_wrk(printed: str) -> Sample:
    """What wrk printed as a sample; `NotMeasured` where an answer was none."""
    rate, last = RATE.search(printed), LAST.search(printed)
    if not rate or not last or WRONG.search(printed):
        raise NotMeasured(f"wrk: {printed}")
    return {"rate": float(rate[1]), "last": float(last[1]) * MILLI[last[2]]}


def own(url: str, headers: Mapping[str, str], readers: int, seconds: float) -> Sample:
    """The same by readers of our own, in one thread that nobody else needs."""
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(lambda: asyncio.run(_all(url, headers, readers, seconds)))
        times = work.result()
    if not times:
        raise NotMeasured(f"{url}: no answer")
    return {"rate": len(times) / seconds, "last": sorted(times)[int(len(times) * 0.99)] * 1000}


async def _all(url: str, headers: Mapping[str, str], readers: int, seconds: float) -> list[float]:
    times: list[float] = []
    tasks = [asyncio.create_task(_reader(url, headers, times)) for _ in range(readers)]
    await asyncio.wait(tasks, timeout=seconds)
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    return times


async def _reader(url: str, headers: Mapping[str, str], times: list[float]) -> None:
    """Ask again and again over one connection, noting how long each answer takes."""
    at = urlsplit(url)
    said = "".join(f"{key}: {value}\r\n" for key, value in headers.items())
    asked = f"GET {at.path} HTTP/1.1\r\nHost: {at.netloc}\r\n{said}\r\n".encode()
    reader, writer = await asyncio.open_connection(at.hostname, at.port)
    try:
        while True:
            start = time.perf_counter()
            writer.write(asked)
            head = await reader.readuntil(b"\r\n\r\n")
            length = LENGTH.search(head)
            if b" 200 " not in head.partition(b"\r\n")[0] or length is None:
                raise NotMeasured(f"{url}: {head.decode(errors='replace')}")
            await reader.readexactly(int(length[1]))
            times.append(time.perf_counter() - start)
    finally:
        writer.close()
