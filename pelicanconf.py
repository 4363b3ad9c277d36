"""Pelican's settings for the site as one works on it: `pelican content -s pelicanconf.py`.

The plan's own settings (title, languages, menu) stand in data/policy.yaml, not here.
`--fatal errors` belongs to every call: without it Pelican skips a plugin that fails.
"""

from jinja2 import StrictUndefined

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["policy_explorer"]
POLICY_DATA = "data"

SITENAME = ""
SITEURL = ""
TIMEZONE = "UTC"
LOCALE = ["C.UTF-8", "C"]
DEFAULT_LANG = "zh"
DELETE_OUTPUT_DIRECTORY = False
JINJA_ENVIRONMENT = {"autoescape": True, "undefined": StrictUndefined}

# every page comes from the plugin: Pelican's own kinds of pages are off
READERS = {"rst": None, "html": None, "md": None}
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = FEED_ALL_RSS = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
IGNORE_FILES = ["**/.*", ".*", "*~", "#*#"]
