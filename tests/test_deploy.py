"""The files in deploy/, and the site behind the real nginx: headers, encodings, refusals."""

from __future__ import annotations

import gzip
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser
from tests import nginx, pages
from tests.kinds import LANGS
from tests.nginx import ask
from tests.visits import Quiet, Visit

from policy_explorer.writers.packed import SMALLEST
from policy_explorer.writers.security import EVERYWHERE, FRAMED, PAGE, header, meta

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
PROGRAM = nginx.executable()
ABSENT = "there is no nginx here: `apt install nginx-light`, as root `dev.py test` does it itself"
behind_nginx = pytest.mark.skipif(PROGRAM is None, reason=ABSENT)
COMPRESSED = "gzip"
YEAR = "public, max-age=31536000, immutable"
SAMPLES = (
    "/", "/index.html", "/en/index.html", "/zones/index.html", "/404.html", "/embed/doubling.html",
    "/en/embed/doubling.html", "/embed/resize.js", "/search-index.js", "/build.json",
    "/data/facts.json", "/data/charts.zip", "/charts/doubling.csv", "/en/charts/doubling.csv",
    "/charts/doubling.svg", "/charts/doubling.png", "/charts/doubling.xlsx",
    "/charts/doubling.json",
)  # fmt: skip
"""Paths of every kind; what is in assets/ joins them."""
PINNED = re.compile(
    r"uses: (?P<action>[\w-]+/[\w-]+)@(?P<commit>[0-9a-f]{40}) # v[0-9]+\.[0-9]+\.[0-9]+$"
)


@pytest.fixture(scope="module")
def packed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site, for files of the tests' own to be put beside it."""
    return Path(shutil.copytree(folder, tmp_path_factory.mktemp("packed") / "site"))


@pytest.fixture(scope="module")
def address(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where nginx serves it with the configuration that is shipped."""
    assert PROGRAM is not None
    place = tmp_path_factory.mktemp("nginx")
    with nginx.started(PROGRAM, packed, place) as found:
        yield found
    log = (place / "error.log").read_text(encoding="utf-8")
    assert not re.search(r"\[(warn|crit|alert|emerg)\]", log), log


def _given(address: str, path: str, **headers: str) -> dict[str, str]:
    """The headers of an answer by their names in small letters."""
    answer, _ = ask(address, path, **headers)
    return {name.lower(): value for name, value in answer.getheaders()}


# The files


def test_the_meta_is_the_header() -> None:
    """A page says of itself what the header says, but for what only a header can."""
    assert f"{meta(PAGE)}; frame-ancestors 'none'" == header(PAGE)
    assert f"{meta(FRAMED)}; frame-ancestors *" == header(FRAMED)
    assert "unsafe" not in header(PAGE) + header(FRAMED)


def test_pages_carry_the_policy(folder: Path) -> None:
    """Every page has the one policy as its meta, every chart for frames the other."""
    for path in folder.rglob("*.html"):
        (said,) = pages.read(path.read_bytes()).all("meta", http_equiv="Content-Security-Policy")
        expected = FRAMED if path.parent.name == "embed" else PAGE
        assert said.attrs["content"] == meta(expected), path


def _rules() -> Iterator[tuple[re.Pattern[str], list[str]]]:
    """The rules of `_headers`: which paths they are for, and their lines."""
    text = (DEPLOY / "_headers").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found: list[tuple[re.Pattern[str], list[str]]] = []
    for line in lines:
        if line.startswith("/"):
            where = re.escape(line).replace(r"\*", ".*").replace(":language", "[^/]+")
            found.append((re.compile(where), []))
        else:
            found[-1][1].append(line.strip())
    return iter(found)


def _by_rule(path: str) -> dict[str, str]:
    """What a host that reads `_headers` sends: all rules in order, what is given twice joined."""
    sent: dict[str, str] = {}
    for where, lines in _rules():
        for line in lines if where.fullmatch(path) else ():
            if line.startswith("! "):
                sent.pop(line[2:].lower(), None)
            else:
                name, value = line.split(": ", 1)
                key = name.lower()
                sent[key] = f"{sent[key]}, {value}" if key in sent else value
    return sent


def test_workflow_pins_and_trusts_little() -> None:
    """Each action is one commit with its version beside it; a job may do only what it does."""
    text = (DEPLOY / "github-pages.yml").read_text(encoding="utf-8")
    used = [line.strip(" -") for line in text.splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []
    flow = yaml.safe_load(text)
    assert flow["permissions"] == {}
    assert flow["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert flow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    steps = flow["jobs"]["build"]["steps"]
    assert steps[0]["with"]["persist-credentials"] is False
    assert not [step for step in steps if "${{" in step.get("run", "")]


def test_deploy_knows_no_plan() -> None:
    """What is shipped for hosts fits any plan: no word of this one."""
    own = re.compile(r"\bzones?\b|ziyang", re.IGNORECASE)
    assert not [p.name for p in DEPLOY.iterdir() if own.search(p.read_text(encoding="utf-8"))]


# Behind nginx


def _samples(packed: Path) -> Iterator[str]:
    yield from SAMPLES
    yield from (f"/assets/{path.name}" for path in packed.glob("assets/*[!z]"))


@pytest.mark.slow
@behind_nginx
def test_both_files_send_the_same(address: str, packed: Path) -> None:
    """For a path of any kind, nginx sends the headers that `_headers` asks for, and no others."""
    names = {line.split(": ")[0].lower() for _, lines in _rules() for line in lines}
    names = {name for name in names if not name.startswith("!")}
    for path in _samples(packed):
        sent = _given(address, path)
        assert {k: v for k, v in sent.items() if k in names} == _by_rule(path), path


@pytest.mark.slow
@behind_nginx
def test_headers_by_path(address: str, packed: Path) -> None:
    """Pages are not framed, charts for frames are; hashed names last a year; data are for all."""
    for path in (*_samples(packed), "/en/absent.html", "/.git/x", "/zones", "/en/data/"):
        sent = _given(address, path)
        policy = FRAMED if "/embed/" in path else PAGE
        assert sent["content-security-policy"] == header(policy), path
        assert {name: sent[name.lower()] for name in EVERYWHERE} == dict(EVERYWHERE), path
        is_hashed = path.startswith("/assets/")
        assert sent["cache-control"] == (YEAR if is_hashed else "no-cache"), path
        is_taken = Path(path).suffix not in {"", ".html", ".js", ".css"}
        is_taken |= path == "/embed/resize.js"
        assert ("access-control-allow-origin" in sent) == is_taken, path
        assert sent["server"] == "nginx"


@pytest.mark.slow
@behind_nginx
def test_texts_come_compressed_and_whole(address: str, packed: Path) -> None:
    """What is more than 1 kB of text comes as gzip, which says so and unpacks to the very file."""
    for path in _samples(packed):
        file = packed / path.strip("/") if path != "/" else packed / "index.html"
        answer, body = ask(address, path, Accept_Encoding="gzip")
        plain = file.read_bytes()
        is_text = file.suffix in {".html", ".js", ".css", ".json", ".csv", ".svg"}
        is_packed = answer.getheader("Content-Encoding") == COMPRESSED
        assert is_packed == (is_text and len(plain) > SMALLEST), path
        assert (gzip.decompress(body) if is_packed else body) == plain, path
        if is_packed:
            assert answer.getheader("Vary") == "Accept-Encoding", path
        assert ask(address, path)[1] == plain, path


@pytest.mark.slow
@behind_nginx
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_what_is_known_is_not_sent_again(address: str, encoding: str) -> None:
    """An answer whose mark the reader has is 304, empty, with the same policy."""
    first = _given(address, "/index.html", Accept_Encoding=encoding)
    answer, body = ask(address, "/", Accept_Encoding=encoding, If_None_Match=first["etag"])
    assert (answer.status, body) == (304, b"")
    assert answer.getheader("Content-Security-Policy") == header(PAGE)


@pytest.mark.slow
@behind_nginx
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "path",
    [
        "absent.html",
        "zones/absent.html",
        "a/b/c",
        "assets/site-0123456789.js",
        "charts/../x",
        "embed/",
    ],
)
def test_what_is_missing_is_told_in_its_language(
    address: str, packed: Path, lang: str, path: str
) -> None:
    """An address that leads nowhere is 404 with the page of its language, and not kept."""
    answer, body = ask(address, f"/{lang}{path}")
    assert answer.status == 404
    assert body == (packed / lang / "404.html").read_bytes()
    assert answer.getheader("Cache-Control") == "no-cache"
    assert answer.getheader("Content-Type") == "text/html; charset=utf-8"


@pytest.mark.slow
@behind_nginx
@pytest.mark.parametrize("path", ["/", "/absent", "/.git/config", "/data/facts.json"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_files_are_only_read(address: str, path: str, method: str) -> None:
    """Any method but GET and HEAD is refused, whatever it asks for, and told what is allowed."""
    answer, _ = ask(address, path, method)
    assert answer.status == 405
    assert method == "TRACE" or answer.getheader("Allow") == "GET, HEAD"


@pytest.mark.slow
@behind_nginx
@pytest.mark.parametrize("path", SAMPLES)
def test_head_is_get_without_body(address: str, path: str) -> None:
    """HEAD has the headers of GET, and nothing else."""
    answer, body = ask(address, path, "HEAD")
    told = {k: v for k, v in answer.getheaders() if k != "Date"}
    assert (answer.status, body) == (200, b"")
    assert told == {k: v for k, v in ask(address, path)[0].getheaders() if k != "Date"}


@pytest.mark.slow
@behind_nginx
def test_dotfiles_stay(address: str, packed: Path) -> None:
    """What begins with a dot is not there, in any folder; what certificates are proved by is."""
    for name in (".env", ".git/config", "en/.htpasswd", "data/.x.json", ".well-known/proof"):
        (packed / name).parent.mkdir(exist_ok=True)
        (packed / name).write_text("secret", encoding="utf-8")
        answer, body = ask(address, f"/{name}")
        assert (answer.status == 200) == (b"secret" in body) == name.startswith(".well"), name


@pytest.mark.slow
@behind_nginx
@pytest.mark.parametrize(
    "path",
    [
        "/../main.conf",
        "/assets/../../main.conf",
        "/%2e%2e/main.conf",
        "/..%2fmain.conf",
        "/en/..%5c..%5cmain.conf",
        "//../main.conf",
        "/index.html%00.png",
    ],
)
def test_no_way_leads_out(address: str, path: str) -> None:
    """No spelling of a path leads out of the folder: the answer is 400 or 404."""
    answer, body = ask(address, path)
    assert answer.status in {400, 404}
    assert b"worker_processes" not in body


TYPES = {
    "/": "text/html; charset=utf-8",
    "/charts/doubling.csv": "text/csv; charset=utf-8",
    "/charts/doubling.excel.csv": "text/csv; charset=utf-8",
    "/data/facts.json": "application/json; charset=utf-8",
    "/charts/doubling.svg": "image/svg+xml; charset=utf-8",
    "/charts/doubling.png": "image/png",
    "/data/charts.zip": "application/zip",
    "/charts/doubling.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "/embed/resize.js": "text/javascript; charset=utf-8",
}


@pytest.mark.slow
@behind_nginx
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_types_are_told(address: str, encoding: str) -> None:
    """Each kind of file has its type, texts with their charset, compressed or not."""
    told = {path: _given(address, path, Accept_Encoding=encoding)["content-type"] for path in TYPES}
    assert told == TYPES


@pytest.mark.slow
@behind_nginx
def test_every_kind_of_file_has_a_type(address: str, packed: Path) -> None:
    """No kind of file that a build makes is sent as mere bytes."""
    one = {path.suffix: path for path in packed.rglob("*") if path.is_file() and path.suffix}
    for path in one.values():
        if not path.name.startswith("."):
            sent = _given(address, f"/{path.relative_to(packed).as_posix()}")
            assert sent["content-type"] != "application/octet-stream", path


# In a browser, with the headers


@pytest.mark.slow
@pytest.mark.browser
@behind_nginx
@pytest.mark.parametrize("path", ["index.html", "en/search.html?q=a", "absent.html"])
def test_pages_hold_to_the_header(browser: Browser, address: str, path: str) -> None:
    """Under the policy as a header, a page opens without a complaint of it."""
    visit = Visit(browser)
    page = visit.to(f"{address}/{path}")
    page.wait_for_timeout(300)
    assert [said for said in visit.complaints if "404 (Not Found)" not in said] == []
    page.close()


@pytest.mark.slow
@pytest.mark.browser
@behind_nginx
def test_a_chart_comes_alive_under_the_header(browser: Browser, address: str) -> None:
    """Under the policy as a header, plotly.js loads and draws without a complaint."""
    visit = Visit(browser)
    page = visit.to(f"{address}/charts/doubling.html")
    page.locator("figure.fig .chart").first.hover()
    page.wait_for_selector("figure.fig[data-state=live]", timeout=60_000)
    assert visit.complaints == []
    page.close()


HOST = """<!doctype html><meta charset="utf-8"><title>another site</title>
<link rel="icon" href="data:,"><script src="{address}/embed/resize.js"></script>
<iframe id="chart" src="{address}/embed/doubling.html" sandbox="allow-scripts"></iframe>
<iframe id="page" src="{address}/index.html"></iframe>"""
READ = """async paths => Object.fromEntries(await Promise.all(paths.map(async path =>
  [path, await fetch(path).then(a => a.status, () => "refused")])))"""


@pytest.mark.slow
@pytest.mark.browser
@behind_nginx
def test_other_sites_have_charts_and_data_and_no_pages(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    """Another site frames a chart, sandboxed, and reads data; it has no page of ours."""
    (tmp_path / "index.html").write_text(HOST.format(address=address), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    visit = Visit(browser)
    page = visit.to(f"http://127.0.0.1:{server.server_address[1]}/")
    chart = page.frame_locator("#chart")
    chart.locator(".chart").first.hover()
    chart.locator("figure.fig[data-state=live]").wait_for(timeout=60_000)
    assert page.frame_locator("#page").locator("#main").count() == 0
    assert page.locator("#chart").evaluate("e => e.clientHeight") > 300
    (said,) = visit.complaints
    assert "frame-ancestors 'none'" in said
    paths = [f"{address}{path}" for path in ("/data/facts.json", "/charts/doubling.csv", "/")]
    assert list(page.evaluate(READ, paths).values()) == [200, 200, "refused"]
    page.close()
    server.shutdown()
