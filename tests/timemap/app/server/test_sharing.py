"""The server says at which address a view is shared, who can follow it, and gives a QR code that a reader can read."""

from __future__ import annotations

import json
from io import BytesIO
from urllib.error import HTTPError
from urllib.parse import unquote
from urllib.request import Request, urlopen

import pytest
import zxingcpp
from PIL import Image
from vl_convert import svg_to_png

from timemap.app.server.sharing import code_of

pytestmark = pytest.mark.slow

QUERY = (
    "from=2014-09-15&to=2015-01-27&moment=2014-10-06&words=%D9%83%D9%88%D8%A8%D8%A7%D9%86%D9%8A"
    "&lat=36.8912&lon=38.3536&zoom=12.5"
)


def shared(served: str, page: str, **headers: str) -> dict[str, str | bool]:
    """Return what the server says to a page that shares a view."""
    request = Request(f"{served}/share?{QUERY}", headers={"Referer": page, **headers})  # noqa: S310 (our own server)
    with urlopen(request, timeout=60) as answer:  # noqa: S310
        return dict(json.load(answer))


def read(picture: str) -> list[str]:
    """Return the texts of the QR codes of a data address of an SVG, as another program reads them."""
    svg = unquote(picture.partition(",")[2])
    return [code.text for code in zxingcpp.read_barcodes(Image.open(BytesIO(svg_to_png(svg, scale=6))))]


def test_the_code_holds_the_address_of_the_page_with_the_view(served: str) -> None:
    page = "https://maps.example.org/app/compare"
    answer = shared(served, f"{page}?moment=2019-10-08", **{"Sec-Fetch-Site": "same-origin"})
    assert answer["address"] == f"{page}?{QUERY}"
    assert answer["here"] is False
    assert read(str(answer["picture"])) == [f"{page}?{QUERY}"]


def test_without_a_secure_connection_the_name_of_the_server_says_whose_page_it_is(served: str) -> None:
    answer = shared(served, "http://192.168.0.7:8501/?moment=2019-10-08", Host="192.168.0.7:8501")
    assert read(str(answer["picture"])) == [f"http://192.168.0.7:8501/?{QUERY}"]
    with pytest.raises(HTTPError) as refused:
        shared(served, "http://192.168.0.8:8501/", Host="192.168.0.7:8501")
    refused.value.close()


def test_an_address_of_this_computer_alone_has_no_code(served: str) -> None:
    answer = shared(served, "http://localhost:8501/", **{"Sec-Fetch-Site": "same-origin"})
    assert answer == {"address": f"http://localhost:8501/?{QUERY}", "here": True, "picture": ""}


def test_other_pages_are_told_nothing(served: str) -> None:
    with pytest.raises(HTTPError) as refused:
        shared(served, "https://elsewhere.example.org/", **{"Sec-Fetch-Site": "cross-site"})
    assert refused.value.code == 403
    assert refused.value.read() == b"Only a page of this server is told how it is shared."


def test_what_no_code_can_hold_has_none() -> None:
    assert code_of("https://maps.example.org/?words=" + "x" * 4000) == ""
