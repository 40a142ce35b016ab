"""Of a page, the article: all of its paragraphs, its headline, its publisher, and only a stated date."""

import datetime as dt

import pytest

from factwatch.reading import document_from_text

PARAGRAPHS = (
    "President Ana Lobo met Kofi Mensah in Praia on Monday to sign the river pact.",
    "“We have waited long enough,” she said.",
    "They part on Friday.",
)


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>River pact signed | Praia Post</title>{head}</head><body>{body}</body></html>"


def article(extra: str = "") -> str:
    return "<article><h1>River pact signed</h1>" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS) + extra + "</article>"


NAVIGATION = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/p'>President to visit Oslo</a></li></ul></nav>"
FOOTER = "<footer>© 2025 Praia Post · Editor-in-chief: P. Holm</footer>"


@pytest.mark.parametrize("frame", ["{}", "<main>{}</main>", "<div class='social-share-enabled post'>{}</div>"])
def test_every_paragraph_of_a_short_article_is_kept_and_nothing_else(frame: str) -> None:
    """Three short paragraphs survive; navigation, footer and related links do not."""
    related = "<section class='related'><h2>Read more</h2><ul><li><a href='/a'>Prime minister Novák to visit Tokyo</a></li></ul></section>"
    document = document_from_text(page(NAVIGATION + frame.format(article(related)) + FOOTER), form="html")
    text = document.text
    for span in reversed(document.excluded):
        text = text[: span.start] + text[span.end :]
    assert [line for line in text.split("\n") if line] == list(PARAGRAPHS)


def test_one_paragraph_is_not_run_together_with_its_headline_and_the_navigation() -> None:
    """The shortest of articles: a link, a heading and one sentence are three things."""
    body = f"<nav><a href='/'>Home</a></nav><article><h1>River pact signed</h1><p>{PARAGRAPHS[0]}</p></article>"
    assert document_from_text(page(body), form="html").text.split("\n\n") == ["River pact signed", PARAGRAPHS[0] + "\n"]


def test_the_headline_is_known_and_excluded() -> None:
    """The heading yields no claims."""
    document = document_from_text(page(article()), form="html")
    assert document.headline == "River pact signed"
    assert "River pact signed" in [span.of(document.text) for span in document.excluded]


def test_captions_bylines_and_advertisements_inside_the_article_yield_nothing() -> None:
    """Frames that publishers name as furniture are left out."""
    extra = (
        "<figure><img src='a.jpg'><figcaption>Minister Radu Ion boards a train.</figcaption></figure><p class='byline'>By Jane Doe</p>"
        "<aside class='ad'><p>Visit Dubai. Director Travel plc flies daily.</p></aside><div class='newsletter-signup'><p>Join President Club now today.</p></div>"
    )
    text = document_from_text(page(article(extra)), form="html").text
    for words in ("Radu Ion", "Director Travel", "President Club"):
        assert words not in text


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-03-26T23:10:00-05:00"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "datePublished": "2025-03-26"}]}</script>',
        '<meta property="article:published_time" content="2025-03-26T08:00:00Z">',
        '<meta name="pubdate" content="2025-03-26">',
        '<meta name="DC.date.issued" content="2025-03-26">',
        '<meta property="article:modified_time" content="2025-04-01"><meta property="article:published_time" content="2025-03-26">',
    ],
)
def test_the_stated_date_is_found_in_the_head(head: str) -> None:
    """JSON-LD and the usual meta elements are read; the day is as written."""
    assert document_from_text(page(article(), head), form="html").published == dt.date(2025, 3, 26)


def test_the_time_element_of_the_article_is_its_date() -> None:
    """A <time> in the article counts, one in a list of links does not."""
    body = "<ul><li><time datetime='2020-01-01'>old</time></li><li><time datetime='2020-01-02'>old</time></li></ul>" + article(
        "<time datetime='2025-03-26T10:00'>26 March</time>"
    )
    assert document_from_text(page(body), form="html").published == dt.date(2025, 3, 26)


@pytest.mark.parametrize("extra", [FOOTER, "<p>He was born on 1 May 1960, and the pact of 2019-05-05 is void.</p>"])
def test_no_date_is_guessed(extra: str) -> None:
    """A copyright year or a date in the text is not the page's date."""
    assert document_from_text(page(article() + extra), form="html").published is None


def test_publisher_and_headline_come_from_structured_data() -> None:
    """JSON-LD beats headings and titles."""
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pact &amp; peace", "publisher": {"name": "Praia Post"}}</script>'
        '<meta property="og:site_name" content="Other">'
    )
    document = document_from_text(page(article(), head), form="html")
    assert (document.headline, document.site) == ("Pact & peace", "Praia Post")


def test_broken_structured_data_is_passed_over() -> None:
    """A script that is not JSON does not spoil the page."""
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script><meta property="og:site_name" content="Praia Post">'
    assert document_from_text(page(article(), head), form="html").site == "Praia Post"


def test_a_page_without_frames_is_read() -> None:
    """Plain paragraphs in a body are an article too."""
    text = document_from_text("<html><body>" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS) + "</body></html>", form="html").text
    for words in PARAGRAPHS:
        assert words in text


def test_words_split_by_inline_markup_and_entities_are_whole() -> None:
    """Links, emphasis, forced breaks and character references leave plain words."""
    body = "<article><p>President <a href='/l'><b>Ana</b>&nbsp;Lobo</a> met\n   Kofi&#8217;s brother<br>in Praia on Monday, officials of both sides said.</p></article>"
    assert document_from_text(page(body), form="html").text.strip() == (
        "President Ana Lobo met Kofi’s brother\n\nin Praia on Monday, officials of both sides said."
    )
