"""Pelican's settings for the published site: needs its address in the environment.

SITE_URL=https://example.org pelican content -s publishconf.py --fatal errors
"""

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403 -- Pelican's own way of layering settings

POLICY_STRICT = True  # a citation that was never checked must not be published
SITEURL = os.environ.get("SITE_URL", "").rstrip("/")
if not SITEURL.startswith(("https://", "http://")):
    raise SystemExit("publishconf.py: set SITE_URL to the address of the site, https://…")
