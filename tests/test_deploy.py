"""Files of ``deploy/``: valid by their schemas, at one with each other, and with the pins of the app."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import compose_spec
import kubernetes_validate
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.browser.hosting import BASE, CONTAINERFILE, PROXY, copied, lines, start_command, variables
from tests.paths import ROOT
from timemap.app.server.health import PATH
from timemap.app.server.security_headers import EMBEDDING

DEPLOY = ROOT / "deploy"
COMPOSE = (DEPLOY / "compose.yaml").read_text("utf-8")
KUBERNETES = DEPLOY / "kubernetes"
VERSION = "1.34"
"""The oldest Kubernetes that the manifests are checked with."""
LIST = yaml.safe_load((KUBERNETES / "kustomization.yaml").read_text("utf-8"))["resources"]
WRITE = (
    "write it anew: .venv/bin/uv pip compile requirements.txt --universal --python-version 3.11 --no-deps "
    '--only-binary :all: --generate-hashes --no-annotate --custom-compile-command "see docs/develop/hosting.md" '
    "-o deploy/requirements-hashed.txt"
)
PIN = re.compile(r"^([\w.-]+)==(\S+?)(?: ;.*?)?(?: \\)?$((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+)", re.MULTILINE)


def manifests() -> dict[str, dict[str, Any]]:
    """Return the manifests by their kinds."""
    found = [yaml.safe_load((KUBERNETES / name).read_text("utf-8")) for name in LIST]
    return {one["kind"]: one for one in found}


def container() -> dict[str, Any]:
    (only,) = manifests()["Deployment"]["spec"]["template"]["spec"]["containers"]
    assert isinstance(only, dict)
    return only


def pins(text: str) -> dict[str, str]:
    """Return the version of each package in a list of packages."""
    wanted = [Requirement(line) for line in text.splitlines() if line and not line.startswith("#")]
    return {canonicalize_name(one.name): str(one.specifier).removeprefix("==") for one in wanted}


def hashed_pins(text: str) -> dict[str, str]:
    """Return the version of each package that a list gives with hashes."""
    return {canonicalize_name(name): version for name, version, _ in PIN.findall(text)}


def lint(file: Path) -> tuple[int, str]:
    """Return the exit code of the linter of image files, and what it says."""
    command = [str(Path(sys.executable).with_name("hadolint")), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_the_image_has_the_pins_of_the_app_with_hashes() -> None:
    hashed = (DEPLOY / "requirements-hashed.txt").read_text("utf-8")
    assert hashed_pins(hashed) == pins((ROOT / "requirements.txt").read_text("utf-8")), WRITE


def test_a_pin_without_a_hash_is_noticed() -> None:
    hashed = (DEPLOY / "requirements-hashed.txt").read_text("utf-8")
    name = next(iter(hashed_pins(hashed)))
    bare = re.sub(rf"({name}==\S+).*?(?=^\w)", r"\1\n", hashed, count=1, flags=re.MULTILINE | re.DOTALL)
    assert set(hashed_pins(hashed)) - set(hashed_pins(bare)) == {name}


def test_the_image_file_has_no_faults() -> None:
    assert lint(DEPLOY / "Containerfile") == (0, "")


def test_a_fault_in_an_image_file_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "Containerfile").write_text(CONTAINERFILE.replace("WORKDIR /app", "RUN cd app", 1))
    assert lint(tmp_path / "Containerfile")[0] == 1


def test_the_image_runs_as_nobody_in_particular_and_gets_all_that_the_app_needs() -> None:
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", lines("USER")[-1])
    assert copied() == ["app.py", "pages", "docs", "geodata", "timemap", ".streamlit"]
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {line.removeprefix("!") for line in ignored if line.startswith("!")} - set(copied()) == {
        "deploy/requirements-hashed.txt"
    }
    assert start_command()[:5] == ["python", "-m", "streamlit", "run", "app.py"]
    assert {value for value in variables().values() if value.startswith("/")} >= {"/tmp", "/app/cache"}  # noqa: S108


def test_the_compose_file_is_valid_and_gives_no_rights() -> None:
    compose_spec.PyCompose.from_yaml(COMPOSE).validate()
    for service in yaml.safe_load(COMPOSE)["services"].values():
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert all(place.startswith("/tmp:") for place in service["tmpfs"])  # noqa: S108


def test_a_fault_in_a_compose_file_is_noticed() -> None:
    with pytest.raises(ValueError, match="read_onyl"):
        compose_spec.PyCompose.from_yaml(COMPOSE.replace("read_only", "read_onyl"))


@pytest.mark.parametrize("name", LIST)
def test_the_manifest_is_valid(name: str) -> None:
    kubernetes_validate.validate(yaml.safe_load((KUBERNETES / name).read_text("utf-8")), VERSION, strict=True)


def test_a_fault_in_a_manifest_is_noticed() -> None:
    wrong = manifests()["Service"]
    wrong["spec"]["portz"] = []
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, VERSION, strict=True)


def test_every_manifest_is_listed() -> None:
    assert {path.name for path in KUBERNETES.iterdir()} == {*LIST, "kustomization.yaml"}


def test_the_pod_may_do_nothing_that_the_restricted_standard_forbids() -> None:
    pod = manifests()["Deployment"]["spec"]["template"]["spec"]
    assert pod["securityContext"] == {
        "runAsNonRoot": True,
        "runAsUser": int(lines("USER")[-1].split(":")[0]),
        "runAsGroup": int(lines("USER")[-1].split(":")[1]),
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    assert container()["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert [mount["mountPath"] for mount in container()["volumeMounts"]] == ["/tmp"]  # noqa: S108
    assert manifests()["Namespace"]["metadata"]["labels"] == {"pod-security.kubernetes.io/enforce": "restricted"}


def test_all_files_are_of_one_path_port_and_set_of_labels() -> None:
    found = manifests()
    label = found["Deployment"]["spec"]["template"]["metadata"]["labels"]
    assert found["Deployment"]["spec"]["selector"]["matchLabels"] == label
    assert found["Service"]["spec"]["selector"] == label
    assert found["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == label
    assert found["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]["name"] == found["Deployment"]["metadata"]["name"]
    (rule,) = found["Ingress"]["spec"]["rules"]
    (way,) = rule["http"]["paths"]
    assert way["path"] == f"/{BASE}"
    assert way["backend"]["service"]["name"] == found["Service"]["metadata"]["name"]
    probes = [container()[f"{kind}Probe"]["httpGet"]["path"] for kind in ("startup", "readiness", "liveness")]
    assert probes == [f"/{BASE}/{PATH}", f"/{BASE}/{PATH}", f"/{BASE}/_stcore/health"]
    ours = {one["name"]: one["value"] for one in container()["env"]}
    assert ours == {"STREAMLIT_SERVER_BASE_URL_PATH": BASE, EMBEDDING: ""}
    assert yaml.safe_load(COMPOSE)["services"]["app"]["environment"].keys() == ours.keys()
    assert {port["containerPort"] for port in container()["ports"]} == {int(lines("EXPOSE")[0])}
    assert f"location /{BASE}/" in PROXY
    assert "server app:8501;" in PROXY


def test_visitors_stay_at_one_replica_and_connections_stay_open() -> None:
    service, ingress = (manifests()[kind]["metadata"]["annotations"] for kind in ("Service", "Ingress"))
    assert service["traefik.ingress.kubernetes.io/service.sticky.cookie"] == "true"
    assert ingress["nginx.ingress.kubernetes.io/affinity"] == "cookie"
    assert ingress["nginx.ingress.kubernetes.io/affinity-mode"] == "persistent"
    assert ingress["nginx.ingress.kubernetes.io/proxy-read-timeout"] == "86400"


def test_programs_that_the_tests_of_hosting_need_are_here() -> None:
    assert shutil.which("setpriv")
    assert Path("/usr/sbin/nginx").exists()
