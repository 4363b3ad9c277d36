"""Files in one archive, and the list of digests that they can be checked by."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment an archive can name: files in it have no other."""
LISTED = "SHA256SUMS"
"""What the list of digests is called wherever it lies."""


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files in one ZIP, stored as they are: same bytes wherever it is made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as box:
        for name, data in files:
            info = zipfile.ZipInfo(name, EPOCH)
            info.external_attr = 0o644 << 16
            info.create_system = 3  # the same on every system
            box.writestr(info, data)
    return out.getvalue()


def sha256(data: bytes) -> str:
    """The digest by which a file is known."""
    return hashlib.sha256(data).hexdigest()


def sums(files: Mapping[str, bytes]) -> bytes:
    """A line for each file, as `sha256sum -c` reads them."""
    return "".join(f"{sha256(data)}  {name}\n" for name, data in files.items()).encode()
