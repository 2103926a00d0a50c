"""The wheel: built, installed elsewhere, run without the source tree."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what belongs to it."""
    place = tmp_path_factory.mktemp("wheel")
    tree = place / "tree"
    tree.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tree)
    shutil.copytree(ROOT / "src", tree / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    run([sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "--disable-pip-version-check", *isolation(), "-w", str(place), str(tree)], place)
    [made] = place.glob("newsfacts-*.whl")
    return made


def isolation() -> list[str]:
    """Builds with the setuptools that is there, if it is new enough, so that no index is needed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return ["--no-build-isolation"] if int(version("setuptools").split(".")[0]) >= 77 else []
    except PackageNotFoundError:
        return []


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A command that has to end well."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=clean, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_wheel_holds_data_demo_types_and_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    package = ROOT / "src" / "newsfacts"
    wanted = {file.relative_to(ROOT / "src").as_posix() for file in package.rglob("*") if file.is_file() and "__pycache__" not in file.parts}
    assert wanted <= set(names)
    assert {"newsfacts/py.typed", "newsfacts/data/outcomes.toml", "newsfacts/demo/so-ear-surgery-durban.txt"} <= wanted
    assert any(name.endswith("LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests", "corpora"))]


def test_wheel_works_without_the_source_tree(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    venv.create(place, with_pip=False, symlinks=os.name != "nt")
    paths = sysconfig.get_paths(scheme="venv" if "venv" in sysconfig.get_scheme_names() else None, vars={"base": str(place), "platbase": str(place)})
    site, scripts = Path(paths["purelib"]), Path(paths["scripts"])
    run([sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", "--disable-pip-version-check", "-t", str(site), str(wheel)], tmp_path)
    (site / "dependencies.pth").write_text("\n".join(dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))) + "\n")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    home = run([str(python), "-c", "import newsfacts; print(newsfacts.__file__)"], tmp_path).stdout
    assert str(place) in home
    assert str(ROOT) not in home
    shown = run([str(python), "-m", "newsfacts", "demo"], tmp_path).stdout
    assert "The facts are in demo.db." in shown
    assert "Durban" in run([str(python), "-m", "newsfacts", "query", "events", "--country", "ZA", "--kb", "demo.db"], tmp_path).stdout
    points = run([str(python), "-c", "from importlib.metadata import distribution as d; print([e.name for e in d('newsfacts').entry_points])"], tmp_path).stdout
    assert "'newsfacts'" in points
    assert "newsfacts_dates" in points
