"""Services that answer in the right form and wrongly: what a sound answer becomes."""

import json
import re
from collections.abc import Callable
from typing import Any

from tests.server.server import Call, Sent

Hit = Callable[[], bool]
"""Whether the next answer, or the next record of one, is hit."""
Lie = Callable[[Call, Sent, Hit], Sent]
"""The answer that goes back in place of the sound one; the sound one if the lie is not of it."""

_ENTRY = re.compile(r"<entry>.*?</entry>", re.DOTALL)
_ARTICLE = re.compile(r"<PubmedArticle>.*?</PubmedArticle>", re.DOTALL)
_TOTAL = re.compile(r"(<opensearch:totalResults[^>]*>)\d+")


def _with(sent: Sent, body: bytes | str) -> Sent:
    data = body if isinstance(body, bytes) else body.encode()
    return Sent(data, sent.status, sent.kind, sent.headers)


def _each(sent: Sent, record: re.Pattern[str], change: Callable[[str], str], hit: Hit) -> Sent:
    """Every record that is hit, changed; the feed counts what is left."""
    text = record.sub(lambda found: change(found[0]) if hit() else found[0], sent.body.decode())
    return _with(sent, _TOTAL.sub(rf"\g<1>{len(record.findall(text))}", text))


def empty_feed(call: Call, sent: Sent, hit: Hit) -> Sent:
    """arXiv has nothing, whatever is asked."""
    if call.service != "arxiv" or not hit():
        return sent
    return _each(sent, _ENTRY, lambda _: "", lambda: True)


def empty_list(call: Call, sent: Sent, hit: Hit) -> Sent:
    """Crossref's lists are empty."""
    if call.service != "crossref" or call.path != "/works" or sent.status != 200 or not hit():
        return sent
    told = json.loads(sent.body)
    message = told["message"] | {"total-results": 0, "items": []}
    return _with(sent, json.dumps(told | {"message": message}))


def _of_ids(call: Call) -> re.Pattern[str] | None:
    """What a record is in the answer to a request by numbers."""
    if "id_list" in call.params:
        return _ENTRY
    return _ARTICLE if call.path == "/efetch.fcgi" else None


def fewer_ids(call: Call, sent: Sent, hit: Hit) -> Sent:
    """arXiv and PubMed leave out what was asked by its number."""
    record = _of_ids(call)
    return _each(sent, record, lambda _: "", hit) if record else sent


def other_ids(call: Call, sent: Sent, hit: Hit) -> Sent:
    """arXiv and PubMed send records under numbers that nobody asked for."""

    def renamed(text: str) -> str:
        text = re.sub(r"(/abs/\d{4}\.\d{3})\d{2}", r"\g<1>00", text, count=1)
        return re.sub(r"(<PMID[^>]*>)\d", r"\g<1>7", text, count=1)

    record = _of_ids(call)
    return _each(sent, record, renamed, hit) if record else sent


def no_title(call: Call, sent: Sent, hit: Hit) -> Sent:
    """Records of Crossref and PubMed have no title."""
    if call.path == "/efetch.fcgi":
        title = re.compile(r"(<ArticleTitle>).*?(</ArticleTitle>)", re.DOTALL)
        return _each(sent, _ARTICLE, lambda text: title.sub(r"\1\2", text), hit)
    if call.service != "crossref" or sent.status != 200:
        return sent
    told: dict[str, Any] = json.loads(sent.body)
    message = told["message"]
    for item in message.get("items", [message]):
        if hit():
            item["title"] = None
    return _with(sent, json.dumps(told))


def another_charset(_call: Call, sent: Sent, hit: Hit) -> Sent:
    """The answer comes in Latin-1, with a letter at least that shows it."""
    if sent.status != 200 or not hit():
        return sent
    text = re.sub(r"(?<=[a-z])a(?=[a-z])", "\xe4", sent.body.decode(), count=5)
    return _with(sent, text.encode("latin-1", "replace"))


def a_damaged_byte(_call: Call, sent: Sent, hit: Hit) -> Sent:
    """One byte in the middle is another."""
    if sent.status != 200 or not hit():
        return sent
    middle = len(sent.body) // 2
    return _with(sent, sent.body[:middle] + b"\xff" + sent.body[middle + 1 :])


_LETTER = re.compile(r"(?<=[a-z])e(?=[a-z ])")
_SAID = re.compile(r"<(title|name|LastName|ArticleTitle|Title)>[^<]+")
"""A title or a name of arXiv's, a family name or a title of PubMed's."""


def damaged_letters(call: Call, sent: Sent, hit: Hit) -> Sent:
    """The service itself keeps what was no letter to it."""
    if call.service == "crossref" and sent.status == 200:
        told = json.loads(sent.body)
        message = told["message"]
        for item in message.get("items", [message]):
            if hit():
                item.update(_worn(item))
        return _with(sent, json.dumps(told))
    record = {"arxiv": _ENTRY, "pubmed": _ARTICLE}.get(call.service)
    if record is None or not sent.body.lstrip().startswith(b"<"):
        return sent

    def worn(text: str) -> str:
        return _SAID.sub(lambda said: said[0][:15] + _LETTER.sub("\ufffd", said[0][15:]), text)

    return _each(sent, record, worn, hit)


def _struck(letter: str) -> Lie:
    """Crossref keeps this in the place of a letter of titles, journals and names."""
    inside = re.compile(r"(?<=[a-z])[eo](?=[a-z])")

    def worn(item: dict[str, Any]) -> dict[str, Any]:
        said = {k: [inside.sub(letter, one) for one in item[k]] for k in _TEXTS if item.get(k)}
        people = [{k: inside.sub(letter, v) for k, v in who.items()} for who in item["author"]]
        return item | said | {"author": people}

    return lambda call, sent, hit: _items(call, sent, lambda i: worn(i) if hit() else i)


_TEXTS = ("title", "container-title")


def _worn(item: dict[str, Any]) -> dict[str, Any]:
    said = {key: item[key] for key in ("title", "container-title") if item.get(key)}
    return json.loads(_LETTER.sub("\ufffd", json.dumps(said, ensure_ascii=False)))  # type: ignore[no-any-return]


def empty_feed_gone(call: Call, sent: Sent, hit: Hit) -> Sent:
    """Somebody on the way has no such address, and what comes with it looks like a feed."""
    empty = empty_feed(call, sent, hit)
    return sent if empty is sent else Sent(empty.body, 404, empty.kind, empty.headers)


def full_stops(call: Call, sent: Sent, hit: Hit) -> Sent:
    """Crossref's DOIs end in a full stop."""
    return _items(call, sent, lambda item: item | {"DOI": f"{item['DOI']}."} if hit() else item)


def other_agencies(call: Call, sent: Sent, hit: Hit) -> Sent:
    """The resolver tells of another DOI than was asked."""
    if call.service != "doi" or not hit():
        return sent
    return _with(sent, json.dumps([{"DOI": "10.9999/other", "RA": "Crossref"}]))


def _items(call: Call, sent: Sent, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Sent:
    """Crossref's records, changed."""
    if call.service != "crossref" or sent.status != 200:
        return sent
    told: dict[str, Any] = json.loads(sent.body)
    message = told["message"]
    if "items" in message:
        message["items"] = list(map(change, message["items"]))
    else:
        told["message"] = change(message)
    return _with(sent, json.dumps(told))


def capitals(call: Call, sent: Sent, _hit: Hit) -> Sent:
    """DOIs in capitals, here and at the resolver."""
    if call.service == "doi":
        return _with(
            sent, json.dumps([a | {"DOI": a["DOI"].upper()} for a in json.loads(sent.body)])
        )
    return _items(call, sent, lambda item: item | {"DOI": item["DOI"].upper()})


def other_order(call: Call, sent: Sent, _hit: Hit) -> Sent:
    """The records of a batch the other way round."""
    return _rearranged(call, sent, lambda found: found[::-1])


def every_one_twice(call: Call, sent: Sent, _hit: Hit) -> Sent:
    """Each record of a batch again behind it."""
    return _rearranged(call, sent, lambda found: [one for each in found for one in (each, each)])


def _rearranged(call: Call, sent: Sent, change: Callable[[list[Any]], list[Any]]) -> Sent:
    if call.service == "crossref" and call.path == "/works" and sent.status == 200:
        told = json.loads(sent.body)
        items = change(told["message"]["items"])
        message = told["message"] | {"total-results": len(items), "items": items}
        return _with(sent, json.dumps(told | {"message": message}))
    record = _of_ids(call)
    text = sent.body.decode() if record else ""
    found = record.findall(text) if record else []
    if not found:
        return sent
    head, tail = text.partition(found[0])[0], text.rpartition(found[-1])[2]
    return _with(sent, head + "".join(change(found)) + tail)


def _of_searches(**fields: Any) -> Lie:
    """Crossref says this in each record that a search brings."""
    said = _said(**fields)

    def lie(call: Call, sent: Sent, hit: Hit) -> Sent:
        return said(call, sent, hit) if "query.bibliographic" in call.params else sent

    return lie


def one_work(call: Call, sent: Sent, hit: Hit) -> Sent:
    """Crossref has one work for whatever is searched for."""
    if "query.bibliographic" not in call.params or not hit():
        return sent
    told: dict[str, Any] = json.loads(sent.body)
    named = {"title": ["A lamp for every hallway"], "author": [{"family": "Quorn", "given": "Zed"}]}
    work = told["message"]["items"][0] | named | {"DOI": "10.9999/hallway"}
    message = told["message"] | {"total-results": 1, "items": [work]}
    return _with(sent, json.dumps(told | {"message": message}))


def one_title(call: Call, sent: Sent, hit: Hit) -> Sent:
    """Whatever Crossref, arXiv and PubMed know is called the same."""
    title = "Editorial"
    if call.service == "arxiv":
        bare = re.compile(r"<title>[^<]*")
        return _each(sent, _ENTRY, lambda text: bare.sub(f"<title>{title}", text, 1), hit)
    if call.path == "/efetch.fcgi":
        whole = re.compile(r"(<ArticleTitle>).*?(</ArticleTitle>)", re.DOTALL)
        return _each(sent, _ARTICLE, lambda text: whole.sub(rf"\1{title}\2", text), hit)
    return _said(title=[title])(call, sent, hit)


def years_to_come(call: Call, sent: Sent, _hit: Hit) -> Sent:
    """Crossref's dates are those of the next century."""

    def later(item: dict[str, Any]) -> dict[str, Any]:
        year = item["issued"]["date-parts"][0][0] + 90
        return item | {key: {"date-parts": [[year]]} for key in ("issued", "published-online")}

    return _items(call, sent, later)


def _said(**fields: Any) -> Lie:
    """Crossref says this in each of its records."""
    return lambda call, sent, hit: _items(call, sent, lambda item: item | fields if hit() else item)


def _otherwise(field: str, change: Callable[[Any], Any]) -> Lie:
    """Crossref says something else in that field of each of its records."""

    def changed(item: dict[str, Any]) -> dict[str, Any]:
        return item | {field: change(item[field])} if item.get(field) else item

    return lambda call, sent, hit: _items(call, sent, lambda i: changed(i) if hit() else i)


def _day(*parts: int) -> Lie:
    date = {"date-parts": [list(parts)]}
    return _said(issued=date, published=date, **{"published-online": date})


def their_number(call: Call, sent: Sent, hit: Hit) -> Sent:
    """Crossref's records are called by their DOIs."""
    return _items(call, sent, lambda item: item | {"title": [item["DOI"]]} if hit() else item)


def errors(call: Call, sent: Sent, hit: Hit) -> Sent:
    """arXiv's papers are called "Error"."""
    title = re.compile(r"<title>[^<]*")
    return _each(sent, _ENTRY, lambda text: title.sub("<title>Error", text, 1), hit) if (
        call.service == "arxiv"
    ) else sent  # fmt: skip


def _people(change: Callable[[dict[str, str]], dict[str, str]]) -> Lie:
    return _otherwise("author", lambda people: list(map(change, people)))


def _lookalike(text: str) -> str:
    return text.replace("a", "\u0430")


def _body(change: Callable[[bytes], bytes]) -> Lie:
    """What Crossref sends, otherwise wrapped."""

    def lie(call: Call, sent: Sent, hit: Hit) -> Sent:
        known = call.service == "crossref" and sent.status == 200 and hit()
        return _with(sent, change(sent.body)) if known else sent

    return lie


def families_first(call: Call, sent: Sent, hit: Hit) -> Sent:
    """arXiv's authors are "Shoreaky, Ada"."""
    name = re.compile(r"<name>(\S+) ([^<]*)</name>")
    if call.service != "arxiv":
        return sent
    return _each(sent, _ENTRY, lambda text: name.sub(r"<name>\2, \1</name>", text), hit)


def _wide(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


HOLLOW: dict[str, Lie] = {
    "signs for letters of names": _people(
        lambda who: {key: said.replace("o", "\u00bf") for key, said in who.items()}
    ),
    "one day for all": _day(2026, 3, 1),
    "one author of all": _said(author=[{"given": "Edi", "family": "Torr"}]),
    "the journal signs": _said(author=[{"name": "Bulletin of Pebble Studies"}]),
    "somebody and others": _otherwise("author", lambda people: [people[0], {"family": "et al."}]),
}
"""What no service should send, and nothing tells to be wrong: it is said of nobody that he is."""

ODD: dict[str, Lie] = {
    "a mark of byte order": _body(lambda body: b"\xef\xbb\xbf" + body),
    "families before names": families_first,
    "titles in wide letters": _otherwise("title", lambda said: [_wide(said[0])]),
    "the day on which clocks begin": _day(1970, 1, 1),
    "Cyrillic letters in titles": _otherwise("title", lambda said: [_lookalike(said[0])]),
    "Cyrillic letters in names": _people(lambda who: {k: _lookalike(v) for k, v in who.items()}),
    "titles twice in a row": _otherwise("title", lambda said: [f"{said[0]} {said[0]}"]),
    "titles in two languages": _otherwise(
        "title", lambda said: [f"{said[0]} = Ganz ein anderer Titel"]
    ),
    "another order": other_order,
    "every record twice": every_one_twice,
    "DOIs in capitals": capitals,
    "years to come": years_to_come,
}
"""What a service may send, odd as it is: nothing is missed for it."""

LIES: dict[str, Lie] = {
    "one work for all searches": one_work,
    "one DOI for all that is found": _of_searches(DOI="10.9999/hallway"),
    "another's DOI for all that is found": _of_searches(DOI="10.9999/bps.0"),
    "one DOI for all": _said(DOI="10.9999/hallway"),
    "one title for all": _said(title=["An introduction to the keeping of bees"]),
    "one title for all at all": one_title,
    "a page around the answer": _body(lambda body: b"<html><pre>" + body + b"</pre></html>"),
    "the answer twice": _body(lambda body: body + body),
    "failed, and yet a list": _body(lambda body: body.replace(b'"ok"', b'"failed"', 1)),
    "titles for want of one": _said(title=["Untitled"]),
    "titles of a page of errors": _said(title=["404 Not Found"]),
    "titles of a wall": _said(title=["Just a moment..."]),
    "titles that are numbers": their_number,
    "papers called Error": errors,
    "an empty feed under status 404": empty_feed_gone,
    "DOIs with a full stop": full_stops,
    "agencies of other DOIs": other_agencies,
    "an empty feed of arXiv": empty_feed,
    "an empty list of Crossref": empty_list,
    "fewer records than ids": fewer_ids,
    "records of other ids": other_ids,
    "records without a title": no_title,
    "another charset": another_charset,
    "a damaged byte": a_damaged_byte,
    "damaged letters": damaged_letters,
    "letters of another code page": _struck("\x92"),
    "letters of a private font": _struck("\ue000"),
    "letters that are controls": _struck("\x7f"),
    "titles without a letter": _said(title=["."]),
}
