import errno
import json
import os
import stat
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from trusthub_tui.profile import paths
from trusthub_tui.profile.answers import clean
from trusthub_tui.profile.document import write

REP_1_EMAIL = paths.of_representative(1, "email")
NASTY = (
    "</td><script>alert(1)</script>",
    '" onmouseover="x" \'',
    "<!-- -->",
    "]]>",
    "&lt;b&gt; &amp;",
    "| a | b |",
    "**bold** _it_ ~~no~~ `code`",
    "[link](javascript:x) ![image](http://x)",
    "<http://auto.example>",
    "# heading #",
    "1. one",
    "- item",
    "+ item",
    "===",
    "---",
    "> quote",
    "\\",
    "\\|",
    "$x$ $$y$$",
    "a\\",
    "日本 Zürich العربية",
)


class Page(HTMLParser):
    """What a browser finds on a page: elements with their attributes, and the text outside the styles."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.texts, self.open = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if data.strip() and self.open[-1] != "style":
            self.texts.append(data)


def exported(desk, *words):
    result = desk.run("export", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def reviewed(desk):
    """Make a profile with all there can be: a version at each reviewer, a kept warning, unknown codes."""
    profile_id = desk.profile(but={REP_1_EMAIL: "ada@gmail.com"}, submit=True)
    desk.run("list")
    assert desk.run("filed", profile_id).exit_code == 0
    error = {"code": 19999, "message": "Something & <i>nothing</i>"}
    told = json.dumps({"status": "twilio-rejected", "errors": [error]})
    assert desk.run("decide", profile_id, "--yes", "--from", "-", typed=told).exit_code == 0
    return profile_id


def rendered(text):
    """Return the texts and the kinds of elements that a Markdown reader finds."""
    reader = MarkdownIt("commonmark").enable("table")
    inline = [token for token in reader.parse(text) if token.type == "inline"]
    texts = ["".join(child.content for child in token.children) for token in inline]
    return texts, {child.type for token in inline for child in token.children}


def test_json_is_the_document_of_answers_as_typed(desk):
    profile_id = desk.profile()
    assert json.loads(exported(desk, profile_id)) == write(desk.answers(profile_id))
    shown = json.loads(desk.run("show", profile_id, "--json").stdout)
    assert json.loads(exported(desk, profile_id)) == shown["answers"]


@pytest.mark.parametrize("form", ["json", "markdown", "html"])
def test_a_file_has_the_same_bytes_as_standard_output(desk, tmp_path, form, monkeypatch):
    monkeypatch.setattr("trusthub_tui.cli.commands.export.now", lambda: desk.now)
    profile_id = desk.profile(but={paths.FRIENDLY_NAME: "Zürich 日本"})
    path = tmp_path / "copy"
    printed = desk.run("export", profile_id, "--format", form)
    assert desk.run("export", profile_id, "--format", form, "--output", path).exit_code == 0
    assert path.read_bytes() == printed.stdout_bytes
    assert printed.stdout_bytes.endswith(b"\n")


TEXTS = st.text(st.characters(codec="utf-8"), max_size=40).map(clean)


@given(
    texts=st.dictionaries(
        st.sampled_from([paths.FRIENDLY_NAME, paths.CITY, paths.WEBSITE, paths.ID_NUMBER, REP_1_EMAIL]), TEXTS
    ),
    regions=st.lists(st.sampled_from(["AFRICA", "EUROPE", "elsewhere"]), unique=True),
    accepted=st.booleans(),
)
def test_an_export_that_is_imported_is_exported_byte_for_byte(desk, tmp_path, texts, regions, accepted):
    answers = texts | {paths.REGIONS: ",".join(regions), paths.TERMS: "yes" if accepted else ""}
    with desk.store() as store:
        first = store.profiles.create(answers).id
    path = tmp_path / "answers.json"
    assert desk.run("export", first, "--output", path, "--force").exit_code == 0
    second = json.loads(desk.run("import", path, "--json").stdout)["id"]
    assert desk.run("export", second).stdout_bytes == path.read_bytes()
    assert desk.answers(second) == desk.answers(first)


def test_an_export_can_be_checked(desk, tmp_path):
    path = tmp_path / "answers.json"
    desk.run("export", desk.profile(), "--output", path)
    assert desk.run("check", path).exit_code == 0
    assert desk.run("check", "-", typed=path.read_text()).exit_code == 0


def test_the_ending_of_the_file_says_the_form(desk, tmp_path):
    profile_id = desk.profile()
    for name, begins in (("a.html", "<!DOCTYPE html>"), ("a.md", "# Northwind"), ("a.json", "{"), ("a", "{")):
        assert desk.run("export", profile_id, "--output", tmp_path / name).exit_code == 0
        assert (tmp_path / name).read_text().startswith(begins)
    desk.run("export", profile_id, "--output", tmp_path / "b.html", "--format", "json")
    assert (tmp_path / "b.html").read_text().startswith("{")


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_copy_tells_everything_about_a_profile(desk, form):
    profile_id = reviewed(desk)
    text = exported(desk, profile_id, "--format", form)
    texts = Page(text).texts if form == "html" else rendered(text)[0]
    told = "\n".join(texts)
    for words in (
        "Northwind main",
        "[X] Twilio Rejected",
        "4 Authorized representatives",
        "Representative 2",
        "ada@gmail.com",
        "+14155550132",
        "USA and Canada, Europe",
        "1 likely rejection: the review may not accept this",
        "Step 4, Representative 1: Work e-mail (reason 18606)",
        "Version 2, filed in the Twilio Console on ",
        "Reason: Twilio gave code 19999",
        "Version 1, submitted to the practice Trust Hub on ",
        "Twilio Rejected (practice) on ",
        "Reason 18606: An e-mail is at another domain than the website",
        "Version 2 rejected by Twilio: 19999",
        profile_id,
    ):
        assert words in told
    assert "Something & <i>nothing</i>" in told
    assert "not from Twilio" not in told


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_copy_says_practice_where_the_status_is_practice(desk, form):
    profile_id = desk.profile(submit=True)
    text = exported(desk, profile_id, "--format", form)
    assert "Twilio Approved (practice)" in text
    assert "This status is a rehearsal" in text


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_copy_holds_what_the_user_said_is_right(desk, form):
    profile_id = desk.profile(but={REP_1_EMAIL: "ada@gmail.com"})
    with desk.store() as store:
        from trusthub_tui.profile.acknowledgements import acknowledge_finding
        from trusthub_tui.profile.evaluation import evaluate

        answers = store.profiles.get(profile_id).answers
        [warning] = evaluate(answers).warnings
        store.profiles.acknowledge(
            profile_id, acknowledge_finding(warning, answers, "We own gmail.com", desk.now)
        )
    assert "You said it is right: We own gmail.com" in exported(desk, profile_id, "--format", form)
    assert "You said it is right: We own gmail.com." in desk.run("show", profile_id).stdout


def test_an_empty_draft_can_be_copied(desk):
    with desk.store() as store:
        profile_id = store.profiles.create().id
    assert json.loads(exported(desk, profile_id)) == {"schema": 1}
    page = Page(exported(desk, profile_id, "--format", "html"))
    assert "Untitled profile" in page.texts
    assert "Not provided" in page.texts
    assert exported(desk, profile_id, "--format", "markdown").startswith("# Untitled profile\n")


def test_the_page_loads_and_runs_nothing(desk):
    text = exported(desk, reviewed(desk), "--format", "html")
    page = Page(text)
    assert page.open == []
    names = {name for name, _ in page.elements}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "svg"}
    for name, attributes in page.elements:
        assert not [attribute for attribute in attributes if attribute.startswith("on")]
        assert name == "a" or not {"href", "src", "style", "srcset"} & attributes.keys()
    assert all(
        attributes["href"].startswith("https://www.twilio.com/docs/")
        for name, attributes in page.elements
        if name == "a"
    )
    style = text[text.index("<style>") : text.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert "@media print" in style
    policy = [attributes["content"] for name, attributes in page.elements if "http-equiv" in attributes]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


@pytest.mark.parametrize("text", NASTY)
def test_an_answer_is_never_markup_on_the_page(desk, text):
    plain = Page(
        exported(
            desk, desk.profile(but={paths.BUSINESS_NAME: "x", paths.FRIENDLY_NAME: "x"}), "--format", "html"
        )
    )
    nasty = Page(
        exported(
            desk, desk.profile(but={paths.BUSINESS_NAME: text, paths.FRIENDLY_NAME: text}), "--format", "html"
        )
    )
    assert text in nasty.texts
    shared = {"script", "i", "b", "img"}
    assert not shared & {name for name, _ in nasty.elements}
    assert {name for name, _ in nasty.elements} <= {name for name, _ in plain.elements} | {"div", "h3"}


@pytest.mark.parametrize("text", NASTY)
def test_an_answer_is_never_markup_in_markdown(desk, text):
    profile_id = desk.profile(but={paths.BUSINESS_NAME: text, paths.FRIENDLY_NAME: text})
    texts, kinds = rendered(exported(desk, profile_id, "--format", "markdown"))
    assert texts[0] == text
    assert texts.count(text) >= 3
    assert kinds <= {"text", "strong_open", "strong_close", "em_open", "em_close", "text_special"}


@given(st.text(st.sampled_from("\\`*_[]()<>#+-.!|~&$=: 1a\"'@/"), max_size=12))
def test_any_text_reads_the_same_in_markdown_wherever_it_stands(text):
    from trusthub_tui.copies.markdown import escaped

    text = " ".join(text.split())
    for before, after in (("# ", ""), ("", ""), ("- ", ""), ("> ", ""), ("- Label: ", "")):
        texts, kinds = rendered(f"{before}{escaped(text)}{after}\n")
        label = "Label: " if "Label" in before else ""
        assert texts == ([f"{label}{text}".strip()] if text or label or before == "# " else [])
        assert kinds <= {"text"}
    table = f"| {escaped(text)} | b |\n|---|---|\n| {escaped(text)} | d |\n"
    assert rendered(table)[0] == [text, "b", text, "d"]


def test_only_the_owner_may_read_the_file(desk, tmp_path):
    path = tmp_path / "copy.json"
    before = os.umask(0)
    try:
        desk.run("export", desk.profile(), "--output", path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.fixture
def folder(tmp_path):
    """A folder of its own, so that a test can see that nothing is left behind."""
    made = tmp_path / "copies"
    made.mkdir()
    return made


@pytest.mark.parametrize("make", ["file", "folder", "link", "dangling"])
def test_what_is_there_is_never_replaced_without_force(desk, folder, make):
    path = folder / "copy.json"
    other = folder.parent / "other"
    match make:
        case "file":
            path.write_text("mine")
        case "folder":
            path.mkdir()
        case "link":
            other.write_text("mine")
            path.symlink_to(other)
        case "dangling":
            path.symlink_to(other)
    before = path.lstat()
    result = desk.run("export", desk.profile(), "--output", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{path} is there already. Give another name, or replace it with --force.\n"
    after = path.lstat()
    assert (after.st_ino, after.st_mode, after.st_size) == (before.st_ino, before.st_mode, before.st_size)
    assert after.st_mtime_ns == before.st_mtime_ns
    assert list(folder.iterdir()) == [path]
    assert make == "link" or not other.exists()


def test_with_force_a_file_is_replaced_and_its_mode_with_it(desk, folder):
    path = folder / "copy.json"
    path.write_text("old")
    path.chmod(0o644)
    assert desk.run("export", desk.profile(), "--output", path, "--force").exit_code == 0
    assert json.loads(path.read_text())["friendly_name"] == "Northwind main"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(folder.iterdir()) == [path]


def test_with_force_a_link_stays_a_link(desk, folder):
    path, target = folder / "copy.json", folder / "target.json"
    target.write_text("old")
    path.symlink_to(target)
    assert desk.run("export", desk.profile(), "--output", path, "--force").exit_code == 0
    assert path.is_symlink()
    assert json.loads(target.read_text())["schema"] == 1


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_force_replaces_files_only(desk, folder, make):
    path = folder / "copy.json"
    make(path)
    result = desk.run("export", desk.profile(), "--output", path, "--force")
    assert result.exit_code == 2
    assert result.stderr == f"{path} is no file that could be replaced. Give another name.\n"
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(desk, folder, monkeypatch, force):
    profile_id = desk.profile()
    path = folder / "copy.json"
    if force:
        path.write_text("old")

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("trusthub_tui.cli.output_files.os.fsync", full)
    result = desk.run("export", profile_id, "--output", path, *force)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{path} cannot be written: No space left on device.")
    assert [file.read_text() for file in folder.iterdir()] == (["old"] if force else [])


def test_somebody_who_is_faster_keeps_the_name(desk, folder, monkeypatch):
    profile_id = desk.profile()
    path = folder / "copy.json"
    link = os.link

    def slow(source, target):
        path.write_text("faster")
        link(source, target)

    monkeypatch.setattr("trusthub_tui.cli.output_files.os.link", slow)
    assert desk.run("export", profile_id, "--output", path).exit_code == 2
    assert path.read_text() == "faster"
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("there", [False, True])
def test_a_file_system_without_links_is_written_to_as_carefully(desk, folder, monkeypatch, there):
    profile_id = desk.profile()
    path = folder / "copy.json"

    def refused(source, target):
        if there:
            path.write_text("faster")
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr("trusthub_tui.cli.output_files.os.link", refused)
    result = desk.run("export", profile_id, "--output", path)
    assert result.exit_code == (2 if there else 0)
    assert path.read_text() == ("faster" if there else desk.run("export", profile_id).stdout)
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing/copy.json", "cannot be written: No such file or directory."),
        ("x" * 300, "cannot be written: File name too long."),
    ],
)
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_place_that_cannot_be_written_is_told(desk, folder, name, told, force):
    result = desk.run("export", desk.profile(), "--output", folder / name, *force)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{folder / name} {told}")
    assert list(folder.iterdir()) == []


def test_a_tilde_is_the_home_folder(desk, folder, monkeypatch):
    monkeypatch.setenv("HOME", str(folder))
    assert desk.run("export", desk.profile(), "--output", "~/copy.json").exit_code == 0
    assert Path(folder / "copy.json").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [(("ZZZZ",), 4), (("ZZZZ", "--format", "pdf"), 2), (("ZZZZ", "--output", ""), 2), ((), 2)],
)
def test_wrong_words_are_told_and_write_nothing(desk, words, code):
    result = desk.run("export", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert len(result.stderr.splitlines()) == 1
    assert not desk.db.exists()


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("spelled", ["as it is", "through a link", "with dots", "a link to the file"])
@pytest.mark.parametrize("form", ["json", "markdown", "html", "sheet"])
def test_nothing_is_ever_written_over_the_profiles(desk, tmp_path, end, spelled, form):
    profile_id = desk.profile()
    target = desk.db.with_name(desk.db.name + end)
    (tmp_path / "linked").symlink_to(tmp_path)
    (tmp_path / "other.html").symlink_to(target)
    output = {
        "as it is": target,
        "through a link": tmp_path / "linked" / target.name,
        "with dots": f"{tmp_path}/linked/../{tmp_path.name}/{target.name}",
        "a link to the file": tmp_path / "other.html",
    }[spelled]
    result = desk.run("export", profile_id, "--format", form, "--force", "--output", output)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "holds the profiles, or belongs to the file that does" in result.stderr
    assert target.exists() is not bool(end)
    assert desk.run("show", profile_id).exit_code == 0


@pytest.mark.parametrize("end", ["", "-wal"])
def test_a_file_that_was_named_through_a_link_is_guarded_under_its_own_name_too(desk, run, tmp_path, end):
    profile_id = desk.profile()
    link = tmp_path / "link.db"
    link.symlink_to(desk.db)
    output = desk.db.with_name(desk.db.name + end)
    assert run("--db", link, "export", profile_id, "--force", "--output", output).exit_code == 2
    other = tmp_path / "hard.db"
    other.hardlink_to(desk.db)
    assert run("--db", link, "export", profile_id, "--force", "--output", other).exit_code == 2


def test_the_sheet_has_each_answer_as_the_console_takes_it(desk):
    text = exported(desk, desk.profile(), "--format", "sheet")
    assert "\n  Country               United States\n" in text
    assert "\n  Phone                 +14155550132\n" in text
    assert "!" not in text


def test_problems_are_marked_in_every_copy_and_keep_nothing_from_being_copied(desk):
    profile_id = desk.profile(but={paths.WEBSITE: "", paths.BUSINESS_TYPE: "Corp"})
    sheet = exported(desk, profile_id, "--format", "sheet")
    assert "\n2 problems, marked with !: Twilio may reject it for them\n" in sheet
    assert "\n! Website               Not provided\n" in sheet
    assert "\n! Business type         Corp\n" in sheet
    markdown = exported(desk, profile_id, "--format", "markdown")
    assert "| **!** Website | Not provided |" in markdown
    assert "| Industry |" in markdown
    html = exported(desk, profile_id, "--format", "html")
    assert '<tr class="wrong"><th scope="row">! Website</th>' in html


def test_the_second_representative_may_be_left_out_of_the_sheet(desk):
    profile_id = desk.profile()
    assert "Representative 2" in exported(desk, profile_id, "--format", "sheet")
    one = exported(desk, profile_id, "--format", "sheet", "--one-representative")
    assert "Representative 1" in one
    assert "Representative 2" not in one


@pytest.mark.parametrize("form", ["json", "ndjson", "csv"])
def test_all_profiles_are_exported_so_that_import_takes_them_again(desk, folder, form):
    first, second = (
        desk.profile(),
        desk.profile(but={paths.BUSINESS_NAME: 'Elm "and" Sons, Ltd', paths.SOCIAL: ""}),
    )
    sent = [desk.answers(first), desk.answers(second)]
    file = folder / f"all.{form}"
    assert desk.run("export", "--all", "--format", form, "--output", file).stdout.startswith(
        "Wrote 2 profiles to "
    )
    for profile in (first, second):
        assert desk.run("delete", profile).exit_code == 0
    assert desk.run("import", file).exit_code == 0
    ids = [one["id"] for one in json.loads(desk.run("list", "--json").stdout)]
    assert sorted(desk.answers(one)[paths.BUSINESS_NAME] for one in ids) == sorted(
        one[paths.BUSINESS_NAME] for one in sent
    )
    assert all(desk.answers(one) in sent for one in ids)


@pytest.mark.parametrize(
    "words", [(), ("7F3K", "--all"), ("--all", "--format", "html"), ("--all", "--output", "x.md")]
)
def test_one_profile_is_exported_or_all_are_in_a_form_for_several(desk, words):
    assert desk.run("export", *words).exit_code == 2


def test_without_any_profile_a_table_has_its_columns_only(desk):
    result = desk.run("export", "--all", "--format", "csv")
    assert result.exit_code == 0
    assert result.stdout.startswith("id,status,business_information.business_name,")
    assert len(result.stdout.splitlines()) == 1
    assert desk.run("export", "--all").stdout == "[]\n"
    assert not desk.db.exists()
