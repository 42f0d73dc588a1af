"""What of a record may be believed: of a field that lost a letter nothing, of the others all."""

import json

import pytest

from pipeline.edge.raw_records import damaged, doubt, undamaged, work
from pipeline.sources import crossref
from pipeline.sources.protocol import DAMAGED
from pipeline.values.work import Person, Work

SOUND = Work(
    title="Moss of the towns", other_titles=("Moss",), container_title="Moss Letters",
    container_titles=("Moss Lett",), authors=(Person(family="Müller", given="Ada"),), page="1-9",
)  # fmt: skip
WORN = f"M{DAMAGED}ss"


def test_a_sound_record_is_believed_as_it_is() -> None:
    assert undamaged(SOUND) is SOUND


@pytest.mark.parametrize(
    ("change", "left"),
    [
        ({"title": WORN}, {"title": "Moss", "other_titles": ()}),
        ({"title": WORN, "other_titles": (WORN,)}, {"title": "", "other_titles": ()}),
        ({"other_titles": (WORN, "Moss")}, {}),
        ({"container_title": WORN}, {"container_title": "Moss Lett", "container_titles": ()}),
        ({"authors": (*SOUND.authors, Person(family=WORN))}, {"authors": ()}),
        ({"page": WORN, "comment": WORN, "publisher": WORN}, {"page": ""}),
    ],
)
def test_a_damaged_field_says_nothing(change: dict[str, object], left: dict[str, object]) -> None:
    assert undamaged(SOUND.but(**change)) == SOUND.but(**left)


def _payload(title: object) -> str:
    return json.dumps({"DOI": "10.9999/x", "type": "journal-article", "title": title})


@pytest.mark.parametrize("title", [None, [], [""], [None], [" "], [WORN]])
def test_a_record_without_a_title_vouches_for_nothing(title: object) -> None:
    assert doubt(crossref, (_payload(["Moss"]), _payload(title))) == "sent a record without a title"


def test_a_record_with_a_title_is_in_no_doubt() -> None:
    assert doubt(crossref, (_payload(["Moss"]),)) == ""
    assert doubt(crossref, ()) == ""
    assert doubt(crossref, (_payload(["Moss"]), "nonsense")) == ""


def test_records_of_which_none_can_be_read_are_no_answer() -> None:
    assert doubt(crossref, ("nonsense", "{}")) == "sent a record that cannot be read"
    assert work(crossref, "nonsense") is None


@pytest.mark.parametrize("lost", [DAMAGED, "\x92", "\ue000", "\x7f", "&#xFFFD;"])
def test_a_record_that_lost_letters_is_known_however_they_came(lost: str) -> None:
    worn = _payload([f"M{lost}ss"])
    assert damaged(crossref, (_payload(["Moss"]), worn))
    assert damaged(crossref, (json.dumps(json.loads(worn), ensure_ascii=False),))
    assert not damaged(crossref, (_payload(["Moss"]), "nonsense"))
