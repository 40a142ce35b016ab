"""What is not prose of the article is excluded, and prose never is."""

import pytest

from factwatch.reading import document_from_text

BEFORE = "President Ana Lobo met Kofi Mensah in Praia on Monday."
AFTER = "The two will meet again in June, officials said."


def excluded(text: str) -> list[str]:
    document = document_from_text(text)
    return [span.of(document.text) for span in document.excluded]


@pytest.mark.parametrize(
    "line",
    [
        "- Advertisement -",
        "ADVERTISEMENT",
        "Story continues below",
        "Article continues after this advertisement",
        "ADVERTISEMENT - Chief Executive desks: fit for a governor!",
        "Read more: Prime minister Novák to visit Tokyo",
        "ALSO READ: 'Cardinal Rule' thrills audiences",
        "Also read | President to visit Oslo",
        "RELATED: Minister flies to Kampala for lake summit",
        "Share on Facebook",
        "Facebook Twitter WhatsApp Email",
        "Tweet",
        "Photo: The late mayor Ján Kováč on the old ferry, 14 August 1987.",
        "FILE PHOTO: President Ana Lobo waves to supporters in Praia, Cape Verde, June 2, 2023. REUTERS/Ana Costa",
        "President Ana Lobo waves in Praia. (Photo by Jo Doe)",
        "President Ana Lobo speaks in Praia. [File: Jo Doe/AFP]",
        "By Jane Doe",
        "By Jane Doe and Kwame Boateng, Staff Writers",
        "Published: 26 March 2025, 10:30 am",
        "Last updated on March 26, 2025 10:30 GMT",
        "March 26, 2025",
        "5 min read",
        "Sign up for our newsletter and get the news every morning.",
        "Get the day's top stories delivered to your inbox.",
        "Subscribe",
        "Tags: President Lobo, Praia, visits",
        "© 2025 Praia Post. All rights reserved.",
        "(Reporting by Jane Doe; Editing by Kwame Boateng)",
        "-30-",
        "###",
        "https://example.org/president-lobo",
        "Follow us on Twitter and Instagram",
    ],
)
def test_furniture_between_paragraphs_is_excluded(line: str) -> None:
    """The line goes, the paragraphs around it stay."""
    assert excluded(f"{BEFORE}\n\n{line}\n\n{AFTER}\n") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the talks in Praia had ended.",
        "Photo opportunities were few, the president said, and the press was kept out.",
        "Read more slowly, the teacher told the prime minister, and he did.",
        "Share prices fell after President Lobo resigned.",
        "More than 40 ministers met President Lobo on Friday.",
        "Comments by the president were welcomed in Dakar.",
        "Related talks between the ministers will be held in Oslo.",
        "Advertisements for the summit were taken down, said Mayor Silva.",
        "MS LOBO: Thank you, Kofi.",
        "QUESTION: Will the president go to Dakar?",
        "Updated plans were shown to President Lobo.",
        "“Print the treaty and sign it,” she said.",
        "Live talks with Kofi Mensah began at noon.",
        "Source countries will be invited, President Lobo said.",
        "Image problems will not stop President Lobo.",
        "Contact was made on Tuesday with Mr Mensah.",
        "- President Lobo flies to Dakar on Tuesday",
        "Follow-up meetings with Minister Silva are planned on Monday.",
        "Monday 24 March – President Lobo in Dakar",
        "In 2015 Lobo became president. [24] [25]",
        "But the President --",
    ],
)
def test_prose_labels_and_items_stay(line: str) -> None:
    """Lines that only begin like furniture are text."""
    assert excluded(f"{BEFORE}\n\n{line}\n\n{AFTER}\n") == []


def test_the_headline_is_found_and_excluded() -> None:
    """A short first line without a full stop, set off by a blank line, is the headline."""
    document = document_from_text(f"Lobo and Mensah seal river pact\n\n{BEFORE}\n")
    assert document.headline == "Lobo and Mensah seal river pact"
    assert excluded(document.text) == ["Lobo and Mensah seal river pact"]


def test_a_single_line_is_text_whatever_its_end() -> None:
    """Nothing is taken for a headline where there would be no text left."""
    assert excluded("Prime Minister Ama Owusu met Kofi Mensah in Lomé") == []


def test_the_head_of_a_release_is_excluded() -> None:
    """Letterhead, date line and headline go; the headline is known."""
    document = document_from_text(
        f"MINISTRY OF WATER\nPRESS RELEASE No. 4\n\nWater minister opens dam\n\nPraia, 15 July 2025\n\n{BEFORE}\n\n{AFTER}\n"
    )
    assert document.headline == "Water minister opens dam"
    assert document.text[document.excluded[-1].end :].strip().startswith(BEFORE)


def test_headings_inside_the_text_are_excluded_but_lists_of_names_are_not() -> None:
    """One short line alone is a heading; three in a row are a list."""
    assert excluded(f"{BEFORE}\n\nWhat Was Agreed\n\n{AFTER}\n") == ["What Was Agreed"]
    names = "Ana Lobo, President\n\nKofi Mensah, Foreign Minister\n\nJo Silva, Mayor of Praia"
    assert excluded(f"{BEFORE}\n\n{names}\n\n{AFTER}\n") == []


def test_related_links_and_comments_are_excluded_as_sections() -> None:
    """Headline-like lines after 'Read more' go with it, and everything after 'Comments (2)' near the end."""
    text = f"{BEFORE}\n\nRelated stories\nMayor resigns from chess club\nQueen of soul dies\n\n{AFTER}\n\nComments (2)\n\nMy uncle was president.\n\nMine too.\n"
    assert excluded(text) == [
        "Related stories\nMayor resigns from chess club\nQueen of soul dies",
        "Comments (2)\n\nMy uncle was president.\n\nMine too.",
    ]


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("KINGSTON, Jamaica (Reuters) — ", "Prime Minister Ama Owusu left."),
        ("LOMÉ, Sept 3 (Gulf Wire) — ", "Togo's minister left."),
        ("LIMA, Feb 20 - ", "Peru's president left."),
        ("(Zürich) — ", "Helvor Cement agreed."),
        ("Lagos – ", "Zenvia Air fired its chief executive."),
        ("Copenhagen/Hanoi. — ", "Crown Prince Sigvard left."),
        ("PORT OF SPAIN—", "If the tents are empty, blame me."),
        ("WASHINGTON (Friday, October 3, 2025) — ", "Secretary Ode will depart."),
        ("Port of Spain, Trinidad – ", "The Prime Minister left."),
        ("KANDY: ", "The President's Secretariat has spoken."),
        ("GENEVA, 3 July 2024 — ", "The board met."),
    ],
)
def test_datelines_are_excluded(dateline: str, rest: str) -> None:
    """Place, day and agency before the first words yield nothing; the words after them stay."""
    assert excluded(f"{dateline}{rest}\n\n{AFTER}\n") == [dateline]


@pytest.mark.parametrize(
    "line",
    [
        "Ana Lobo — who took office in 2016 — left.",
        "Monday — The minister flies to Oslo.",
        "LOBO: We will go to Dakar.",
        "QUESTION: Where is Dakar?",
        "US - Kenya talks will resume.",
        "President Lobo – the first to visit Oslo – left.",
        "Jane Doe: The minister flies to Oslo.",
        "State-owned Airways fired its chief executive.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(line: str) -> None:
    """Asides, days and speakers are no datelines."""
    assert excluded(f"{line}\n\n{AFTER}\n") == []
