"""
Reading: files, standard input or text -> `Document`.

Plain text is kept character for character (line ends become LF), front matter included, so that offsets and line numbers are those of the
file. Markdown is shown without its markup, line by line where it stands. Of an HTML page only the article is kept. What is not prose of
the article (front matter, headlines, captions, advertisements, ...) stays in the text and is marked as excluded.
"""

from typing import Final

from factwatch.reading.source import MAX_BYTES, document_from_text, read_document

__all__: Final = ["MAX_BYTES", "document_from_text", "read_document"]
