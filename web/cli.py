"""The command `bovett`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; every expected failure is one sentence on stderr and exit status 1."""
    options = _parser().parse_args(arguments)
    try:
        settings = Settings.from_env(os.environ)
        return int(options.run(settings, options) or 0)
    except KnowledgeError as error:
        print(f"bovett: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bovett", description="Self-help on tenancy and housing in Norway.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, help_text in (
        ("serve", _serve, "train and index what is stale, start everything, print one URL"),
        ("index", _index, "build the search index if it is stale"),
        ("train", _train, "train the Rasa model if it is stale"),
        ("check", _check, "check articles, contacts, constants and catalogues"),
        ("calibrate", _calibrate, "fit the decision on the development set"),
    ):
        command = commands.add_parser(name, help=help_text)
        command.set_defaults(run=run)
    stamp = commands.add_parser(
        "stamp", help="write the digest of the text that each translation and second reading is of"
    )
    stamp.add_argument(
        "--read-again", nargs="+", default=(), metavar="ARTICLE", help="articles whose second reading was done again"
    )
    stamp.set_defaults(run=_stamp)
    ask = commands.add_parser("ask", help="ask one question, through the whole path")
    ask.add_argument("question")
    ask.add_argument("--locale", help="language of the reply, e.g. uk; guessed from the question otherwise")
    ask.add_argument("--json", action="store_true", help="print the replies as JSON")
    ask.set_defaults(run=_ask)
    coverage = commands.add_parser("coverage", help="print each coverage row with its articles")
    coverage.add_argument("file", nargs="?", help="a list of rows; without it, coverage.yaml of the content")
    coverage.add_argument("--page", type=Path, help="also write the table as a Markdown page")
    coverage.set_defaults(run=_coverage)
    embed = commands.add_parser("embed", help="print the HTML that puts a site's widget on a page, and its policy")
    embed.add_argument("site", help="name of a file in content/sites, e.g. kommune")
    embed.add_argument("--url", help="address of the service, e.g. https://bovett.example; else BOVETT_PUBLIC_URL")
    embed.set_defaults(run=_embed)
    _add_statutes(commands)
    return parser


def _add_statutes(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    statutes = commands.add_parser("statutes", help="import, show and compare official law texts")
    group = statutes.add_subparsers(required=True, metavar="COMMAND")
    bring = group.add_parser("import", help="import files, folders or archives of Lovdata's XML")
    bring.add_argument("paths", nargs="+", metavar="PATH", type=Path)
    bring.set_defaults(run=_statutes_import)
    update = group.add_parser("update", help="fetch Lovdata's public archives and import the acts of laws.yaml")
    update.set_defaults(run=_statutes_update)
    show = group.add_parser("show", help="print a section, or a part of one")
    show.add_argument("ref", help='e.g. "husleieloven § 9-5 andre ledd bokstav c"')
    show.set_defaults(run=_statutes_show)
    diff = group.add_parser("diff", help="name all that cites a section which changed after it was checked")
    diff.add_argument(
        "folders",
        nargs="*",
        metavar="OLD NEW",
        type=Path,
        help="without them: what was checked before an import changed its sections",
    )
    diff.set_defaults(run=_statutes_diff)


def _serve(settings: Settings, _: argparse.Namespace) -> int:
    from web.supervisor import check_machine, serve

    check_machine(settings)
    model = _prepared_model(settings)
    return serve(settings, model)


def _prepared_model(settings: Settings):  # type: ignore[no-untyped-def]
    from knowledge.library import Library
    from web.training import ensure_model

    _compile_catalogues(settings)
    library = Library.read(settings.content_dir)
    _ensure_index(settings, library)
    print("Checking the dialogue model …", flush=True)
    model, trained = ensure_model(settings, library)
    print("  trained." if trained else "  up to date.", flush=True)
    return model


def _compile_catalogues(settings: Settings) -> None:
    from knowledge.catalogues import compile_stale

    compiled = compile_stale(settings.locales_dir)
    if compiled:
        print(f"Compiled catalogues: {', '.join(compiled)}", flush=True)


def _ensure_index(settings: Settings, library) -> None:  # type: ignore[no-untyped-def]
    from knowledge.encoder import open_encoder
    from knowledge.index import ensure_index
    from knowledge.vector_cache import RememberingEncoder
    from web.supervisor import check_disk

    check_disk(settings.var_dir)
    print("Checking the search index …", flush=True)

    def tell(done: int, texts: int) -> None:
        print(f"  {done} of {texts} texts encoded …", flush=True)

    def encoder() -> RememberingEncoder:
        return RememberingEncoder(open_encoder(settings.encoder, os.cpu_count() or 1), settings.vectors_path, tell)

    folder, built = ensure_index(library, settings.encoder, settings.index_dir, encoder)
    print(f"  built in {folder}." if built else "  up to date.", flush=True)


def _index(settings: Settings, _: argparse.Namespace) -> None:
    from knowledge.library import Library

    _ensure_index(settings, Library.read(settings.content_dir))


def _train(settings: Settings, _: argparse.Namespace) -> None:
    _prepared_model(settings)


def _check(settings: Settings, _: argparse.Namespace) -> int:
    from knowledge.lint import check_content

    return check_content(settings)


def _calibrate(settings: Settings, _: argparse.Namespace) -> None:
    from knowledge.calibrate import calibrate

    calibrate(settings)


def _stamp(settings: Settings, options: argparse.Namespace) -> None:
    from knowledge.second_reading import stamp_readings
    from knowledge.translation import stamp_all

    for path in (*stamp_all(settings), *stamp_readings(settings, options.read_again)):
        print(f"stamped {path}")


def _coverage(settings: Settings, options: argparse.Namespace) -> int:
    from knowledge.coverage import print_coverage

    return print_coverage(settings, options.file, options.page)


def _embed(settings: Settings, options: argparse.Namespace) -> None:
    from knowledge.sites import read_sites
    from web.embed_lines import CannotEmbed, embed_lines
    from web.widget_builds import WidgetBuilds

    sites = read_sites(settings.content_dir / "sites")
    if options.site not in sites:
        raise CannotEmbed(f"there is no site {options.site!r}; the sites are {', '.join(sites)}")
    base = options.url or settings.public_url
    if not base:
        raise CannotEmbed("name the address of the service: --url https://bovett.example, or BOVETT_PUBLIC_URL")
    site = sites[options.site]
    build = WidgetBuilds(settings.widgets_dir).keep()
    print("\n".join(embed_lines(site, base, build, site.locale or settings.default_locale)))


def _statutes_import(settings: Settings, options: argparse.Namespace) -> int:
    from knowledge.statutes.commands import import_texts

    return _printed(import_texts(settings, options.paths, date.today()))


def _statutes_update(settings: Settings, _: argparse.Namespace) -> int:
    from knowledge.statutes.commands import update_texts

    return _printed(update_texts(settings, date.today()))


def _statutes_show(settings: Settings, options: argparse.Namespace) -> int:
    from knowledge.statutes.commands import show_text

    return _printed(show_text(settings, options.ref))


def _statutes_diff(settings: Settings, options: argparse.Namespace) -> int:
    from knowledge.statutes.commands import show_differences

    return _printed(show_differences(settings, options.folders, date.today()))


def _printed(result: tuple[list[str], bool]) -> int:
    lines, is_well = result
    print("\n".join(lines))
    return 0 if is_well else 1


def _ask(settings: Settings, options: argparse.Namespace) -> int:
    from web.asking import ask, in_words

    replies = ask(settings, options.question, options.locale)
    print(json.dumps(replies, ensure_ascii=False, indent=1) if options.json else in_words(replies))
    return 0


if __name__ == "__main__":
    sys.exit(main())
