"""HTML page -> its article: text, headline, publisher, publication date."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import frozen

from factwatch.errors import UnreadableDocumentError
from factwatch.model.text import Span
from factwatch.reading.frontmatter import parse_day
from factwatch.reading.layout import Layout

_BLOCKS: Final = frozenset(
    {"p", "head", "item", "quote", "code", "row", "ab", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "tr"}
)
_HEADINGS: Final = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS: Final = frozenset({"item", "row", "li", "tr"})
_SKIPPED: Final = frozenset(
    {
        *(
            "nav",
            "footer",
            "aside",
            "form",
            "figure",
            "figcaption",
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "svg",
            "button",
            "head",
        ),
        *("select", "textarea", "video", "audio", "object"),
    }
)
# Names that publishers give to what is not the article; whole words of class and id.
_NOT_ARTICLE: Final = re.compile(
    r"(?:^|[\s_-])(?:ad|ads|advert\w*|sponsor\w*|promo\w*|related|recommend\w*|newsletter\w*|subscri\w*|share|sharing|social|comments?|respond"
    r"|byline|author-?bio|caption|cookie\w*|breadcrumbs?|pagination|tags|toolbar|sidebar|paywall|most-read|trending)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SPACE: Final = re.compile(r"[ \t\n\r\f\v\u00a0]+")
_BREAK: Final = "\x00"  # cannot stand in a page
_FEWEST_WORDS: Final = 4  # of a sentence
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’»)\]]*$")
_DATE_META: Final = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "citation_date",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "pdate",
    "date",
)
_SITE_META: Final = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
_ARTICLE_TYPES: Final = re.compile(r"Article|NewsArticle|Report|BlogPosting|LiveBlogPosting|WebPage|PressRelease", re.IGNORECASE)


@frozen
class _Block:
    """A paragraph, heading, item or table row."""

    words: str
    kind: str


@frozen(kw_only=True)
class _Metadata:
    headline: str | None = None
    site: str | None = None
    url: str | None = None
    published: Any = None


def read_page(html: str, where: str) -> Layout:
    """
    Return the article of *html*.

    Raises:
        UnreadableDocumentError: The page has no article text.
    """
    tree = _parse(html)
    blocks = _main_text(html, tree) if tree is not None else []
    if tree is None or not blocks:
        raise UnreadableDocumentError(where, "the page has no article text", "Save the article's text as a .txt file.")
    known = _metadata(html, tree)
    parts: list[str] = []
    headings: list[Span] = []
    items: list[Span] = []
    offset = 0
    previous = None
    for block in blocks:
        gap = "" if previous is None else "\n" if previous.kind == block.kind == "item" else "\n\n"
        words = f"- {block.words}" if block.kind == "item" else block.words
        offset += len(gap)
        span = Span(offset, offset + len(words))
        (headings if block.kind == "heading" else items if block.kind == "item" else []).append(span)
        parts += (gap, words)
        offset = span.end
        previous = block
    return Layout(
        text="".join(parts) + "\n",
        headings=tuple(headings),
        items=tuple(items),
        headline=known.headline,
        site=known.site,
        url=known.url,
        published=known.published,
    )


def _parse(html: str) -> Any:
    from lxml import etree
    from lxml import html as lxml_html

    try:
        # As bytes: lxml refuses text that declares an encoding.
        parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        return lxml_html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _main_text(html: str, tree: Any) -> list[_Block]:
    """
    Return the blocks of the article.

    The extractor decides, with two exceptions: of very short articles it gives all words of the page as one paragraph, and now and then it
    loses a paragraph. A page that marks its article is then taken at its word, frames that are named as furniture left out.
    """
    found = _by_trafilatura(html)
    article = _article(tree)
    own = _blocks_of(article if article is not None else tree)
    sentences = [block for block in own if _is_prose(block)]
    run_together = len(found) == 1 and sum(_SPACE.sub("", block.words) in _SPACE.sub("", found[0].words) for block in own) > 1
    lost = article is not None and not all(_stands_in(found, block) for block in sentences)
    blocks = own if sentences and (run_together or lost) else found or own
    return blocks if any(len(block.words.split()) >= _FEWEST_WORDS for block in blocks) else []


def _stands_in(found: Sequence[_Block], block: _Block) -> bool:
    words = _SPACE.sub("", block.words)
    return any(words in there and len(there) <= 2 * len(words) for there in (_SPACE.sub("", one.words) for one in found))


def _is_prose(block: _Block) -> bool:
    return block.kind != "heading" and len(block.words.split()) >= _FEWEST_WORDS and _SENTENCE_END.search(block.words) is not None


def _by_trafilatura(html: str) -> list[_Block]:
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    from trafilatura import bare_extraction

    found = bare_extraction(html, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False)
    body = getattr(found, "body", None)
    return _blocks_of(body) if body is not None else []


def _article(tree: Any) -> Any:
    """Return the element that the page marks as its article, or None where it marks none or several of a size."""
    for path in ("//*[@itemprop='articleBody']", "//article", "//main", "//*[@role='main']"):
        marked = tree.xpath(path)
        if marked:
            sizes = sorted(((sum(len(b.words) for b in _blocks_of(one)), -place) for place, one in enumerate(marked)), reverse=True)
            if len(sizes) == 1 or sizes[0][0] > 2 * sizes[1][0]:
                return marked[-sizes[0][1]]
    return None


def _blocks_of(root: Any) -> list[_Block]:
    return [block for block in _walk(root, "", _length(root)) if block.words]


def _length(element: Any) -> int:
    return sum(map(len, element.itertext()))


def _walk(element: Any, around: str, whole: int) -> Iterator[_Block]:
    """Yield the blocks below *element* in order; text that stands directly in a frame is a paragraph of its own."""
    loose: list[str] = [element.text or ""]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if not _is_skipped(child, tag, whole):
            kind = _kind(tag, around)
            if tag in _BLOCKS and not _holds_blocks(child):
                yield from _paragraphs(loose, around)
                loose = []
                yield from _paragraphs([_inline(child)], kind)
            elif _holds_blocks(child):
                yield from _paragraphs(loose, around)
                loose = []
                yield from _walk(child, kind, whole)
            elif tag in {"br", "lb"}:
                loose.append(_BREAK)
            elif tag in {"div", "section", "td", "th", "dd", "dt", "list", "table", "ul", "ol"}:
                yield from _paragraphs(loose, around)
                loose = []
                yield from _paragraphs([_inline(child)], kind)
            else:
                loose.append(_inline(child))
        loose.append(child.tail or "")
    yield from _paragraphs(loose, around)


def _kind(tag: str, around: str) -> str:
    return "heading" if tag in _HEADINGS else "item" if tag in _ITEMS else around


def _holds_blocks(element: Any) -> bool:
    return any(
        isinstance(below.tag, str) and (below.tag in _BLOCKS or below.tag in {"div", "section"}) for below in element.iterdescendants()
    )


def _is_skipped(element: Any, tag: str, whole: int) -> bool:
    if not tag or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    # 'head' is the page's head in HTML, but a heading in what the extractor returns.
    if tag in _SKIPPED and not (tag == "head" and element.get("rend")):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    # A frame around most of the article may be called 'share-enabled' or 'social'; it is not skipped.
    return bool(names.strip()) and _NOT_ARTICLE.search(names) is not None and _length(element) * 2 < whole


def _inline(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in {"br", "lb"}:
            parts.append(_BREAK)
        elif tag in {"cell", "td", "th"}:
            parts.append(f" | {_inline(child)}" if "".join(parts).strip() else _inline(child))
        elif tag not in _SKIPPED and tag:
            parts.append(_inline(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _paragraphs(parts: Sequence[str], kind: str) -> Iterator[_Block]:
    """Yield one block for each line between forced breaks; line ends of the page's source are blanks like any other."""
    yield from (_Block(_SPACE.sub(" ", line).strip(), kind) for line in "".join(parts).split(_BREAK))


def _metadata(html: str, tree: Any) -> _Metadata:
    structured = [entry for entry in _structured(tree) if _ARTICLE_TYPES.search(str(entry.get("@type")))]
    meta = _meta(tree)
    title, site, url = _by_extractor(html)
    publisher = next((found for entry in structured if (found := _name_of(entry.get("publisher")))), None)
    return _Metadata(
        headline=_clean(next((str(entry["headline"]) for entry in structured if entry.get("headline")), None))
        or _first_heading(tree)
        or title,
        site=_clean(publisher) or next((_clean(meta[name]) for name in _SITE_META if meta.get(name)), None) or site,
        url=url,
        published=_published(structured, meta, tree),
    )


def _by_extractor(html: str) -> tuple[str | None, str | None, str | None]:
    from trafilatura import extract_metadata

    found = extract_metadata(html)
    if found is None:
        return None, None, None
    return _clean(found.title), _clean(found.sitename), _clean(found.url)


def _published(structured: Sequence[dict[str, Any]], meta: dict[str, str], tree: Any) -> Any:
    """Return the date that the page states as its own, never one guessed from its words."""
    stated = [entry[key] for key in ("datePublished", "dateCreated") for entry in structured if entry.get(key)]
    stated += [meta[name] for name in _DATE_META if meta.get(name)]
    stated += tree.xpath("//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content")
    stated += tree.xpath("//time[@pubdate]/@datetime")
    article = _article(tree)
    # A list of links has times of its own; only the first time of the article, or the only one of the page, is the page's.
    times = article.xpath(".//time/@datetime") if article is not None else []
    times = times or tree.xpath("//header//time/@datetime")
    if not times:
        anywhere = tree.xpath("//time/@datetime")
        times = anywhere if len(anywhere) == 1 else []
    stated += times[:1]
    return next((day for text in stated if (day := parse_day(str(text)))), None)


def _structured(tree: Any) -> list[dict[str, Any]]:
    """Return every object of the page's JSON-LD, outer ones first; scripts that are not JSON are passed over."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            waiting: list[Any] = [json.loads(script)]
        except (json.JSONDecodeError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                found.append(value)
                waiting.append(value.get("@graph"))
    return found


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.lower(), element.get("content"))
    return found


def _name_of(publisher: Any) -> str | None:
    if isinstance(publisher, list):
        return next((name for one in publisher if (name := _name_of(one))), None)
    if isinstance(publisher, dict):
        name = publisher.get("name")
        return name if isinstance(name, str) else None
    return publisher if isinstance(publisher, str) else None


def _first_heading(tree: Any) -> str | None:
    headings = tree.xpath("//article//h1") or tree.xpath("//h1")
    return _clean(" ".join(headings[0].itertext())) if len(headings) == 1 else None


def _clean(text: str | None) -> str | None:
    from html import unescape

    return _SPACE.sub(" ", unescape(text)).strip() or None if text else None
