"""One page of every kind of the shipped site, by its address in the default language."""

from __future__ import annotations

KINDS = {
    "home": "index.html",
    "section": "zones/index.html",
    "item": "zones/gas-footwear-textiles.html",
    "company": "companies/sichuan-yujia.html",
    "targets": "targets/index.html",
    "target": "targets/output-doubling.html",
    "class": "targets/zones-30bn-2025.html",
    "timeline": "timeline.html",
    "relations": "relations.html",
    "charts": "charts/index.html",
    "chart": "charts/doubling.html",
    "tall": "charts/milestones.html",
    "embed": "embed/doubling.html",
    "sources": "sources/index.html",
    "source": "sources/scol-2021-06-10.html",
    "facts": "facts.html",
    "ledger": "facts/targets.html",
    "questions": "questions.html",
    "checkable": "checkable.html",
    "glossary": "glossary.html",
    "search": "search.html",
    "about": "about.html",
    "missing": "404.html",
    "brief": "brief.html",
    "data": "data.html",
    "changes": "changes.html",
    "licences": "licenses.html",
}
LANGS = ("", "en/")
"""Where each language stands."""
