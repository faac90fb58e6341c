"""What is handed out: what it should be, the same bit for bit wherever it is built, and it runs alone."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from functools import cache
from pathlib import Path
from typing import Final

from tests import licences
from tests.attacks import account
from tests.attacks.attack import Kind, Trial
from tests.support.person import GOOD
from tests.support.terminal import Terminal
from trusthub_tui.profile import paths
from trusthub_tui.profile.document import write as as_document

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = "trusthub_tui"
_BESIDE: Final = {"pyproject.toml", "README.md", "LICENSE"}
_ABOUT: Final = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
_NO_PART: Final = shutil.ignore_patterns("__pycache__", ".*", "tests", "screenshots", "build", "dist")


@cache
def possible() -> bool:
    """Whether the build backend is installed here."""
    return _backend().exists()


def _backend() -> Path:
    return Path(sys.executable).with_name("uv-build")


def contents(trial: Trial) -> None:
    """Build from a copy with rubbish in it: wheel and archive hold the program, and nothing else."""
    project = _copied(trial.folder / "project")
    ours = _files(project / PACKAGE)
    for rubbish in (f"{PACKAGE}/__pycache__/x.pyc", "profiles.db", ".env", "tests/test_x.py", "notes.txt"):
        (project / rubbish).parent.mkdir(exist_ok=True)
        (project / rubbish).write_text("not to be handed out", encoding="utf-8")
    wheel, archive = _built(project, trial.folder / "out")
    with zipfile.ZipFile(wheel) as opened:
        held = {name for name in opened.namelist() if not name.endswith("/")}
    about = next(name.partition("/")[0] for name in held if name.endswith("/METADATA"))
    wanted = {f"{PACKAGE}/{name}" for name in ours} | {f"{about}/{name}" for name in _ABOUT}
    assert held == wanted, f"the wheel differs: {sorted(held ^ wanted)[:9]}"
    with tarfile.open(archive) as source:
        held = {member.name.partition("/")[2] for member in source.getmembers() if member.isfile()}
    wanted = {f"{PACKAGE}/{name}" for name in ours} | _BESIDE | {"PKG-INFO"}
    assert held - {"pyproject.toml.orig"} == wanted, f"the archive differs: {sorted(held ^ wanted)[:9]}"


def reproducible(trial: Trial) -> None:
    """Build twice, at other times and places and with other rights of the files: not a bit differs."""
    sums = []
    for name, mode, at in (("here", 0o644, 1_000_000_000), ("elsewhere/deeper", 0o600, 1_700_000_000)):
        project = _copied(trial.folder / name)
        for path in project.rglob("*"):
            if path.is_file():
                path.chmod(mode)
            os.utime(path, (at, at))
        wheel, archive = _built(project, trial.folder / "out" / name)
        sums.append([hashlib.sha256(path.read_bytes()).hexdigest() for path in (wheel, archive)])
    assert sums[0] == sums[1], "wheel or archive differ"


def alone(trial: Trial) -> None:
    """Install the wheel into an empty environment, with what it asks for alone, and walk from there."""
    wheel, _ = _built(_copied(trial.folder / "project"), trial.folder / "out")
    place = trial.folder / "environment"
    venv.create(place, with_pip=True)
    pip = [str(place / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    constraints = str(ROOT / "constraints.txt")
    for words in (("install", "-c", constraints, str(wheel)), ("check",)):
        subprocess.run([*pip, *words], check=True, capture_output=True, timeout=600, cwd=trial.folder)
    _walk(trial, place / "bin" / "trusthub-tui")


def _walk(trial: Trial, program: Path) -> None:
    document = trial.folder / "answers.json"
    document.write_text(json.dumps(as_document(GOOD)), encoding="utf-8")
    environment = account.without(trial.folder)

    def run(*words: str) -> str:
        ended = subprocess.run(
            [str(program), "--db", str(trial.file), *words],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env=environment,
            cwd=trial.folder,
        )
        assert ended.returncode == 0, f"{words}: {ended.stderr}"
        return ended.stdout

    run("import", str(document))
    made = json.loads(run("list", "--json"))[0]["id"]
    for words in (("check", made), ("submit", made, "--yes"), ("show", made), ("history", made), ("doctor",)):
        run(*words)
    for form in ("json", "csv", "markdown", "html", "sheet"):
        assert GOOD[paths.BUSINESS_NAME] in run("export", made, "--format", form)
    opened = Terminal("--db", str(trial.file), environment=environment, program=(str(program),))
    try:
        opened.shows(GOOD[paths.FRIENDLY_NAME])
        opened.send("\x11")
        assert opened.ended() == 0
    finally:
        opened.close()


def licensed(trial: Trial) -> None:
    """Look at the licence of everything that comes along."""
    found = licences.installed_with("trusthub-tui")
    trial.most("packages", len(found))
    unknown = [name for name, licence in found.items() if not licences.COMPATIBLE.search(licence)]
    assert not unknown, f"not known to be compatible: {unknown}"


def _copied(to: Path) -> Path:
    shutil.copytree(ROOT, to, ignore=_NO_PART)
    return to


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def _built(project: Path, out: Path) -> tuple[Path, Path]:
    out.mkdir(parents=True)
    for kind in ("build-wheel", "build-sdist"):
        subprocess.run([str(_backend()), kind, str(out)], check=True, capture_output=True, cwd=project)
    (wheel,), (archive,) = out.glob("*.whl"), out.glob("*.tar.gz")
    return wheel, archive


KINDS: Final[tuple[Kind, ...]] = (contents, reproducible, licensed, alone)
