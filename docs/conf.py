"""
Settings of Sphinx for both languages.

``sphinx-build -c docs docs/es docs/_build/es -D language=es -t es``: the tag says which tree is built, because the
language of the command line is known only after this file was read.
"""

import tomllib
from pathlib import Path

_PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]
_SPANISH = "tags" in globals() and globals()["tags"].has("es")

project = "hled"
author = "The hled project"
project_copyright = "El proyecto hled, Apache-2.0" if _SPANISH else "The hled project, Apache-2.0"
version = release = _PROJECT["version"]
language = "es" if _SPANISH else "en"

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["generated/**"]
templates_path = ["_templates"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
nitpicky = True

html_theme = "furo"
html_title = "hled: documentación" if _SPANISH else "hled: documentation"
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_context = {
    "other_language": "en" if _SPANISH else "es",
    "other_language_name": "English" if _SPANISH else "Español",
}
