"""Whose site the website is, and what is advised where it is not the business's own."""

from collections.abc import Callable

from tests.support.table import table
from trusthub_tui.profile.evaluation import evaluate
from trusthub_tui.profile.findings import Finding, Severity
from trusthub_tui.profile.rules import site as sites
from trusthub_tui.profile.rules.site import Owner

Northwind = Callable[..., dict[str, str]]


def owner(answers: dict[str, str]) -> Owner | None:
    found = sites.site(answers)
    return found.owner if found else None


@table(
    "website",
    [
        "northwind.wixsite.com/home",
        "northwind.github.io",
        "https://northwind.pantheonsite.io/",
        "northwind.wpenginepowered.com",
        "northwind.altervista.org",
        "northwind.azurewebsites.net",
        "northwind.s3-website-us-east-1.amazonaws.com",
        "northwind.gohighlevel.com",
        "northwind.base.shop",
        "northwind.jouwweb.site",
        "northwind.123website.be",
        "northwind.my.canva.site",
        "northwind.figma.site",
        "northwind.duckdns.org",
        "northwind.ddns.net",
        "northwind.squarespace.com",
        "github.io",
    ],
)
def test_a_site_under_the_name_of_a_builder_or_host_is_known_by_kind(
    website: str, northwind: Northwind
) -> None:
    answers = northwind(website=website)
    assert owner(answers) is Owner.BUILDER
    (finding,) = evaluate(answers).warnings
    assert finding.rule == "website.site-builder"
    assert "Connect northwindrobotics.com to the site" in finding.remedy


@table(
    ("website", "mail"),
    [
        ("northwindrobotics.uk.com", "northwindrobotics.uk.com"),
        ("www.northwind.de.com", "northwind.de.com"),
        ("northwind.it.com", "northwind.it.com"),
        ("northwind.co.com", "northwind.co.com"),
        ("northwind.in.net", "northwind.in.net"),
        ("northwind.com.ru", "northwind.com.ru"),
        ("northwind.org.ru", "northwind.org.ru"),
        ("northwind.com.se", "northwind.com.se"),
        ("northwind.krakow.pl", "northwind.krakow.pl"),
        ("northwind.co.ua", "northwind.co.ua"),
        ("northwind.avocat.fr", "northwind.avocat.fr"),
        ("northwind.eu.org", "northwind.eu.org"),
        ("northwind.co.uk", "northwind.co.uk"),
        ("northwind.com.au", "mail.northwind.com.au"),
        ("shop.northwindrobotics.com", "northwindrobotics.com"),
        ("northwind.store", "northwind.store"),
    ],
)
def test_a_name_that_was_bought_is_the_business_s_own(website: str, mail: str, northwind: Northwind) -> None:
    answers = northwind(website=website, email1=f"ada@{mail}", email2=f"ben@{mail}", notify="")
    assert owner(answers) is Owner.BUSINESS
    assert evaluate(answers).findings == ()


@table(
    ("website", "host"),
    [
        ("northwind.agency-tools.com", "agency-tools.com"),
        ("https://www.northwind.agency-tools.com/", "agency-tools.com"),
        ("northwindrobotics.sites.bigportal.net", "bigportal.net"),
        ("robotics.townportal.co.uk", "townportal.co.uk"),
        ("nw.chamberpages.org", "chamberpages.org"),
        ("northwind.shopmakers.io", "shopmakers.io"),
        ("northwind.unternehmen-bayern.de", "unternehmen-bayern.de"),
        ("northwind.example-hosting.fr", "example-hosting.fr"),
    ],
)
def test_a_site_below_somebody_else_s_name_is_known_by_the_e_mails(
    website: str, host: str, northwind: Northwind
) -> None:
    answers = northwind(website=website)
    assert owner(answers) is Owner.SOMEBODY
    (finding,) = evaluate(answers).warnings
    assert finding.rule == "website.somebody-elses"
    assert f"under {host}" in finding.message
    assert "Enter the site at northwindrobotics.com" in finding.remedy


@table(
    ("changes", "rule"),
    [
        ({"website": "www.agency-tools.com"}, "domains.different"),
        ({"website": "shop.northwind.co.uk"}, "domains.different"),
        ({"website": "de.northwindrobotics.de"}, "domains.different"),
        ({"website": "northwind.agency-tools.com", "email1": "ada@southlabs.com"}, "domains.different"),
        ({"website": "northwind.agency-tools.com", "email2": "", "notify": ""}, "domains.different"),
        (
            {
                "website": "northwind.agency-tools.com",
                "email1": "ada@gmail.com",
                "email2": "ben@gmail.com",
                "notify": "nw@gmail.com",
            },
            "domains.free-mail",
        ),
        ({"website": "northwind.agency-tools.com", "name": ""}, "domains.different"),
    ],
)
def test_two_domains_are_told_where_nothing_says_whose_the_site_is(
    changes: dict[str, str], rule: str, northwind: Northwind
) -> None:
    answers = northwind(**changes)
    assert owner(answers) is Owner.BUSINESS
    assert rule in [finding.rule for finding in evaluate(answers).warnings]


@table(
    "website",
    [
        "northwind.example",
        "https://northwind.test/",
        "northwind.invalid",
        "http://northwind.localhost:8080",
        "example.com",
        "https://www.example.org/shop",
        "example.net",
        "www.yourdomain.com",
        "https://yourcompany.com",
        "company.com",
        "mysite.com",
    ],
)
def test_a_name_for_examples_is_no_live_site(website: str, northwind: Northwind) -> None:
    (finding,) = evaluate(northwind(website=website)).warnings
    assert finding.rule == "website.placeholder"
    assert finding.severity is Severity.WARNING
    assert finding.predicts == 18601


@table(
    ("name", "website"),
    [
        ("Test Valley Brewing, Inc.", "testvalley.com"),
        ("Example Design, Inc.", "exampledesign.com"),
        ("Company.com, Inc.", "www.company.com"),
        ("Localhost Coffee, Inc.", "localhost.coffee"),
        ("Invalid Records, Inc.", "invalidrecords.com"),
        ("My Site Builders, Inc.", "mysitebuilders.com"),
        ("Domain Holdings, Inc.", "domain.com"),
        ("Your Domain Realty, Inc.", "yourdomainrealty.com"),
    ],
)
def test_a_real_name_that_only_sounds_like_one_is_left_alone(
    name: str, website: str, northwind: Northwind
) -> None:
    domain = website.removeprefix("www.")
    mails = {"email1": f"ada@{domain}", "email2": f"ben@{domain}", "notify": f"ops@{domain}"}
    assert evaluate(northwind(name=name, website=website, **mails)).findings == ()


@table(
    ("name", "website", "domain"),
    [
        ("Weebly, Inc.", "https://www.weebly.com/", "weebly.com"),
        ("HighLevel, Inc.", "https://www.gohighlevel.com", "gohighlevel.com"),
        ("Ruhr-Universität Bochum Corp.", "https://www.ruhr-uni-bochum.de/de", "ruhr-uni-bochum.de"),
        ("Supabase, Inc.", "https://supabase.co", "supabase.co"),
        ("X Corp.", "x.com", "x.com"),
        ("Etsy, Inc.", "https://www.etsy.com", "etsy.com"),
        ("Canva Corporation", "https://www.canva.com", "canva.com"),
        ("Bücher Müller Corp.", "https://bücher-müller.de", "bücher-müller.de"),
    ],
)
def test_whoever_runs_a_host_is_at_home_there(
    name: str, website: str, domain: str, northwind: Northwind
) -> None:
    mails = {"email1": f"ada@{domain}", "email2": f"ben@{domain}", "notify": f"ops@{domain}"}
    assert evaluate(northwind(name=name, website=website, **mails)).findings == ()


@table("website", ["http://203.0.113.7", "https://8.8.8.8:8443/x", "http://[2001:db8::7]"])
def test_a_public_number_address_is_a_likely_rejection(website: str, northwind: Northwind) -> None:
    evaluation = evaluate(northwind(website=website))
    assert evaluation.compliant
    assert [finding.rule for finding in evaluation.warnings] == ["website.number-address"]


def test_nobody_is_sent_to_an_address_at_the_builder_s(northwind: Northwind) -> None:
    for website in (
        "northwind.gohighlevel.com",
        "northwind.agency-tools.com",
        "example.com",
        "northwind.github.io",
    ):
        for mails in ({}, {"email1": "ada@gmail.com", "email2": "ben@gmail.com"}):
            for finding in evaluate(northwind(website=website, **mails)).findings:
                assert not _sends_mail_to(finding, website.partition(".")[2])


def _sends_mail_to(finding: Finding, domain: str) -> bool:
    return f"address at {domain}" in finding.remedy
