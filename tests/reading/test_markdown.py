"""Markdown is shown without its markup, each word on its own line of the file."""

from factwatch.reading import document_from_text


def rendered(text: str) -> str:
    return document_from_text(text, form="markdown").text


def test_inline_markup_is_taken_away() -> None:
    """Names in bold, italics and links are plain names."""
    text = "The Minister, **Guðrún Þorláksdóttir**, met *Ola* and [Sven Berg](https://example.org 'x') at `noon`. ~~No.~~ ![logo](a.png)\n"
    assert rendered(text) == "The Minister, Guðrún Þorláksdóttir, met Ola and Sven Berg at noon. No.\n"


def test_words_stay_on_their_lines() -> None:
    """Headings, quotations, lists, tables and comments do not move what follows."""
    text = (
        "# Pact\n\nFirst line\nsecond line.\n\n> “We agreed,” said\n> Ms Berg.\n\n* one\n* two\n\n1. first\n\n"
        "| Who | Where |\n|---|---|\n| Ms Berg | Oslo |\n\n<!-- hidden -->\n<p>Boxed.</p>\n\nSetext\n======\n\nEnd.\n"
    )
    lines = rendered(text).split("\n")
    source = text.split("\n")
    for words in (
        "Pact",
        "First line",
        "second line.",
        "“We agreed,” said",
        "Ms Berg.",
        "- one",
        "- two",
        "1. first",
        "Boxed.",
        "Setext",
        "End.",
    ):
        number = lines.index(words)
        assert words.removeprefix("- ") in source[number]
    assert "Ms Berg | Oslo" in lines
    assert "hidden" not in "".join(lines)


def test_headings_are_excluded_and_the_first_is_the_headline() -> None:
    """A heading yields no claims."""
    document = document_from_text(
        "# Pact signed at last\n\nAma Owusu flew to Lomé.\n\n## What was agreed\n\nA great deal.\n", form="markdown"
    )
    assert document.headline == "Pact signed at last"
    assert [span.of(document.text) for span in document.excluded] == ["Pact signed at last", "What was agreed"]


def test_a_stray_asterisk_stays() -> None:
    """What is not markup is text."""
    assert rendered("At Lancaster House*. Entries marked * are closed.\n") == "At Lancaster House*. Entries marked * are closed.\n"


def test_front_matter_keeps_its_lines() -> None:
    """Line numbers count from the top of the file."""
    document = document_from_text("---\ntitle: Pact\n---\n\n**Ama Owusu** flew.\n", form="markdown")
    assert document.line_of(document.text.index("Ama Owusu flew.")) == 5
