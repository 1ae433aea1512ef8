"""What kind of letter it is, how urgent, and the guide to go on with: a table, with who helps to read it.

Time limits named in the texts: husleieloven §§ 9-8 and 3-5, tvangsfullbyrdelsesloven §§ 4-18, 13-6 and 11-7, forskrift om
Husleietvistutvalget § 15, forvaltningsloven § 29, folketrygdloven § 21-12. Interpreters: tolkeloven §§ 4, 6 and 11. Each
as read for the article that cites it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.guides.conclusion import Conclusion, Facts, Part
from knowledge.guides.guide import UNKNOWN, Answers

_OFFICES = ("nav", "municipality", "husbanken")
_TENANCY = ("husleietvistutvalget", "leieboerforeningen", "jussbuss")
_ENFORCEMENT = ("namsfogden", "nav", "jussbuss")
_DEBT = ("nav-debt-line", "nav-office-finder", "jussbuss")
_COURT = ("jussbuss", "jussformidlingen", "jusshjelpa-nord-norge")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of letter: what its text rests on, and where to go on."""

    articles: tuple[str, ...]
    laws: tuple[str, ...]
    contacts: tuple[str, ...]
    guides: tuple[str, ...] = ()
    is_public: bool = True  # whether the sender must think of an interpreter (tolkeloven § 2)


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The kind of letter, and who helps to read it."""
    key = _key(answers)
    kind = _KINDS[key]
    help_part, help_article = ("interpreter", "interpreter") if kind.is_public else ("readers", "legal-clinics")
    return Conclusion(
        (Part(key), Part(help_part)),
        tuple(dict.fromkeys((*kind.articles, help_article))),
        laws=(*kind.laws, *(("tolkeloven § 6", "tolkeloven § 4") if kind.is_public else ())),
        contacts=kind.contacts if kind.is_public else tuple(dict.fromkeys((*kind.contacts, "caritas"))),
        guides=kind.guides,
    )


def _key(answers: Answers) -> str:
    """The name of the kind, which is that of its text."""
    sender = answers["sender"]
    if sender == UNKNOWN:
        return "nobody" if answers["words"] == UNKNOWN else str(answers["words"])
    said = answers["from_office" if sender in _OFFICES else f"from_{sender}"]
    if said == UNKNOWN:
        return "office-unsure" if sender in _OFFICES else f"{sender}-unsure"
    return f"{sender}-decision" if said == "decision" else str(said)


_KINDS: Mapping[str, _Kind] = {
    # From a landlord.
    "notice": _Kind(
        ("landlord-gives-notice", "protest-against-notice"),
        ("husleieloven § 9-8", "husleieloven § 9-7", "husleieloven § 9-9", "tvangsfullbyrdelsesloven § 4-18"),
        _TENANCY,
        ("landlord-notice",),
        is_public=False,
    ),
    "rescission": _Kind(
        ("termination-for-breach",),
        ("husleieloven § 9-9", "husleieloven § 9-8"),
        _TENANCY,
        ("landlord-notice",),
        is_public=False,
    ),
    "warning": _Kind(
        ("warning-14-days",),
        ("tvangsfullbyrdelsesloven § 4-18", "tvangsfullbyrdelsesloven § 13-2", "husleieloven § 9-8"),
        _DEBT,
        ("eviction",),
        is_public=False,
    ),
    "rent": _Kind(
        ("index-adjustment", "market-rent"),
        ("husleieloven § 4-2", "husleieloven § 4-3"),
        _TENANCY,
        ("rent-increase",),
        is_public=False,
    ),
    "demand": _Kind(
        ("late-rent",),
        ("tvangsfullbyrdelsesloven § 4-18", "sosialtjenesteloven § 17"),
        _DEBT,
        ("eviction",),
        is_public=False,
    ),
    "claim": _Kind(
        ("claims-after-move-out",),
        ("husleieloven § 10-3", "husleieloven § 10-2", "husleieloven § 3-5"),
        _TENANCY,
        ("moving-out", "deposit"),
        is_public=False,
    ),
    "nav-copy": _Kind(
        ("notice-to-municipality",), ("husleieloven § 9-11",), ("nav", *_DEBT), ("eviction",), is_public=False
    ),
    "landlord-unsure": _Kind(("legal-clinics",), (), _TENANCY, ("landlord-notice", "eviction"), is_public=False),
    # From a bank or a debt collector.
    "deposit": _Kind(("deposit-return",), ("husleieloven § 3-5",), _TENANCY, ("deposit",), is_public=False),
    "loan": _Kind(
        ("startlan-payment-problems", "forced-sale-of-home"),
        ("forskrift om lån fra Husbanken § 8-8", "sosialtjenesteloven § 17"),
        ("nav-debt-line", "municipality", "jussbuss"),
        ("loans-and-grants",),
        is_public=False,
    ),
    "debt": _Kind(("debt-counselling",), ("sosialtjenesteloven § 17",), _DEBT, is_public=False),
    "money-unsure": _Kind(("debt-counselling",), ("sosialtjenesteloven § 17",), _DEBT, is_public=False),
    # From namsfogden or tingretten.
    "petition": _Kind(
        ("petition-and-answer", "enforcement-authority"),
        ("tvangsfullbyrdelsesloven § 13-6", "tvangsfullbyrdelsesloven § 13-2"),
        _ENFORCEMENT,
        ("eviction",),
    ),
    "day": _Kind(
        ("eviction-day",), ("tvangsfullbyrdelsesloven § 13-12",), _ENFORCEMENT, ("eviction", "nowhere-tonight")
    ),
    "complaint-answer": _Kind(
        ("eviction-complaint",), ("tvangsfullbyrdelsesloven § 5-16",), _ENFORCEMENT, ("eviction",)
    ),
    "seizure": _Kind(("debt-counselling",), ("sosialtjenesteloven § 17",), ("nav-debt-line", "namsfogden", "jussbuss")),
    "enforcement-unsure": _Kind(("enforcement-authority",), (), _ENFORCEMENT, ("eviction",)),
    "summons": _Kind(("protest-against-notice", "free-legal-aid"), (), _COURT),
    "ruling": _Kind(
        ("eviction-complaint", "free-legal-aid"), ("tvangsfullbyrdelsesloven § 2-12",), _COURT, ("eviction",)
    ),
    "forced-sale": _Kind(
        ("forced-sale-of-home",),
        ("tvangsfullbyrdelsesloven § 11-7",),
        ("nav-debt-line", "municipality", "jussbuss"),
        ("loans-and-grants",),
    ),
    "court-unsure": _Kind(("free-legal-aid",), (), _COURT),
    # From Husleietvistutvalget.
    "tribunal-complaint": _Kind(
        ("dispute-tribunal",),
        ("forskrift om Husleietvistutvalget § 7", "forskrift om Husleietvistutvalget § 12"),
        _TENANCY,
    ),
    "tribunal-decision": _Kind(
        ("dispute-tribunal",),
        ("forskrift om Husleietvistutvalget § 15", "forskrift om Husleietvistutvalget § 14"),
        _TENANCY,
        ("eviction",),
    ),
    "tribunal-unsure": _Kind(("dispute-tribunal",), (), _TENANCY),
    # From Nav, the municipality or Husbanken.
    "nav-decision": _Kind(
        ("nav-complaint",),
        ("forvaltningsloven § 29", "folketrygdloven § 21-12", "forvaltningsloven § 27"),
        ("nav", "nav-office-finder", "jussbuss"),
        ("refusal",),
    ),
    "municipality-decision": _Kind(
        ("municipality", "nav-complaint"),
        ("forvaltningsloven § 29", "forvaltningsloven § 27", "boligsosialloven § 7"),
        ("municipality", "nav-office-finder", "jussbuss"),
        ("refusal",),
    ),
    "husbanken-decision": _Kind(
        ("bostotte-complaint",),
        ("forvaltningsloven § 29", "forskrift 2012-10-31-1182 § 6"),
        ("husbanken", "municipality", "jussbuss"),
        ("refusal",),
    ),
    "any-decision": _Kind(
        ("nav-complaint",),
        ("forvaltningsloven § 29", "forvaltningsloven § 27", "folketrygdloven § 21-12"),
        ("nav", "municipality", "jussbuss"),
        ("refusal",),
    ),
    "papers": _Kind(("case-processing-time",), (), ("nav", "municipality", "husbanken")),
    "later": _Kind(
        ("case-processing-time",),
        ("forvaltningsloven § 11 a",),
        ("nav", "municipality", "husbanken"),
        ("which-office",),
    ),
    "repay": _Kind(
        ("bostotte-complaint", "nav-complaint"),
        ("forvaltningsloven § 29", "forvaltningsloven § 42"),
        ("nav", "nav-debt-line", "municipality", "jussbuss"),
        ("refusal",),
    ),
    "meeting": _Kind(("interpreter",), ("tolkeloven § 11",), ("nav-office-finder", "municipality")),
    "office-unsure": _Kind(("case-processing-time",), (), ("nav", "municipality", "husbanken"), ("which-office",)),
    # From somebody the person does not know.
    "nobody": _Kind(("interpreter",), (), ("nav", "municipality", "jussbuss"), ("which-office",), is_public=False),
}
