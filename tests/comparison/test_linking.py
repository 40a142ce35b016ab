"""Who is who across two documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factwatch.comparison import Aliases
from factwatch.comparison.linking import Linking, link
from factwatch.comparison.names import parse_person
from factwatch.comparison.persons import likeness
from factwatch.comparison.places import relation
from factwatch.lexicon.folding import fold
from factwatch.model.claim import Claim, ClaimSet, RoleClaim, TitleClaim


def people(*names: str, title: str = "Delegate", of: str | None = None) -> ClaimSet:
    return ClaimSet(claims=tuple(TitleClaim(id=f"t:{number}", person=name, title=title, of=of) for number, name in enumerate(names)))


def linked(one: str, other: str, aliases: Aliases | None = None, *, title: str = "Delegate", of: str | None = None) -> bool:
    found = link(people(one, title=title, of=of), people(other, title=title, of=of), aliases or Aliases())
    return found.baseline[one] == found.later[other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohamed Irfaan Ali", "Dr Irfaan Ali"),
        ("Mohamed Irfaan Ali", "Ali"),
        ("William Hagerty", "Bill Hagerty"),
        ("José Mujica", "Pepe Mujica"),
        ("Helen Marchetti", "Helen R. Marchetti"),
        ("Vladimir Putin", "Vladimir Vladimirovich Putin"),
        ("Kamla Persad-Bissessar", "Kamla Persad-Bissesar"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Abdel Fattah al-Sisi", "Abdel Fattah el-Sisi"),
        ("Abdul Rahman Khan", "Abdulrahman Khan"),
        ("Muammar Gaddafi", "Moammar Qaddafi"),
        ("Orbán Viktor", "Viktor Orban"),
        ("Trần Quốc Bảo", "Tran Quoc Bao"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Rodrigo Alvarado Quispe", "Rodrigo Alvarado"),
        ("Владимир Зеленский", "Vladimir Zelensky"),
        ("Ursula von der Leyen", "Mrs Ursula Von Der Leyen"),
        ("J. D. Vance", "J.D. Vance"),
        ("He Lifeng", "Vice Premier He Lifeng".removeprefix("Vice Premier ")),
        ("Somsak Phanthavong", "Mr Phanthavong"),
    ],
)
def test_variants_of_one_name_are_one_person(one: str, other: str) -> None:
    """Honorifics, nicknames, dropped names, initials, slips, romanisations and order make no other person."""
    assert linked(one, other)
    assert linked(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Andrew Holness", "Juliet Holness"),
        ("John Smith", "John Smyth"),
        ("Ana Martins", "Ana Martinez"),
        ("José García Pérez", "José García López"),
        ("John Paul Smith", "John Paul"),
        ("George Bush Jr.", "George Bush Sr."),
        ("Kim Min-ji", "Kim Min-su"),
        ("John A. Smith", "John B. Smith"),
        ("Maria Silva", "Mario Silva"),
        ("Michael Johnson", "Michael Jonson Lee"),
        ("Anna Weber", "Hanna Weber"),
        ("Pope Francis", "Francis Ngannou"),
    ],
)
def test_different_people_stay_apart(one: str, other: str) -> None:
    """Sharing a family name, or nearly sharing one that is common, makes nobody the same."""
    assert not linked(one, other)
    assert not linked(other, one)


def test_lone_family_name_of_two_people_links_with_neither() -> None:
    """'Holness' could be either of the two people of that name."""
    found = link(people("Andrew Holness", "Juliet Holness"), people("Holness"), Aliases())
    assert found.later["Holness"] not in set(found.baseline.values())


def test_two_people_of_the_later_document_are_not_both_one_of_the_baseline() -> None:
    """Within one document different names are different people, so at most the better fit is linked."""
    found = link(people("Mohamed Irfaan Ali"), people("Irfaan Ali", "Mohamed Ali"), Aliases())
    assert len(set(found.later.values())) == 2


def test_same_office_bears_out_a_slip_in_a_common_name() -> None:
    """A misspelt common surname is taken for a slip only where the office agrees."""
    assert linked("Jorge Fernandes", "Jorge Fernandez", title="Governor", of="Jalisco")
    assert not linked("Jorge Fernandes", "Jorge Fernandez")


def bodies(name: str, introduced: dict[str, tuple[str, ...]] | None = None) -> ClaimSet:
    return ClaimSet(claims=(TitleClaim(id="t:1", person="Ana Pires", title="Director", of=name),), aliases=introduced or {})


def of_one_body(one: ClaimSet, other: ClaimSet) -> bool:
    found = link(one, other, Aliases())
    names = [str(claims.claims[0].of) for claims in (one, other)]  # type: ignore[union-attr]  # titles only
    return found.baseline[names[0]] == found.later[names[1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Caribbean Community", "CARICOM"),
        ("Mekong Economic Forum", "MEF"),
        ("MEF", "the Mekong Economic Forum"),
        ("Ministry of Defence", "the Defense Department"),
        ("Finance Ministry", "Ministry of Finance"),
        ("Organization of American States", "Organisation of American States"),
        ("Skagen Subsea", "Skagen Subsea ASA"),
        ("United States", "the U.S."),
        ("Viet Nam", "Vietnam"),
        ("Côte d'Ivoire", "Ivory Coast"),
    ],
)
def test_forms_of_one_body_are_one(one: str, other: str) -> None:
    """Abbreviations, word order, legal forms, spelling and names of countries vary freely."""
    assert of_one_body(bodies(one), bodies(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Defence", "Ministry of Finance"),
        ("Ghana", "Guinea"),
        ("Nigeria", "Niger"),
        ("Dominica", "Dominican Republic"),
        ("South Korea", "North Korea"),
    ],
)
def test_different_bodies_stay_apart(one: str, other: str) -> None:
    """Likeness in letters makes no country or ministry another one."""
    assert not of_one_body(bodies(one), bodies(other))


def test_document_introduces_its_own_abbreviations() -> None:
    """What a document says its abbreviation stands for counts, whatever the initials."""
    assert of_one_body(bodies("National Polling Authority"), bodies("Poll-Auth", {"National Polling Authority": ("Poll-Auth",)}))


def test_a_users_aliases_link_what_nothing_else_would() -> None:
    """The alias file is the user's own word."""
    assert not linked("Jorge Bergoglio", "Francis")
    assert linked("Jorge Bergoglio", "Francis", Aliases(same={"Jorge Bergoglio": ("Francis", "Pope Francis")}))


def test_a_users_word_keeps_people_apart() -> None:
    """A pair that the user calls two is never linked, however alike."""
    assert not linked("Mohamed Irfaan Ali", "Irfaan Ali", Aliases(apart=(("Mohamed Irfaan Ali", "Irfaan Ali"),)))


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Kingston", "Jamaica", "within"),
        ("Jamaica", "Kingston", "contains"),
        ("Kingston", "Guyana", "different"),
        ("Nairobi, Kenya", "Nairobi", "same"),
        ("Kyiv", "Kiev", "same"),
        ("Lima", "Quito", "different"),
        ("Texas", "United States", "within"),
        ("Austin", "Texas", "within"),
        ("the presidential palace", "Lima", "unknown"),
        ("Jubilee House, Accra", "Accra", "within"),
    ],
)
def test_places_within_places(one: str, other: str, how: str) -> None:
    """A city refines its country and contradicts another one."""
    assert relation(one, other) == how


WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=9).map(str.capitalize)
NAME = st.lists(WORD, min_size=2, max_size=4).map(" ".join)


@given(NAME, NAME)
def test_likeness_is_symmetric(one: str, other: str) -> None:
    """It does not matter which of two names comes first."""
    assert likeness(parse_person(one), parse_person(other)) == likeness(parse_person(other), parse_person(one))


@given(NAME)
def test_every_name_is_itself(name: str) -> None:
    """A name fits itself fully, in capitals too."""
    assert likeness(parse_person(name), parse_person(name.upper())) == 1.0


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_name_breaks_linking(one: str, other: str) -> None:
    """Whatever stands in a name field, linking gives every name one key, and equal names equal keys."""
    claims: tuple[Claim, ...] = (TitleClaim(id="t", person=one, title=other, of=other), RoleClaim(id="r", holder=other, role=one, of=one))
    found: Linking = link(ClaimSet(claims=claims), ClaimSet(claims=claims), Aliases())
    assert found.baseline == found.later
    assert fold(one) == fold(fold(one))
