"""What a browser may do with a page: one policy of content for all pages, one for those in frames.

Pages carry theirs in a `<meta>`, for hosts that send no headers of ours. Where one can, the same
goes into the header: the files in `deploy/` hold it again, and a test holds them against this.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Policy = Mapping[str, str]
"""What each kind of content may come from."""
PAGE: Policy = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",  # robots.txt, which some readers ask for from within the page
        "form-action": "'self'",  # the search
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
)
FRAMED: Policy = MappingProxyType(
    {key: PAGE[key] for key in ("default-src", "script-src", "style-src", "img-src")}
    | {"form-action": "'none'", "base-uri": "'none'", "frame-ancestors": "*"}
)
"""Charts for frames: any site may hold them; they ask for nothing and send nothing."""
HEADER_ONLY = frozenset({"frame-ancestors"})
"""What browsers take from a header alone."""
EVERYWHERE: Mapping[str, str] = MappingProxyType(
    {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)
"""Headers of every file, beside its policy."""


def header(policy: Policy) -> str:
    """The policy as a header says it."""
    return "; ".join(f"{key} {value}" for key, value in policy.items())


def meta(policy: Policy) -> str:
    """The policy as a page says it: without what only a header can."""
    return header({key: value for key, value in policy.items() if key not in HEADER_ONLY})
