"""Rules of a runner that concern masks, by .NET's own String, Uri, SecurityElement, Convert and Encoding. Needs .NET to run.

As in actions/runner 2.336.0: ActionCommand.cs, ActionCommandManager.cs, SecretMasker.cs and ValueEncoders.cs. Python passes
values on; every text is compared, cut, trimmed and encoded by .NET. The JSON form is Newtonsoft's, which this .NET does not have.
"""

import clr

from System import Array, Char, Convert, Int32, Object, String, StringComparison, StringSplitOptions, Type, Uri
from System.Security import SecurityElement
from System.Text import Encoding

STRING = clr.GetClrType(String)
TYPES = {str: STRING, int: clr.GetClrType(Int32)}


def method(name, *types):
    """A method of String, called with the text first: Python's own texts have other ones."""
    found = STRING.GetMethod(name, Array[Type]([TYPES.get(one) or clr.GetClrType(one) for one in types]))
    return lambda text, *args: found.Invoke(text, Array[Object]([Int32(one) if type(one) is int else one for one in args]))


trim = method("Trim")
trim_start = method("TrimStart")
starts_with = method("StartsWith", str)
index_of = method("IndexOf", str)
index_from = method("IndexOf", str, int)
index_ordinal = method("IndexOf", str, int, StringComparison)
index_of_char = method("IndexOf", Char, int)
last_index_of = method("LastIndexOf", str)
contains = method("Contains", str)
replace = method("Replace", str, str)
cut = method("Substring", int, int)
cut_from = method("Substring", int)
split = method("Split", Array[Char], StringSplitOptions)
split_at_most = method("Split", Array[Char], int, StringSplitOptions)

EMPTY = StringSplitOptions.RemoveEmptyEntries
EMPTY_AND_BLANK = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
DATA = [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]
PROPERTY = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]
OLD = [("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%25", "%")]


def chars(text):
    return Array[Char]([Char(ord(one)) for one in text])


def length(text):
    return len(text.encode("utf-16-le")) // 2


def unescape(text, mappings):
    for escaped, plain in mappings:
        text = replace(text, escaped, plain)
    return text


def make_command(info, known, separator, mappings, trims):
    space = index_of_char(info, Char(ord(" ")), 0)
    name = info if space < 0 else cut(info, 0, space)
    # Names are compared without regard to case; they are ASCII.
    if name.lower() not in known:
        return None
    properties = {}
    if space > 0:
        rest = cut_from(info, space + 1)
        for pair in split(trim(rest) if trims else rest, chars(separator), EMPTY):
            parts = list(split_at_most(pair, chars("="), 2, EMPTY))
            if len(parts) == 2:
                properties[parts[0].lower()] = unescape(parts[1], mappings)
    return {"name": name.lower(), "properties": properties}


def parse_colons(line, known):
    """ActionCommand.TryParseV2."""
    message = trim_start(line)
    if not starts_with(message, "::"):
        return None
    end = index_from(message, "::", 2)
    if end < 0:
        return None
    command = make_command(cut(message, 2, end - 2), known, ",", PROPERTY, True)
    return command and {**command, "data": unescape(cut_from(message, end + 2), DATA)}


def parse_bracket(line, known):
    """ActionCommand.TryParse."""
    start = index_of(line, "##[")
    if start < 0:
        return None
    end = index_of_char(line, Char(ord("]")), start)
    if end < 0:
        return None
    command = make_command(cut(line, start + 3, end - start - 3), known, ";", OLD, False)
    return command and {**command, "data": unescape(cut_from(line, end + 1), OLD)}


def parse(item):
    """The command of a line, of those that are known; or None."""
    line, known = item["line"], item["known"]
    return None if line == "" else parse_colons(line, known) or parse_bracket(line, known)


def registered(data):
    """What add-mask registers of its data: AddMaskCommandExtension.ProcessCommand."""
    if trim(data) == "":
        return []
    return [data, *split(data, chars("\r\n"), EMPTY_AND_BLANK)]


def shifted(data, shift):
    return Convert.ToBase64String(data, shift, data.Length - shift) if data.Length > shift else Convert.ToBase64String(data)


def long_enough(part):
    return part if length(part) >= 6 else ""


def before_ampersand(value):
    if not contains(value, "&"):
        return ""
    sought = "&+" if contains(value, "&+") else "&"
    end = (index_of if sought == "&+" else last_index_of)(value, sought) + len(sought)
    return long_enough(cut(value, 0, end))


def after_ampersand(value):
    if not contains(value, "&"):
        return ""
    if not contains(value, "&+"):
        return long_enough(cut_from(value, last_index_of(value, "&") + 1))
    start = index_of(value, "&+") + 3
    return long_enough(cut_from(value, start)) if length(value) > start else ""


def derive(value):
    """Every form but the JSON one, in the order of HostContext.cs."""
    data = Encoding.UTF8.GetBytes(value)
    quoted = length(value) > 8 and value[0] == '"' and value[-1] == '"'
    return [
        Convert.ToBase64String(data),
        shifted(data, 1),
        shifted(data, 2),
        replace(value, '"', '\\"'),
        replace(value, "'", "''"),
        Uri.EscapeDataString(value),
        SecurityElement.Escape(value),
        cut(value, 1, length(value) - 2) if quoted else "",
        before_ampersand(value),
        after_ampersand(value),
    ]


def mask(item):
    """SecretMasker.MaskSecrets: what is left of a text under these hidden texts."""
    text = item["text"]
    hits = []
    for hidden in item["hidden"]:
        start = index_ordinal(text, hidden, 0, StringComparison.Ordinal)
        while start >= 0:
            hits.append((start, start + length(hidden)))
            start = index_ordinal(text, hidden, start + 1, StringComparison.Ordinal)
    ranges = []
    for start, end in sorted(hits):
        if ranges and start <= ranges[-1][1]:
            ranges[-1][1] = max(ranges[-1][1], end)
        else:
            ranges.append([start, end])
    shown, at = "", 0
    for start, end in ranges:
        shown += cut(text, at, start - at) + "***"
        at = end
    return shown + cut_from(text, at)


VERBS = {"parse": parse, "registered": registered, "derive": derive, "mask": mask}
