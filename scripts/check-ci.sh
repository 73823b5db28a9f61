#!/usr/bin/env bash
# Runs what is in ci/ as far as it can be run here: pre-commit in a real repository, the GitHub step and the GitLab
# script in a shell, the schemas of both files, the packages of the container, GNU parallel and Apache Spark.
# What cannot be had is skipped, and a line says so.
# Usage: scripts/check-ci.sh [PROGRAM]
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
project=$PWD
program=$(realpath "${1:-.build/debug/consentlint}")
venv=$project/.build/ci-checker
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0 skipped=0

mkdir "$scratch/bin"
ln -s "$program" "$scratch/bin/consentlint"
export PATH=$scratch/bin:$PATH
export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org
export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org

skip() { echo "$1: skipped, $2" && skipped=$((skipped + 1)); }

# check NAME COMMAND...: counts, and shows what a command printed that failed.
check() {
  local name=$1
  shift
  if "$@" >"$scratch/log" 2>&1; then
    echo "$name: passed" && passed=$((passed + 1))
  else
    echo "$name: FAILED" && cat "$scratch/log" && failed=$((failed + 1))
  fi
}

# A hospital's repository: a form on main, and a change on a branch that newly lets data train AI.
make_repository() {
  git init --quiet --initial-branch main "$scratch/$1" && cd "$scratch/$1" || exit
  mkdir forms
  printf 'Welcome to our clinic.\n\nWe may sell your health records to other firms.\n' >forms/intake.txt
  git add . && git commit --quiet -m first
  git checkout --quiet -b change
  printf '\nYour scans may be used to train computer programs that look for disease.\n' >>forms/intake.txt
  git add .
}

pre_commit() (
  make_repository pre-commit
  export PRE_COMMIT_HOME=$scratch/pre-commit-home
  # A copy of the project as it stands, since pre-commit takes hooks from a repository.
  git init --quiet "$scratch/hooks" && cp "$project/.pre-commit-hooks.yaml" "$scratch/hooks" &&
    git -C "$scratch/hooks" add . && git -C "$scratch/hooks" commit --quiet -m hooks || return
  revision=$(git -C "$scratch/hooks" rev-parse HEAD)
  for hook in consentlint consentlint-new; do
    printf 'repos:\n- repo: %s\n  rev: %s\n  hooks:\n  - id: %s\n    files: ^forms/\n' \
      "$scratch/hooks" "$revision" "$hook" >.pre-commit-config.yaml
    git add .pre-commit-config.yaml
    "$venv/bin/pre-commit" run >out && echo "$hook must fail" && return 1
    cat out
    grep -q 'forms/intake.txt:5:.*\[ai.training\]' out || return
    # Only the first hook tells of what was there before.
    grep -q 'commercial.sale' out
    [ $? = $([ $hook = consentlint ] && echo 0 || echo 1) ] || return
  done
  "$venv/bin/pre-commit" install >/dev/null && ! git commit --quiet -m change &&
    git checkout --quiet main -- forms && git commit --quiet -m harmless
)

github_step() (
  make_repository github
  git commit --quiet -m change
  git clone --quiet --depth 1 --branch change "file://$PWD" "$scratch/checkout" && cd "$scratch/checkout" || exit
  export GITHUB_BASE_REF=main GITHUB_STEP_SUMMARY=$scratch/summary GITHUB_OUTPUT=$scratch/output
  export INPUT_PATHS=forms/ INPUT_SINCE=auto INPUT_SARIF=out.sarif INPUT_FAIL_ON=warning
  echo "A line of another step." >"$GITHUB_STEP_SUMMARY"
  "$project/ci/github/lint.sh" >out
  code=$?
  cat out "$GITHUB_STEP_SUMMARY" "$GITHUB_OUTPUT"
  [ $code = 1 ] && grep -q '^::warning file=forms/intake.txt,line=5,' out && [ "$(grep -c '^::' out)" = 1 ] &&
    grep -q '"ruleId":"ai.training"' out.sarif && grep -q 'another step' "$GITHUB_STEP_SUMMARY" &&
    grep -q 'What makes the check fail (1)' "$GITHUB_STEP_SUMMARY" && grep -q '^exit-code=1$' "$GITHUB_OUTPUT" || return
  # Without a branch to compare with, all is told; the fail level is the caller's.
  unset GITHUB_BASE_REF
  INPUT_FAIL_ON=never "$project/ci/github/lint.sh" >out || return
  grep -q 'commercial.sale' out && INPUT_PATHS=no-such-folder "$project/ci/github/lint.sh"
  [ $? = 2 ]
)

gitlab_script() (
  make_repository gitlab
  "$venv/bin/python" - "$project/ci/gitlab.yml" >script <<'END'
import sys, ruamel.yaml
print("\n".join(ruamel.yaml.YAML(typ="safe").load(open(sys.argv[1]))["consentlint"]["script"]))
END
  CONSENTLINT_PATHS=forms/ CONSENTLINT_ARGUMENTS="--fail-on error" bash -e script || return
  grep -q '"check_name":"ai.training"' gl-code-quality-report.json && grep -q '<testsuites' consentlint-junit.xml &&
    ! CONSENTLINT_PATHS=forms/ CONSENTLINT_ARGUMENTS='' bash -e script
)

# The libraries that the program loads must come from the packages that the container installs.
container_packages() {
  local packages
  packages=$(sed -n '/^FROM .*debian/,/rm -rf/p' ci/Containerfile | grep -v ^FROM | grep -oE '\b(lib[a-z0-9.-]+|poppler-utils|tesseract-ocr|git)\b')
  for package in $packages; do
    dpkg-query --show "$package" >/dev/null 2>&1 || apt-cache show "$package" >/dev/null 2>&1 ||
      { echo "no package $package" && return 1; }
  done
  for library in $(ldd "$program" | grep -oE '(/usr)?/lib/[^ ]+' | grep -E 'cmark|xml2|libzip'); do
    owner=$(dpkg-query --search "$(realpath "$library")" | cut -d: -f1)
    grep -qw "$owner" <<<"$packages" || { echo "$library is of $owner, which the container has not" && return 1; }
  done
}

# Some hundred forms, and what one process says of them.
make_forms() {
  mkdir -p "$scratch/many"
  for number in $(seq 120); do
    { echo "Form number $number." && echo && cat Samples/photo-release/document.txt; } >"$scratch/many/f$number.txt"
  done
  find "$scratch/many" -name '*.txt' | sort >"$scratch/list"
  consentlint lint --files-from "$scratch/list" --format jsonl --fail-on never >"$scratch/expected"
}

with_parallel() {
  parallel --pipe -N 40 consentlint lint --files-from - --format jsonl --jobs 1 --fail-on never \
    <"$scratch/list" >"$scratch/parallel.jsonl" && diff <(sort "$scratch/parallel.jsonl") <(sort "$scratch/expected")
}

with_spark() {
  PATH=$venv-spark/bin:$PATH PYSPARK_PYTHON=$venv-spark/bin/python spark-submit --master 'local[2]' ci/many-forms/spark.py "$scratch/list" "$scratch/spark" 4 &&
    diff <(sort "$scratch"/spark/part-*) <(sort "$scratch/expected")
}

have() {
  [ -x "$1/bin/python" ] && return 0
  command -v python3 >/dev/null && python3 -m venv "$1" >/dev/null 2>&1 &&
    timeout 500 "$1/bin/pip" install --quiet --disable-pip-version-check "${@:2}" >/dev/null 2>&1 && return 0
  rm -rf "$1"
  return 1
}

if have "$venv" pre-commit check-jsonschema; then
  check "pre-commit, manifest" "$venv/bin/pre-commit" validate-manifest .pre-commit-hooks.yaml
  check "pre-commit, in a repository" pre_commit
  check "GitHub, schema" "$venv/bin/check-jsonschema" --builtin-schema vendor.github-actions ci/github/action.yml
  check "GitLab, schema" "$venv/bin/check-jsonschema" --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci ci/gitlab.yml
  check "GitLab, script" gitlab_script
else
  skip "pre-commit and schemas" "they could not be installed (they need python3 with venv, and PyPI)"
fi
check "GitHub, step" github_step
if command -v apt-cache >/dev/null; then check "container, packages" container_packages; else skip container "no apt"; fi
make_forms
if command -v parallel >/dev/null; then check "GNU parallel" with_parallel; else skip "GNU parallel" "it is not installed"; fi
if ! command -v java >/dev/null; then
  skip "Apache Spark" "there is no Java"
elif have "$venv-spark" pyspark; then
  check "Apache Spark" with_spark
else
  skip "Apache Spark" "pyspark could not be installed"
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
