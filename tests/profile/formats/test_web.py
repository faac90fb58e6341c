"""Web addresses as people write them, what is told when they cannot be read, and what belongs to whom."""

from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile.formats import known_hosts
from trusthub_tui.profile.formats.web import (
    UnreadableWeb,
    Web,
    WebFault,
    is_reserved,
    known_ending,
    let_out_under,
    masked,
    own_labels,
    read,
    registrable,
    shown_host,
)


@table(
    ("text", "url"),
    [
        ("northwind.example", "https://northwind.example"),
        (" HTTPS://WWW.Northwind.example/ ", "https://www.northwind.example"),
        ("http://northwind.example", "http://northwind.example"),
        ("http://northwind.example:80/About", "http://northwind.example/About"),
        ("https://northwind.example:443", "https://northwind.example"),
        ("https://northwind.example:8443/x", "https://northwind.example:8443/x"),
        ("northwind.example?lang=en#top", "https://northwind.example?lang=en#top"),
        ("northwind.example.", "https://northwind.example"),
        ("bücher.example", "https://xn--bcher-kva.example"),
        ("https://bücher.example/über", "https://xn--bcher-kva.example/%C3%BCber"),
        ("https://northwind.example/%C3%BCber", "https://northwind.example/%C3%BCber"),
        ("ｎorthwind。example", "https://northwind.example"),
        ("日本語.jp", "https://xn--wgv71a119e.jp"),
        ("https.io", "https://https.io"),
        ("http.cat", "https://http.cat"),
        ("3m.com", "https://3m.com"),
    ],
)
def test_proper_addresses_are_read(text: str, url: str) -> None:
    found = read(text)
    assert isinstance(found, Web)
    assert found.url == url


@table(
    ("text", "fault"),
    [
        ("northwind", WebFault.NO_ENDING),
        ("www.northwind", WebFault.NO_ENDING),
        ("none", WebFault.NO_ENDING),
        ("n/a", WebFault.NO_ENDING),
        ("http://northwind/", WebFault.NO_ENDING),
        ("https://", WebFault.NO_HOST),
        ("https://?q", WebFault.NO_HOST),
        ("http//northwind.example", WebFault.SLASHES),
        ("http:/northwind.example", WebFault.SLASHES),
        ("https//:northwind.example", WebFault.SLASHES),
        ("https:///northwind.example", WebFault.SLASHES),
        ("https;//northwind.example", WebFault.SLASHES),
        ("http:\\\\northwind.example", WebFault.SLASHES),
        ("http:northwind.example", WebFault.SLASHES),
        ("//northwind.example", WebFault.SLASHES),
        ("https://https://northwind.example", WebFault.SLASHES),
        ("ftp://northwind.example", WebFault.SCHEME),
        ("htps://northwind.example", WebFault.SCHEME),
        ("javascript:alert(1)", WebFault.SCHEME),
        ("mailto:ada@northwind.example", WebFault.SCHEME),
        ("ada@northwind.example", WebFault.EMAIL),
        ("north wind.example", WebFault.SPACE),
        ("northwind.example, south.example", WebFault.SEVERAL),
        ("northwind.example south.example", WebFault.SEVERAL),
        ("northwind..example", WebFault.DOTS),
        (".example", WebFault.DOTS),
        ("www,northwind,example", WebFault.COMMA),
        ("north_wind.example", WebFault.CHARACTER),
        ("☃.example", WebFault.CHARACTER),
        ("-northwind.example", WebFault.HYPHEN),
        ("northwind-.example", WebFault.HYPHEN),
        ("n" * 64 + ".example", WebFault.TOO_LONG),
        ("n." * 200 + "example", WebFault.TOO_LONG),
        ("n" * 1_000_000, WebFault.TOO_LONG),
        ("northwind.example:99999", WebFault.PORT),
        ("northwind.example:web", WebFault.PORT),
        ("localhost:3000", WebFault.INSIDE_A_NETWORK),
        ("intranet.local", WebFault.INSIDE_A_NETWORK),
        ("http://127.0.0.1:8080/hook", WebFault.INSIDE_A_NETWORK),
        ("10.1.2.3", WebFault.INSIDE_A_NETWORK),
        ("https://192.168.1.5/", WebFault.INSIDE_A_NETWORK),
        ("172.20.0.7", WebFault.INSIDE_A_NETWORK),
        ("169.254.10.1", WebFault.INSIDE_A_NETWORK),
        ("http://[::1]:3000", WebFault.INSIDE_A_NETWORK),
        ("http://[fd00::7]/", WebFault.INSIDE_A_NETWORK),
        ("http://[fe80::7]/", WebFault.INSIDE_A_NETWORK),
        ("http://[1::2::3]/", WebFault.CHARACTER),
        ("http://[northwind]/", WebFault.CHARACTER),
        ("2001:db8::7", WebFault.PORT),
    ],
)
def test_each_fault_has_its_own_name(text: str, fault: WebFault) -> None:
    found = read(text)
    assert isinstance(found, UnreadableWeb)
    assert found.fault is fault


@table(
    ("text", "host", "url"),
    [
        ("203.0.113.7", "203.0.113.7", "https://203.0.113.7"),
        ("http://198.51.100.7:8080/x", "198.51.100.7", "http://198.51.100.7:8080/x"),
        ("https://8.8.8.8/", "8.8.8.8", "https://8.8.8.8"),
        ("172.32.0.1", "172.32.0.1", "https://172.32.0.1"),
        ("http://[2001:DB8::1]/", "[2001:db8::1]", "http://[2001:db8::1]"),
        ("https://[2001:db8::1]:8443/x", "[2001:db8::1]", "https://[2001:db8::1]:8443/x"),
        ("0x08.8", "0x08.8", "https://0x08.8"),
        ("134744072", "134744072", "https://134744072"),
    ],
)
def test_a_public_number_address_is_read(text: str, host: str, url: str) -> None:
    found = read(text)
    assert isinstance(found, Web)
    assert (found.host, found.url) == (host, url)
    assert registrable(found.host) == ""
    assert let_out_under(found.host) == ""


@table(
    ("host", "reserved"),
    [
        ("northwind.example", True),
        ("northwind.test", True),
        ("www.northwind.invalid", True),
        ("northwind.localhost", True),
        ("example.com", True),
        ("shop.example.org", True),
        ("www.example.net", True),
        ("example.edu", True),
        ("example.de", False),
        ("myexample.com", False),
        ("test.com", False),
        ("northwind-example.com", False),
        ("invalid.com", False),
        ("localhost.com", False),
        ("tests.io", False),
        ("example.com.br", False),
    ],
)
def test_names_kept_for_examples(host: str, *, reserved: bool) -> None:
    found = read(host)
    assert isinstance(found, Web)
    assert is_reserved(found.host) is reserved
    assert known_ending(found.host)


@table(
    ("host", "under"),
    [
        ("northwind.github.io", "github.io"),
        ("github.io", "github.io"),
        ("northwind.pantheonsite.io", "pantheonsite.io"),
        ("www.northwind.altervista.org", "altervista.org"),
        ("northwind.s3.amazonaws.com", "s3.amazonaws.com"),
        ("northwind.uk.com", "uk.com"),
        ("northwind.hs.zone", ""),
        ("northwind.co.uk", ""),
        ("northwind.com", ""),
        ("com", ""),
        ("co.uk", ""),
        ("www.northwind.com.au", ""),
        ("northwind.xn--p1ai", ""),
        ("northwind.nowhere", ""),
    ],
)
def test_whoever_lets_out_names_below_its_own_is_known(host: str, under: str) -> None:
    assert let_out_under(host) == under


@table(
    ("host", "domain"),
    [
        ("www.northwind.example", "northwind.example"),
        ("shop.northwind.co.uk", "northwind.co.uk"),
        ("northwind.com.au", "northwind.com.au"),
        ("northwind.github.io", "northwind.github.io"),
        ("northwind.myshopify.com", "northwind.myshopify.com"),
        ("mail.xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("co.uk", ""),
        ("github.io", ""),
        ("com", ""),
    ],
)
def test_the_registered_part_of_a_host(host: str, domain: str) -> None:
    assert registrable(host) == domain


@table(
    ("host", "known"),
    [
        ("northwind.com", True),
        ("northwind.co.uk", True),
        ("northwind.xn--p1ai", True),
        ("northwind.example", True),
        ("northwind.test", True),
        ("northwind.con", False),
        ("northwind.exampel", False),
    ],
)
def test_endings_that_no_register_has(host: str, *, known: bool) -> None:
    assert known_ending(host) is known


def test_the_owner_chose_all_but_the_suffix_and_www() -> None:
    assert own_labels("www.shop.xn--bcher-kva.co.uk") == ("shop", "bücher")
    assert own_labels("co.uk") == ()


def test_an_internationalised_host_is_shown_as_written() -> None:
    assert shown_host("www.xn--bcher-kva.example") == "www.bücher.example"
    assert shown_host("xn--zzzzzzzzz.example") == "xn--zzzzzzzzz.example"


def test_listed_hosts_cover_what_lies_below_them_and_nothing_that_only_looks_alike() -> None:
    assert known_hosts.listed("northwind.wixsite.com", known_hosts.SITE_BUILDERS) == "wixsite.com"
    assert known_hosts.listed("sites.google.com", known_hosts.SITE_BUILDERS) == "sites.google.com"
    assert known_hosts.listed("google.com", known_hosts.SITE_BUILDERS) == ""
    assert known_hosts.listed("notfacebook.com", known_hosts.SOCIAL) == ""
    assert known_hosts.listed("facebook.com.northwind.example", known_hosts.SOCIAL) == ""


def test_our_lists_hold_proper_host_names_and_do_not_overlap() -> None:
    lists = (
        known_hosts.FREE_MAIL,
        known_hosts.DISPOSABLE_MAIL,
        known_hosts.SOCIAL,
        known_hosts.SITE_BUILDERS,
        known_hosts.PLACEHOLDERS,
    )
    for name in frozenset().union(*lists):
        found = read(name)
        assert isinstance(found, Web)
        assert found.host == name
        assert known_ending(name)
    assert not known_hosts.FREE_MAIL & known_hosts.DISPOSABLE_MAIL
    assert not known_hosts.SOCIAL & known_hosts.SITE_BUILDERS
    for name in known_hosts.NAME_SELLERS:
        assert isinstance(read(f"northwind.{name}"), Web)
        assert not known_hosts.builder(f"northwind.{name}")


@given(
    st.text(max_size=80)
    | st.from_regex(r"(https?://)?[\w.-]{1,30}(:\d{1,6})?([/?#][^\s]{0,20})?", fullmatch=True)
    | st.text(alphabet="htps:/\\.-@[]%?#a1ß。 \u202e", max_size=30)
)
def test_a_canonical_address_reads_as_itself(text: str) -> None:
    found = read(text)
    if isinstance(found, Web):
        again = read(found.url)
        assert again == found
        assert found.url.isascii()


@table(
    ("typed", "shown"),
    [
        ("https://ada:secret@northwind.example/a", "https://ada:***@northwind.example/a"),
        ("ada:sec:ret@northwind.example/a", "ada:***@northwind.example/a"),
        ("https://ada:s@cret@northwind.example", "https://ada:***@northwind.example"),
        ("https://:secret@northwind.example", "https://:***@northwind.example"),
        ("https:/ada:secret@north.example", "https:/ada:***@north.example"),
        ("htps//ada:secret@north.example", "htps//ada:***@north.example"),
        ("https:\\\\ada:secret@north.example", "https:\\\\ada:***@north.example"),
        ("https://https://ada:secret@north.example", "https://https://ada:***@north.example"),
        ("https://ada:sec/ret@north.example", "https://ada:***@north.example"),
        ("https://ada:s#cr?t@north.example", "https://ada:***@north.example"),
        ("https://ada:my secret@north.example", "https://ada:***@north.example"),
        ("https://ada:12345@north.example", "https://ada:***@north.example"),
        ("a.example https://ada:secret@b.example", "a.example https://ada:***@b.example"),
        ("https://north.example:8443/x@y", "https://north.example:8443/x@y"),
        ("https://north.example/?u=a:b@c", "https://north.example/?u=a:b@c"),
        ("https://north.example/maps/X:Y/@48.1,11", "https://north.example/maps/X:Y/@48.1,11"),
        ("ada@north.example", "ada@north.example"),
        ("https://northwind.example/a@b:c", "https://northwind.example/a@b:c"),
        ("https://ada@northwind.example", "https://ada@northwind.example"),
    ],
)
def test_a_secret_before_the_host_is_never_shown(typed: str, shown: str) -> None:
    assert masked(typed) == shown


def test_a_name_and_a_secret_before_the_host_are_sent_as_typed() -> None:
    read_ = read("https://ada:s%40cret@North.example")
    assert isinstance(read_, Web)
    assert (read_.host, read_.user_info) == ("north.example", "ada:s%40cret")
    assert read_.url == "https://ada:s%40cret@north.example"
