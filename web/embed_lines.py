"""What an organisation pastes into its pages, and what its content security policy must allow for that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from knowledge.errors import KnowledgeError
from knowledge.origins import ORIGIN
from knowledge.sites import Site
from web.widget_builds import KEPT, Build


class CannotEmbed(KnowledgeError):
    """The lines cannot be made for what was asked."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to embed a site; each line of the policy is a directive with what is to be added to it."""

    title: str
    html: tuple[str, ...]
    policy: tuple[str, ...]


def ways(site: Site, base: str, build: Build, locale: str) -> list[Way]:
    """The three ways of docs/widget.md; `base` is the address of the service, `locale` of the frame."""
    start = f'<script src="{base}{build.path}" integrity="{build.integrity}" crossorigin="anonymous"'
    # For whoever has no scripts: the page of the site itself, which leads on to the conversation as forms.
    plain = f'<a href="{base}/s/{site.id}">{escape(site.name)}</a>'
    element = f'<bovett-chat site="{site.id}" locale="{locale}" open>{plain}</bovett-chat>'
    button = f'{start} data-site="{site.id}" async></script>'
    frame = f'<iframe src="{base}/embed/{site.id}/{locale}" title="{escape(site.name)}"></iframe>'
    script_policy = [f"script-src {base}", f"connect-src {base}"]
    if site.logo:
        script_policy.append(f"img-src {base}")
    return [
        Way("A button in the corner", (button, f"<noscript>{plain}</noscript>"), tuple(script_policy)),
        Way("An element in its place", (f"{start} async></script>", element), tuple(script_policy)),
        Way("A frame", (frame,), (f"frame-src {base}",)),
    ]


def embed_lines(site: Site, base: str, build: Build, locale: str) -> Iterator[str]:
    """The ways as lines for a terminal; raises CannotEmbed for an address that pages cannot name."""
    base = base.rstrip("/")
    if not ORIGIN.fullmatch(base):
        raise CannotEmbed(f"--url must be the address of the service, like https://bovett.example, not {base!r}")
    yield f"{site.name}: site {site.id!r} of {base}"
    for way in ways(site, base, build, locale):
        yield from ("", way.title, *(f"  {line}" for line in way.html))
        yield "  If the page has a Content-Security-Policy, these are to be in it:"
        yield from (f"    {line};" for line in way.policy)
    yield ""
    yield f"The script is the build {build.name}. Its address and its hash stay the same when the service is updated: the"
    yield f"service keeps the last {KEPT} builds. Print the lines anew after updates; `/widget.js` without `integrity` is the"
    yield "newest build always. See docs/widget.md."
    if not site.origins:
        yield ""
        yield f"No other page may use it yet: list the origins of yours in content/sites/{site.id}.yaml, e.g."
        yield "  origins: [https://www.example.no]"
