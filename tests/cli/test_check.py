import copy
import json
import os
import subprocess
import sys
import threading

import pytest

from trusthub_tui.profile import paths


@pytest.fixture
def poor_document(good_document):
    poor = copy.deepcopy(good_document)
    poor["business_information"]["website_url"] = "https://www.facebook.com/northwind"
    del poor["address"]["postal_code"]
    return poor


@pytest.fixture
def file(tmp_path):
    def written(content, name="answers.json"):
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    return written


def test_a_good_file_has_no_problems(run, good_document, file):
    path = file(good_document)
    result = run("check", path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{path}: Northwind main\nNo problems, no likely rejections, no hints.\n"


def test_a_file_with_problems_exits_with_three_and_tells_them(run, poor_document, file):
    result = run("check", file(poor_document))
    assert result.exit_code == 3
    assert "1 problem: Trust Hub would reject the profile at once" in result.stdout
    assert "  Step 2, ZIP code\n    Enter the ZIP code" in result.stdout
    assert "1 likely rejection" in result.stdout
    assert "  Step 3, Website (reason 18601)" in result.stdout


def test_only_a_likely_rejection_is_told_with_the_reason_it_may_lead_to(run, good_document, file):
    first = good_document["authorized_representative_1"]
    same = {name: first[name] for name in ("first_name", "last_name", "email")}
    good_document["authorized_representative_2"] |= same
    path = file(good_document)
    severities = {
        (finding["severity"], finding["predicts"])
        for finding in json.loads(run("check", path, "--json").stdout)["findings"]
    }
    assert ("problem", 18605) in severities
    assert "(reason" not in run("check", path).stdout


def test_a_likely_rejection_alone_is_no_problem(run, good_document, poor_document, file):
    document = poor_document | {"address": good_document["address"]}
    result = run("check", file(document))
    assert "likely rejection" in result.stdout
    assert result.exit_code == 0


def test_each_finding_in_json_has_path_code_severity_message_and_remedy(run, poor_document, file):
    result = run("check", file(poor_document), "--json")
    assert result.exit_code == 3
    document = json.loads(result.stdout)
    assert document["compliant"] is False
    problem, warning = document["findings"]
    assert (problem["path"], problem["code"], problem["severity"]) == (paths.POSTAL_CODE, 22219, "problem")
    assert problem["message"] == "Enter the ZIP code"
    assert problem["remedy"]
    assert (warning["path"], warning["code"], warning["predicts"]) == (paths.WEBSITE, None, 18601)


def test_a_list_of_documents_is_checked_one_by_one(run, good_document, poor_document, file):
    path = file([good_document, poor_document])
    result = run("check", path)
    assert result.exit_code == 3
    first, second = result.stdout.split("\n\n")
    assert first.startswith("Profile 1 of 2: Northwind main\nNo problems")
    assert second.startswith("Profile 2 of 2: Northwind main\n1 problem")
    documents = json.loads(run("check", path, "--json").stdout)
    assert [one["compliant"] for one in documents] == [True, False]


def test_an_empty_list_has_no_problems(run, file):
    result = run("check", file([]))
    assert (result.exit_code, result.stdout) == (0, "The file holds an empty list.\n")
    assert json.loads(run("check", file([]), "--json").stdout) == []


def test_a_profile_is_checked_by_its_id_in_any_case(desk):
    profile_id = desk.draft()
    result = desk.run("check", profile_id.lower())
    assert result.exit_code == 3
    assert result.stdout.startswith(f"Half done  ({profile_id})\n")
    document = json.loads(desk.run("check", profile_id, "--json").stdout)
    assert document["name"] == "Half done"


def test_an_id_nobody_knows_is_not_found(desk):
    desk.draft()
    result = desk.run("check", "ZZZZ")
    assert (result.exit_code, result.stdout) == (4, "")


def test_the_profile_says_the_same_as_its_file(run, desk, file):
    profile_id = desk.profile(but={paths.WEBSITE: "northwind", paths.CITY: ""})
    answers = json.loads(desk.run("show", profile_id, "--json").stdout)["answers"]
    of_profile = json.loads(desk.run("check", profile_id, "--json").stdout)["findings"]
    assert of_profile
    assert json.loads(run("check", file(answers), "--json").stdout)["findings"] == of_profile


def test_a_number_that_another_approved_profile_uses_is_told(desk):
    approved = desk.profile(submit=True)
    desk.run("list")
    second = desk.profile(but={paths.FRIENDLY_NAME: "Second"})
    found = json.loads(desk.run("check", second, "--json").stdout)["findings"]
    assert any(approved in finding["message"] for finding in found)
    assert json.loads(desk.run("check", approved, "--json").stdout)["findings"] == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "is not JSON: line 1, column 1: expecting value. Correct the file at that place."),
        ('{"schema": 1,\n  "friendly_name": }', "is not JSON: line 2, column 20: expecting value."),
        ("[" * 200_000, "is not JSON: it is nested too deeply."),
        (b"\xff\xfe{", "is not JSON: byte 1 is not UTF-8 text."),
        ('{"schema": NaN}', "is not JSON: NaN is not a JSON value."),
        ('{"schema": 1, "schema": 1}', 'is not JSON: the key "schema" is there twice.'),
        ('{"schema": ' + "9" * 5000 + "}", "is not JSON: "),
        ('{"schema": 1, "nmae": "x"}', ": Unknown key: nmae. "),
        ('{"schema": 1, "nam\\u001b[2Je": "x"}', ": Unknown key: nam[2Je."),
        (
            '{"schema": 1, "address": {"postal_code": 94104}}',
            ": address.postal_code must be text in quotes, not a number. Write it as text in quotes.",
        ),
        ('{"schema": 9}', ": This program reads schema 1, and the document has another one."),
        ("7", ": A document of answers must be an object, not a number."),
        ('[{"schema": 1}, {"schema": 1, "x": 1}]', ", profile 2 of 2: Unknown key: x."),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_file_that_cannot_be_read_is_told_with_the_place(run, file, failure, content, told, form):
    path = file(content)
    result = run("check", path, *form)
    assert (result.exit_code, result.stdout) == (2, "")
    assert failure(result.stderr).startswith(str(path))
    assert told in failure(result.stderr)
    assert len(failure(result.stderr).splitlines()) == 1


def test_a_file_that_is_not_there_is_wrong_use(run, tmp_path):
    result = run("check", tmp_path / "missing.json")
    assert result.exit_code == 2
    assert result.stderr == f"There is no file {tmp_path}/missing.json. Check the path.\n"


def test_a_folder_is_no_file(run, tmp_path):
    result = run("check", f"{tmp_path}/")
    assert result.exit_code == 2
    assert "cannot be read: Is a directory. Check the path." in result.stderr


def test_a_huge_file_is_refused_without_reading_it_all(run, tmp_path):
    path = tmp_path / "huge.json"
    with path.open("wb") as huge:
        huge.truncate(10**11)
    result = run("check", path)
    assert result.exit_code == 2
    assert "is larger than 5 MB. A document of answers is far smaller" in result.stderr


def test_a_byte_order_mark_is_no_obstacle(run, good_document, file):
    assert run("check", file(b"\xef\xbb\xbf" + json.dumps(good_document).encode())).exit_code == 0


def test_checking_a_file_leaves_no_file_behind(good_document, desk, file):
    assert desk.run("check", file(good_document)).exit_code == 0
    assert not desk.db.exists()


def test_a_stream_can_be_checked(good_document, tmp_path):
    pipe = tmp_path / "answers.json"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(json.dumps(good_document)))
    writer.start()
    command = [sys.executable, "-m", "trusthub_tui", "check", str(pipe)]
    ended = subprocess.run(command, capture_output=True, check=False, timeout=60)
    writer.join()
    assert ended.returncode == 0


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (paths.BUSINESS_TYPE, "Corp", '"Corp" is not on it. The nearest: Corporation.'),
        (paths.INDUSTRY, "tech", '"tech" is not on it. The nearest: TECHNOLOGY, FINTECH.'),
        (paths.COUNTRY, "United States", '"United States" is not on it. The nearest: US.'),
        (paths.COUNTRY, "USA", '"USA" is not on it. The nearest: US.'),
        (paths.COUNTRY, "England", '"England" is not on it. The nearest: GB.'),
        (paths.COUNTRY, "Germny", '"Germny" is not on it. The nearest: DE'),
        (paths.ID_TYPE, "EIN number", '"EIN number" is not on it. The nearest: EIN.'),
        (paths.REGIONS, "EUROPE,USA", '"USA" is not on it. The nearest: USA_AND_CANADA.'),
        (paths.IDENTITY, "zzz", '"zzz" is not on it. Trust Hub takes direct_customer, '),
    ],
)
def test_a_value_that_is_on_no_list_is_named_with_the_nearest_that_are(desk, path, value, told):
    text = desk.run("check", desk.profile(but={path: value})).stdout
    assert told in " ".join(text.split())


@pytest.mark.parametrize(
    ("key", "write"),
    [
        ("customer_profile_business_information", "business_information"),
        ("customer_profile_address", "address"),
        ("website", "business_information.website_url"),
        ("business_name", "business_information.business_name"),
        ("friendly_nam", "friendly_name"),
    ],
)
def test_for_a_wrong_key_the_right_one_is_named(run, file, key, write):
    result = run("check", file(json.dumps({"schema": 1, key: {"x": "y"}})))
    assert result.exit_code == 2
    assert result.stderr.endswith(f"Unknown key: {key}. Instead of {key}, write {write}.\n")


def test_a_refused_value_is_named_with_the_nearest_ones(run, good_document, file):
    good_document["business_information"]["business_type"] = "LLC"
    good_document["business_information"]["business_regions_of_operation"] = ["EUROPE", "North America"]
    good_document["address"]["iso_country"] = "Germany"
    result = run("check", file(good_document), "--json")
    told = {finding["path"]: finding for finding in json.loads(result.stdout)["findings"]}
    assert (
        told[paths.BUSINESS_TYPE]["message"] == 'Choose the business type from the list. "LLC" is not on it'
    )
    assert told[paths.BUSINESS_TYPE]["remedy"] == "The nearest: Limited Liability Corporation"
    assert '"North America" is not on it' in told[paths.REGIONS]["message"]
    assert "USA_AND_CANADA" in told[paths.REGIONS]["remedy"]
    assert told[paths.COUNTRY]["remedy"] == "The nearest: DE"


def test_a_wrong_key_is_named_with_the_right_one(run, good_document, file):
    good_document["customer_profile_business_information"] = good_document.pop("business_information")
    good_document["address"]["zip"] = good_document["address"].pop("postal_code")
    result = run("check", file(good_document))
    assert result.exit_code == 2
    said = " ".join(result.stderr.split())
    assert "instead of customer_profile_business_information, write business_information" in said
    assert "Instead of address.zip, write address.postal_code" in said


def test_a_number_of_a_year_to_come_is_told(run, good_document, file):
    good_document["business_information"] |= {
        "business_name": "Northwind Robotics Private Limited",
        "business_registration_identifier": "CIN",
        "business_registration_number": "U72200KA2099PTC097389",
    }
    good_document["address"] |= {"iso_country": "IN", "region": "Karnataka", "postal_code": "560001"}
    told = [
        each["rule"] for each in json.loads(run("check", file(good_document), "--json").stdout)["findings"]
    ]
    assert "registration.cin-part" in told
