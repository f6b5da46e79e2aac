"""The kit's kernelspec replaces the wheel's, keeps it as jjava-stock, and heals itself."""
import json
import os
from pathlib import Path

import pytest

from backprop_course.kernel import archive, kernelspec

pytestmark = pytest.mark.quick

STOCK = {"argv": ["java", "-jar", "{resource_dir}/jjava-launcher.jar", "{resource_dir}/jjava.jar", "{connection_file}"],
         "display_name": "Java (jjava)", "language": "java", "interrupt_mode": "message", "env": {}, "metadata": {}}


@pytest.fixture
def kernels(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "added", lambda spec: archive.with_options(spec, "-archive"))
    folder = tmp_path / "share/jupyter/kernels"
    install_wheel(folder)
    return folder


def install_wheel(kernels):
    (kernels / "java").mkdir(parents=True, exist_ok=True)
    (kernels / "java/jjava.jar").touch()
    (kernels / "java/jjava-launcher.jar").touch()
    (kernels / "java/kernel.json").write_text(json.dumps(STOCK))


def spec(kernels, name):
    return json.loads((kernels / name / "kernel.json").read_text())


def test_the_kits_spec_starts_one_jvm_with_the_kit_on_its_class_path(kernels, tmp_path):
    kernelspec.ensure(tmp_path, "/jdk/bin/java")
    java, *_, option, path, main, file = spec(kernels, "java")["argv"]
    assert java == "/jdk/bin/java" and option == "-cp" and main == "org.dflib.jjava.distro.JJava" and file == "{connection_file}"
    jjava, kit = path.split(os.pathsep)
    assert jjava == str(kernels / "java/jjava.jar") and Path(kit).is_file() and Path(kit).match("target/backprop-*.jar")


def test_the_kits_spec_carries_its_archive_and_keeps_the_optimizing_compiler(kernels, tmp_path):
    kernelspec.ensure(tmp_path, "java")
    argv = spec(kernels, "java")["argv"]
    assert argv[1] == "-archive" and not any("Tiered" in word or word in ("-Xint", "-client") for word in argv)


def test_the_wheels_spec_is_kept_under_another_name(kernels, tmp_path):
    kernelspec.ensure(tmp_path, "java")
    stock = spec(kernels, "jjava-stock")
    assert stock["argv"] == STOCK["argv"] and stock["display_name"] == "Java (stock JJava)"
    assert (kernels / "jjava-stock/jjava-launcher.jar").exists()


def test_a_second_installation_of_the_wheel_is_undone(kernels, tmp_path):
    kernelspec.ensure(tmp_path, "java")
    ours = spec(kernels, "java")
    install_wheel(kernels)
    kernelspec.ensure(tmp_path, "java")
    assert spec(kernels, "java") == ours and spec(kernels, "jjava-stock")["argv"] == STOCK["argv"]


def test_another_jdk_is_taken_up_and_the_stock_spec_stays(kernels, tmp_path):
    kernelspec.ensure(tmp_path, "/old/java")
    kernelspec.ensure(tmp_path, "/new/java")
    assert spec(kernels, "java")["argv"][0] == "/new/java" and spec(kernels, "jjava-stock")["argv"] == STOCK["argv"]


def test_an_environment_without_the_wheel_is_named(tmp_path):
    with pytest.raises(SystemExit, match=r"must hold jjava\.jar"):
        kernelspec.ensure(tmp_path, "java")
