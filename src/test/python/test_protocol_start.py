"""How the kit comes into a kernel: by itself on its own kernelspec, elsewhere by the notebooks' first line."""
import pytest

import kernelfolders
import kernels

MATRIX = "Matrix.row(1, 2)"


def test_the_kits_kernelspec_brings_it_without_any_line(tmp_path):
    with kernels.started("java", tmp_path) as kernel:
        assert kernel.run(MATRIX).result["text/plain"].startswith("Matrix (1, 2)")
        assert kernel.run(kernels.FIRST_LINE).kinds == []
        assert "<table" in kernel.run(MATRIX).result["text/html"]


@pytest.mark.parametrize("name", [name for name in kernelfolders.names() if name != "java"])
def test_other_kernels_need_the_first_line_once(name, tmp_path):
    with kernels.started(name, tmp_path) as kernel:
        assert "cannot find symbol" in kernel.fail(MATRIX).error
        assert kernel.run(kernels.FIRST_LINE).kinds == []
        assert "<table" in kernel.run(MATRIX).result["text/html"]
        assert kernel.run(kernels.FIRST_LINE).kinds == []
        assert kernel.run(MATRIX).kinds == ["execute_result"]
