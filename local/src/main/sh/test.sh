#!/usr/bin/env bash
# Runs test suites: ./errand test [SUITE…]. A suite is a JUnit tag; `fast` is what has none.
set -u

usage() {
    echo "Usage: ./errand test [SUITE…]"
    echo "Suites: fast integration simulation kill interop docker browser race mutations compose full"
    echo "No suite: what CI runs (fast integration simulation interop docker browser)."
}

known=" fast integration simulation kill interop docker browser race mutations compose full "
suites=""
for word in "$@"; do
    case $word in
        -h | --help)
            usage
            exit 0
            ;;
    esac
    case $known in
        *" $word "*) suites="$suites $word" ;;
        *)
            echo "errand test: '$word' is no suite. There are:$known" >&2
            exit 2
            ;;
    esac
done
[ -n "$suites" ] || suites="fast integration simulation interop docker browser"

# Modules at once: many tests wait rather than work. What kills and races judges by the clock.
at_once=2
case " $suites " in
    *" kill "* | *" race "* | *" full "*) at_once=1 ;;
esac

# A JUnit tag expression: fast | kill becomes none() | kill.
groups=""
for suite in $suites; do
    tag=$suite
    [ "$suite" = fast ] && tag="none()"
    [ "$suite" = compose ] && tag="compose | docker"
    groups="${groups:+$groups | }$tag"
done

cd "$ERRAND_ROOT" || exit 1
log="$ERRAND_ROOT/local/target/test.log"
mkdir -p local/target
find . -path '*/target/surefire-reports/TEST-*.xml' -exec rm -f {} +

also_failed=()
echo "Checking the format of sources"
if ! JAVA_HOME="$ERRAND_JDK" mvn -q -B spotless:check </dev/null >"$log" 2>&1; then
    grep '^\[ERROR\]' "$log" | head -20
    also_failed=("format of sources (repair: JAVA_HOME=$ERRAND_JDK mvn spotless:apply)")
fi

suites=${suites# }
echo "Running $suites"
(JAVA_HOME="$ERRAND_JDK" mvn -B -T "$at_once" -Dstyle.color=never test "-Dgroups=$groups" -Dmaven.test.failure.ignore=true \
    -Dsurefire.useFile=true -Dsurefire.reportFormat=brief </dev/null 2>&1; printf "\nmaven ended: %s\n" $?) |
    tee "$log" |
    sed -n -e 's/^\[INFO\] Building \(.*\) [^ ]*  *\(\[[0-9]*\/[0-9]*\]\).*/  \1 \2/p' \
        -e '/^\[[A-Z]*\] *Tests run:.*Time elapsed/s/^\[[A-Z]*\] */    /p' \
        -e 's/^kill: /    /p'
if ! grep -q '^maven ended: 0$' "$log"; then
    grep '^\[ERROR\]' "$log" | head -20
    also_failed=(${also_failed[@]+"${also_failed[@]}"} "Maven (all of its output: $log)")
fi

exec "$ERRAND_JDK/bin/java" -XX:TieredStopAtLevel=1 \
    "$ERRAND_ROOT/local/src/main/java/errand/local/testing/TestReport.java" \
    "$ERRAND_ROOT" "$suites" ${also_failed[@]+"${also_failed[@]}"}
