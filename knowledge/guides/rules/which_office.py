"""Which office helps, by what it is about and where: how to reach it without the internet, and the interpreter.

Nav: Nav-loven §§ 13 and 15, sosialtjenesteloven §§ 3, 17, 18 and 27, forskrift om sosiale tjenester for personer uten
fast bopel §§ 1 to 4. Municipality: boligsosialloven §§ 3, 6 and 7, bustøttelova §§ 3 and 7, forskrift om bustøtte § 9,
forskrift om lån fra Husbanken § 5-2. Guidance and the wrong office: forvaltningsloven §§ 11 and 11 a. Eviction:
tvangsfullbyrdelsesloven §§ 2-1, 13-3 and 13-6. Disputes: husleieloven §§ 9-8 and 12-5, forskrift om Husleietvistutvalget
§§ 3, 6 and 18, sameloven § 3-4 a. Violence: krisesenterlova §§ 2, 3 and 5. Under 18: barnevernsloven §§ 1-4, 4-1 and
15-3, barnelova § 66, vergemålsloven §§ 9, 13 and 16. Interpreter: tolkeloven §§ 4, 6 and 11. Read as the articles say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.guides.conclusion import Conclusion, Facts, Part, Value
from knowledge.guides.guide import UNKNOWN, Answers
from knowledge.place_names import Municipality

_OSLO = "0301"
# Counties of today (the number that municipalities begin with) whose people the student clinics outside Oslo are for.
_CLINICS = {"11": "west", "15": "west", "46": "west", "18": "north", "55": "north", "56": "north", "50": "mid"}
_CLINIC_CONTACTS = {
    "west": ("jussformidlingen", "jussbuss"),
    "north": ("jusshjelpa-nord-norge", "jussbuss"),
    "mid": ("jusshjelpa-nord-norge", "jussbuss"),
    "else": ("jussbuss",),
}
_INTERPRETER = ("tolkeloven § 6", "tolkeloven § 4", "tolkeloven § 11")
_NAV_LAWS = ("Nav-loven § 13", "Nav-loven § 15", "forvaltningsloven § 11", *_INTERPRETER)
_ELSEWHERE = tuple(f"forskrift om sosiale tjenester for personer uten fast bopel § {section}" for section in "1234")
_TONIGHT, _WHICH = "nowhere-to-sleep", "responsible-municipality"


@dataclass(frozen=True, slots=True)
class _Matter:
    """What holds for one kind of matter, whoever asks; the part that names the office goes in where `office` stands."""

    parts: tuple[str, ...]
    office: str  # "nav" and "housing-office" have variants for Oslo
    articles: tuple[str, ...]
    laws: tuple[str, ...]
    contacts: tuple[str, ...]
    guides: tuple[str, ...] = ()


_MATTERS = {
    UNKNOWN: _Matter(
        ("office", "unsure", "reach-nav", "interpreter"),
        "nav",
        ("nav-office", "interpreter"),
        _NAV_LAWS,
        ("nav", "nav-office-finder", "municipality"),
    ),
    "money": _Matter(
        ("office", "money", "reach-nav", "other-office", "interpreter"),
        "nav",
        ("financial-support", "nav-office", _WHICH, "interpreter"),
        ("sosialtjenesteloven § 18", "sosialtjenesteloven § 3", *_NAV_LAWS, *_ELSEWHERE),
        ("nav", "nav-office-finder", "nav-debt-line"),
    ),
    "tonight": _Matter(
        ("danger", "office", "tonight", "closed", "other-office", "interpreter"),
        "nav",
        (_TONIGHT, "nav-office", _WHICH, "interpreter"),
        ("sosialtjenesteloven § 27", "sosialtjenesteloven § 3", *_NAV_LAWS, *_ELSEWHERE),
        ("nav-office-finder", "nav", "legevakt", "police-emergency"),
        ("nowhere-tonight",),
    ),
    "housing": _Matter(
        ("office", "housing", "reach-municipality", "other-office", "interpreter"),
        "housing-office",
        ("municipality", "municipal-housing-application", _WHICH, "interpreter"),
        ("boligsosialloven § 6", "boligsosialloven § 7", "boligsosialloven § 3", "sosialtjenesteloven § 27",
         "forvaltningsloven § 11", "forvaltningsloven § 11 a", *_INTERPRETER),
        ("municipality", "nav-office-finder", "nav"),
    ),
    "bostotte": _Matter(
        ("office", "bostotte", "reach-municipality", "interpreter"),
        "bostotte-office",
        ("bostotte", "municipality", "interpreter"),
        ("bustøttelova § 7", "forskrift om bustøtte § 9", "forvaltningsloven § 11", "forvaltningsloven § 11 a",
         *_INTERPRETER),
        ("municipality", "husbanken"),
        ("housing-allowance",),
    ),
    "startlan": _Matter(
        ("office", "startlan", "reach-municipality", "interpreter"),
        "startlan-office",
        ("startlan", "municipality", "interpreter"),
        ("forskrift om lån fra Husbanken § 5-2", "forvaltningsloven § 11", "forvaltningsloven § 11 a", *_INTERPRETER),
        ("municipality", "husbanken"),
        ("loans-and-grants",),
    ),
    "eviction": _Matter(
        ("eviction-office", "eviction", "office", "legal", "interpreter"),
        "nav",
        ("enforcement-authority", "nav-help-against-eviction", "legal-clinics", "nav-office", "interpreter"),
        ("tvangsfullbyrdelsesloven § 13-6", "tvangsfullbyrdelsesloven § 2-1", "tvangsfullbyrdelsesloven § 13-3",
         "sosialtjenesteloven § 17", "Nav-loven § 13", *_INTERPRETER),
        ("namsfogden", "nav", "nav-office-finder"),
        ("eviction",),
    ),
    "legal": _Matter(
        ("legal", "legal-more", "reach-legal"),
        "",
        ("legal-clinics", "free-legal-aid"),
        ("rettshjelploven § 11",),
        (),
    ),
}  # fmt: skip


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The office for one matter."""
    about = answers["about"]
    if about == "violence":
        return _violence()
    if about == "landlord":
        return _landlord()
    place = facts.municipalities.by_key(str(answers["place"]))
    if answers.get("age") == "minor" and about in ("tonight", "money", "housing", "legal"):
        return _minor(about, _named(place))
    return _office(about, answers, place)


def _office(about: str, answers: Answers, place: Municipality | None) -> Conclusion:
    matter, age = _MATTERS[about], answers.get("age")
    values = {**_named(place), "district": _district(answers, place)}
    keys = [key for part in matter.parts for key in _keys(part, matter, answers, place)]
    if about == "bostotte" and age == "minor":
        keys.insert(1, "bostotte-minor")
    has_clinic = "legal" in matter.parts
    return Conclusion(
        tuple(Part(key, values) for key in keys),
        matter.articles,
        laws=("bustøttelova § 3", *matter.laws) if "bostotte-minor" in keys else matter.laws,
        contacts=(*matter.contacts, *(_clinics(about, age, place) if has_clinic else ())),
        guides=(*matter.guides, *(("refugee",) if "other-office" in keys else ())),
    )


def _keys(part: str, matter: _Matter, answers: Answers, place: Municipality | None) -> tuple[str, ...]:
    """The texts that a part of a matter stands for."""
    if part == "office":
        return (_in_oslo(matter.office, _district(answers, place), place),)
    if part == "legal":
        return (f"legal-{_region(place)}", *(("legal-young",) if answers.get("age") != "adult" else ()))
    return (part,)


def _in_oslo(office: str, district: str, place: Municipality | None) -> str:
    """The text on an office, for the district in Oslo."""
    if place is None or place.number != _OSLO or office == "startlan-office":
        return office
    return f"{office}-district" if district else f"{office}-oslo"


def _district(answers: Answers, place: Municipality | None) -> str:
    """The district of Oslo that was answered, or was given with the place; none where it is not known."""
    answered = str(answers.get("district", UNKNOWN))
    if answered != UNKNOWN:
        return answered
    return place.district if place else ""


def _region(place: Municipality | None) -> str:
    return _CLINICS.get(place.number[:2], "else") if place else "else"


def _clinics(about: str, age: object, place: Municipality | None) -> tuple[str, ...]:
    """The clinic of the place first; of the others, those that the texts name."""
    near = (*_CLINIC_CONTACTS[_region(place)], *(("ung-rettshjelp",) if age != "adult" else ()))
    return (*near, "jurk", "gatejuristen", "noas", "leieboerforeningen", "caritas") if about == "legal" else near


def _named(place: Municipality | None) -> Mapping[str, Value]:
    return {"place": place.name if place else ""}


def _violence() -> Conclusion:
    return Conclusion(
        (Part("violence"),),
        ("violence", "crisis-centre"),
        laws=("krisesenterlova § 2", "krisesenterlova § 3", "krisesenterlova § 5"),
        contacts=("police-emergency", "violence-line", "child-alarm", "crisis-centre", "police"),
        guides=("nowhere-tonight",),
    )


def _landlord() -> Conclusion:
    return Conclusion(
        (Part("landlord"), Part("reach-htu"), Part("landlord-advice")),
        ("dispute-tribunal", "legal-clinics", "tenants-organisations"),
        laws=(
            "husleieloven § 12-5",
            "husleieloven § 9-8",
            *(f"forskrift om Husleietvistutvalget § {section}" for section in ("3", "6", "18")),
            "sameloven § 3-4 a",
            "tolkeloven § 6",
        ),
        contacts=("husleietvistutvalget", "jussbuss", "jurk", "ung-rettshjelp", "leieboerforeningen"),
        guides=("landlord-notice", "deposit", "rent-increase", "defects", "moving-out"),
    )


_MINOR_LAWS = {
    "tonight": ("barnevernsloven § 4-1",),
    "money": ("barnelova § 66", "Nav-loven § 15"),
    "housing": ("vergemålsloven § 9", "vergemålsloven § 13", "vergemålsloven § 16"),
}


def _minor(about: str, values: Mapping[str, Value]) -> Conclusion:
    """Under 18: child welfare before Nav (barnevernsloven §§ 4-1 and 15-3)."""
    if about == "legal":
        return Conclusion(
            (Part("minor-legal"), Part("legal-more"), Part("reach-legal"), Part("minor-danger")),
            ("legal-clinics", "child-in-danger"),
            laws=("rettshjelploven § 11",),
            contacts=("ung-rettshjelp", "child-alarm"),
            guides=("young",),
        )
    return Conclusion(
        (Part("minor-danger"), Part(f"minor-{about}"), Part("minor-office", values), Part("interpreter")),
        ("under-18-renting", "child-welfare", "child-in-danger", "nav-office", "interpreter"),
        laws=(*_MINOR_LAWS[about], "barnevernsloven § 15-3", "barnevernsloven § 1-4", *_INTERPRETER),
        contacts=("child-alarm", "barnevernvakt", "police-emergency", "ung-rettshjelp"),
        guides=(*(("nowhere-tonight",) if about == "tonight" else ()), "young"),
    )
