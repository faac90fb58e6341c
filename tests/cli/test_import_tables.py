import json

import pytest

from trusthub_tui.profile import paths

CSV = """Company,Country,State,Legal form,Regions of operation,Terms,Head count
"Northwind Robotics, Inc.",USA,California,LLC,"usa, Europe",yes,40
Elm & Sons,Deutschland,,GmbH,,perhaps,
"""
ANSWERS = {
    paths.BUSINESS_NAME: "Northwind Robotics, Inc.",
    paths.FRIENDLY_NAME: "Northwind Robotics, Inc.",
    paths.COUNTRY: "US",
    paths.REGION: "CA",
    paths.BUSINESS_TYPE: "Limited Liability Corporation",
    paths.REGIONS: "USA_AND_CANADA,EUROPE",
    paths.TERMS: "yes",
}


ROWS = [
    ["Company", "Country", "State", "Legal form", "Regions of operation", "Terms"],
    ["Northwind Robotics, Inc.", "USA", "California", "LLC", "usa, Europe", "yes"],
]
OBJECT = dict(zip(*ROWS, strict=True))
LISTS = OBJECT | {"Regions of operation": ["usa", "Europe"], "Terms": True}
FORMS = {
    "csv": CSV.encode(),
    "csv, as Excel saves it": CSV.replace("\n", "\r\n").encode("utf-8-sig"),
    "csv, of an old Mac": CSV.replace("\n", "\r").encode(),
    "csv, with semicolons": "\n".join(";".join(row) for row in ROWS).encode("cp1252"),
    "tsv": "\n".join("\t".join(row) for row in ROWS).encode(),
    "tsv, in UTF-16": "\n".join("\t".join(row) for row in ROWS).encode("utf-16"),
    "json": json.dumps([OBJECT]).encode(),
    "json, one object": json.dumps(OBJECT).encode(),
    "ndjson": f'{json.dumps(LISTS)}\n{{"Company": "Elm", "Head count": 4}}\n'.encode(),
}


@pytest.fixture
def table(tmp_path):
    def written(content=CSV):
        path = tmp_path / "customers.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def imported(desk, *words):
    return json.loads(desk.run("import", *words, "--json").stdout)


@pytest.mark.parametrize("form", FORMS)
def test_a_row_becomes_a_draft_whatever_the_table_is_written_in(desk, table, form):
    made = imported(desk, table(FORMS[form]))["made"]
    assert desk.answers(made[0]["id"]) == ANSWERS


def test_the_columns_and_each_row_are_told(desk, table):
    result = desk.run("import", table())
    first, second = sorted(
        json.loads(desk.run("list", "--json").stdout), key=lambda one: one["name"], reverse=True
    )
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Columns:",
        "  Company               Legal business name (business_information.business_name)",
        "  Country               Country (address.iso_country)",
        "  State                 State or province (address.region)",
        "  Legal form            Business type (business_information.business_type)",
        "  Regions of operation  Regions of operation (business_information.business_regions_of_operation)",
        "  Terms                 Terms (terms.accepted)",
        "  Head count            not used",
        f"Row 2: Northwind Robotics, Inc., draft {first['id']}. {first['next']}",
        f"Row 3: Elm & Sons, draft {second['id']}. {second['next']}",
        *result.stdout.splitlines()[10:-1],
        "Imported 2 profiles.",
    ]
    notes = " ".join(" ".join(result.stdout.splitlines()[10:-1]).split())
    assert 'No choice of Business type can be meant by "GmbH". Write one of Corporation, ' in notes
    assert first["next"] == "2 of 7 steps ready"


def test_what_is_on_no_list_stays_as_typed_but_nobody_agrees_to_terms_by_mistake(desk, table):
    second = imported(desk, table())["made"][1]
    assert desk.answers(second["id"])[paths.BUSINESS_TYPE] == "GmbH"
    assert paths.TERMS not in desk.answers(second["id"])
    assert [note["path"] for note in second["notes"]] == [paths.BUSINESS_TYPE, paths.TERMS]


def test_a_row_that_cannot_be_read_is_told_with_its_number_and_reason(desk, table):
    content = "Company,City\nNorthwind,Oakland\n,\nElm,Berlin,Germany\n"
    result = desk.run("import", table(content), "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [one["row"] for one in told["made"]] == [2]
    assert told["left_out"] == [
        {"row": 3, "reason": "it has no answers"},
        {"row": 4, "reason": "it has more cells than there are columns"},
    ]
    assert json.loads(result.stderr)["error"]["message"] == "2 rows of 3 became no draft."
    assert "Row 4: no draft, it has more cells" in desk.run("import", table(content)).stdout


def test_lines_of_json_may_be_documents_and_a_bad_one_hinders_no_other(desk, table, good_document):
    lines = [
        json.dumps(good_document),
        '{"Company": "Elm"',
        json.dumps({"schema": 1, "x": "y"}),
        '{"Company":"Elm"}',
    ]
    told = imported(desk, table("\n".join(lines)))
    assert [(one["row"], one["name"]) for one in told["made"]] == [(1, "Northwind main"), (4, "Elm")]
    assert [one["row"] for one in told["left_out"]] == [2, 3]
    assert "Unknown key: x." in told["left_out"][1]["reason"]


def test_a_column_can_be_mapped_and_left_out(desk, table):
    words = ("--map", "Head count=business_information.business_registration_number", "--map", "State=")
    told = imported(desk, table(), *words)
    assert told["columns"]["Head count"] == paths.ID_NUMBER
    assert told["columns"]["State"] is None
    answers = desk.answers(told["made"][0]["id"])
    assert (answers[paths.ID_NUMBER], answers.get(paths.REGION)) == ("40", None)


def test_a_default_answers_for_rows_without_an_answer(desk, table):
    content = "Company,Country\nNorthwind,\nElm,Germany\n"
    made = imported(desk, table(content), "--default", "address.iso_country=USA")["made"]
    assert [desk.answers(one["id"])[paths.COUNTRY] for one in made] == ["US", "DE"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--map", "Firm=address.city"), 'There is no column "Firm". There are: Company, Country, '),
        (("--map", "Company=company"), "Did you mean business_information.business_name?"),
        (("--map", "Company"), '"Company" has no =. Write --map COLUMN=PATH.'),
        (("--default", "address.iso_country=Atlantis"), "No choice of Country can be meant by"),
        (("--into", "7F3K", "--map", "Company="), "--into takes a document of answers"),
    ],
)
def test_a_mapping_that_cannot_be_is_wrong_use(desk, table, words, told):
    result = desk.run("import", table(), *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not desk.db.exists()


def test_a_table_of_which_no_column_is_known_says_how_to_map_it(desk, table):
    result = desk.run("import", table("foo,bar\n1,2\n"))
    assert result.exit_code == 2
    assert result.stderr == (
        "None of these columns has a known name: foo, bar. Say what they are: --map"
        ' "foo=business_information.business_name".\n'
    )


def test_a_dry_run_shows_all_of_it_and_makes_nothing(desk, table):
    dry = desk.run("import", table(), "--dry-run")
    assert dry.exit_code == 0
    assert "Imported 2 profiles." in dry.stdout
    assert not desk.db.exists()
    there = desk.draft()
    desk.run("import", table(), "--dry-run")
    assert [one["id"] for one in json.loads(desk.run("list", "--json").stdout)] == [there]


def test_a_thousand_rows_come_in_with_a_bar_on_a_terminal(desk, table, terminal, monkeypatch, capsys):
    import sys

    content = "Company,Country\n" + "".join(f"Northwind {number},USA\n" for number in range(1000))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    code, screen = terminal("--db", desk.db, "import", table(content))
    assert (code, screen.splitlines()[-1]) == (0, "Imported 1,000 profiles.")
    assert "Checking" in capsys.readouterr().err
