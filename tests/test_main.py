"""The program as its users see it: what is printed where, and the exit status."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot import texts
from main import main

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
SAMPLE = str(ROOT / "docs" / "sample.txt")
HEADLINE = "Hải Vân: Hội nghị trực tuyến quán triệt nghị quyết về chuyển đổi số"

# the runner has threads of its own; the children of the pool use none of them
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

Printed = pytest.CaptureFixture[str]


def run(
    *arguments: str, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
        timeout=60,
    )


def test_help_answers_without_loading_the_program():
    script = (
        "import sys, main\ntry: main.main(['--help'])\nexcept SystemExit: print([*sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = done.stdout.rpartition("[")[2]
    assert "digest" in done.stdout
    for heavy in ("summarizer.digest", "underthesea", "trafilatura", "asyncio", "numpy"):
        assert f"'{heavy}'" not in loaded


def test_a_digest_is_made_without_loading_the_database():
    """sqlite-utils loads numpy wherever it is installed: 0.1 s."""
    script = f"import sys, main; main.main(['digest', {SAMPLE!r}]); print([*sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = done.stdout.rpartition("[")[2]
    assert "'summarizer.digest'" in loaded
    for heavy in ("sqlite_utils", "numpy", "underthesea"):
        assert f"'{heavy}'" not in loaded


def test_a_digest_is_printed_for_people(capsys: Printed):
    assert main(["digest", SAMPLE]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(HEADLINE)
    assert "\033" not in out
    assert err == ""


def test_json_is_one_object_that_holds_the_contract(capsys: Printed):
    assert main(["digest", "--json", "--published", "16/10/2025", SAMPLE]) == 0
    digest = json.loads(capsys.readouterr().out)
    assert digest["schema"] == "digest/1"
    assert digest["source"]["published"] == "2025-10-16"
    assert "text" not in digest


def test_json_lines_name_each_source_and_take_days_from_the_manifest(
    capsys: Printed, tmp_path: Path
):
    manifest = tmp_path / "manifest.jsonl"
    manifest.write_text('{"id": "dev-02", "file": "x", "published": "2024-07-06"}\n')
    files = [str(GOLD / "dev-02.txt"), str(GOLD / "dev-03.txt")]
    assert main(["digest", "--jsonl", "--manifest", str(manifest), *files]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["id"], first["source"]["published"]) == ("dev-02", "2024-07-06")
    assert (second["id"], second["source"]["published"]) == ("dev-03", None)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_source_that_fails_prints_no_line_and_the_rest_go_on(
    capsys: Printed, tmp_path: Path, workers: str
):
    files = [SAMPLE, str(tmp_path / "none.txt"), str(tmp_path), SAMPLE]
    assert main(["digest", "--jsonl", "--workers", workers, *files]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["sample", "sample"]
    assert err.splitlines() == [
        f"{tmp_path}/none.txt: không có tệp này.",
        f"{tmp_path}: đây là thư mục, cần một tệp.",
    ]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("tin.txt", b"", "không có chữ nào để đọc."),
        ("tin.txt", b" \n\n  ", "không có chữ nào để đọc."),
        ("tin.txt", b"The meeting was held on Monday in the town hall. " * 9, texts.NOT_VIETNAMESE),
        ("tin.txt", bytes(range(256)) * 40, texts.UNKNOWN_FORMAT),
        ("tin.html", b"\x89PNG\r\n\x1a\n" + bytes(500), texts.UNKNOWN_FORMAT),
        ("tin.docx", b"PK\x03\x04broken", texts.BROKEN_FILE),
        (
            "tin.docx",
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            texts.ENCRYPTED,
        ),
        (
            "tin.txt",
            b" " * (33 * 2**20),
            "quá lớn hoặc quá dài: chỉ đọc tệp tối đa 32 MB, văn bản tối đa 6 MB.",
        ),
    ],
    ids=["empty", "blank", "english", "garbage", "png", "docx", "encrypted", "huge"],
)
def test_a_source_without_an_article_is_refused_in_one_line(
    capsys: Printed, tmp_path: Path, name: str, data: bytes, reason: str
):
    path = tmp_path / name
    path.write_bytes(data)
    assert main(["digest", str(path)]) == 1
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"{path}: {reason}\n")


def test_workers_change_nothing_in_what_is_printed(capsys: Printed):
    files = [str(path) for path in sorted(GOLD.glob("*.txt"))]
    printed = []
    for workers in ("1", "2"):
        assert main(["digest", "--jsonl", "--workers", workers, *files]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]


def test_spans_count_the_letters_of_the_text_that_is_given():
    sample = Path(SAMPLE).read_bytes()
    done = run("digest", "--json", "-", stdin=sample)
    digest = json.loads(done.stdout)
    assert digest["text"] == sample.decode()
    for sentence in digest["summary"]:
        start, end = sentence["span"]
        assert digest["text"][start:end] == sentence["text"]


def test_a_number_of_sentences_may_be_asked_for(capsys: Printed):
    main(["digest", "--json", "--sentences", "1", SAMPLE])
    assert len(json.loads(capsys.readouterr().out)["summary"]) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["digest"], "SOURCE"),
        (["digest", "--published", "mai", SAMPLE], "«mai» không phải là ngày"),
        (["digest", "--workers", "0", SAMPLE], "«0» không phải là số nguyên từ 1 trở lên"),
        (["digest", "--sentences", "-1", SAMPLE], "--sentences"),
        (["digest", "--json", SAMPLE, SAMPLE], "dùng --jsonl"),
        (["digest", "--json", "--jsonl", SAMPLE], "--json"),
        (["tomtat"], "tomtat"),
        ([], "COMMAND"),
    ],
)
def test_a_wrong_command_line_is_told_in_two_lines(
    capsys: Printed, arguments: list[str], said: str
):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    out, err = capsys.readouterr()
    assert stopped.value.code == 2
    assert said in err
    assert out == ""
    assert len(err.splitlines()) == 2


def test_a_bad_manifest_is_told_with_its_line(capsys: Printed, tmp_path: Path):
    manifest = tmp_path / "manifest.jsonl"
    manifest.write_text("tin\n")
    assert main(["digest", "--manifest", str(manifest), SAMPLE]) == 1
    assert f"{manifest}: dòng 1 không phải là JSON" in capsys.readouterr().err


def test_what_is_kept_is_found_again(
    capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "a.db"
    monkeypatch.setenv("DATABASE", str(path))
    assert main(["keep", SAMPLE, SAMPLE, str(tmp_path / "none.txt")]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told == [f"{tmp_path}/none.txt: không có tệp này.", f"Đã giữ 1 bài mới, trong {path}."]
    assert main(["find", "do", "quang", "vinh"]) == 0
    found = capsys.readouterr().out
    assert f"\n1. {HEADLINE}" in found
    assert "Đỗ Quang Vĩnh" in found


def test_a_database_that_is_none_is_told_in_one_line(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DATABASE", SAMPLE)
    assert main(["find", "hội nghị"]) == 1
    assert capsys.readouterr().err == f"find: {texts.BAD_DATABASE}\n"


def test_a_taken_port_is_told_in_one_line(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.delenv("TELEGRAM_TOKEN", raising=False)
    monkeypatch.setenv("DATABASE", str(tmp_path / "a.db"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("WEB_PORT", str(port))
        assert main(["run"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert f"run: {texts.PAGE_PORT.format(port=port, setting='WEB_PORT')}" == told[-1]


def test_a_link_into_the_office_is_refused(capsys: Printed):
    assert main(["digest", "http://192.168.1.1/tin.html"]) == 1
    err = capsys.readouterr().err
    assert err == f"http://192.168.1.1/tin.html: {texts.FORBIDDEN_LINK}\n"


def test_explain_marks_the_facts_and_explains_the_marks(capsys: Printed):
    assert main(["explain", SAMPLE]) == 0
    out = capsys.readouterr().out
    assert "{Nghị quyết số 57-NQ/TW}" in out
    assert "Chú giải:" in out


def test_a_reader_that_goes_away_is_no_error_to_talk_about():
    files = [str(path) for path in sorted(GOLD.glob("*.txt"))] * 4
    with subprocess.Popen(
        [sys.executable, "main.py", "digest", "--jsonl", *files],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.read(10)
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 128 + signal.SIGPIPE


def hear_ctrl_c() -> None:
    """As a terminal starts a program; what runs in the background is deaf to it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_ctrl_c_stops_with_one_line(tmp_path: Path):
    pipe = tmp_path / "tin.txt"
    os.mkfifo(pipe)
    with (
        subprocess.Popen(
            [sys.executable, "main.py", "digest", str(pipe)],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            preexec_fn=hear_ctrl_c,  # noqa: PLW1509 (no threads here)
        ) as program,
        pipe.open("wb"),
    ):  # opens when the program reads
        time.sleep(0.1)
        program.send_signal(signal.SIGINT)
        assert program.stderr
        assert program.stderr.read().decode().splitlines() == ["Đã dừng theo yêu cầu."]
    assert program.returncode == 128 + signal.SIGINT


def test_output_is_utf8_whatever_the_locale():
    done = run("digest", SAMPLE, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="latin-1")
    assert done.stdout.decode().startswith(HEADLINE)
    assert done.returncode == 0
