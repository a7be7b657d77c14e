#!/bin/sh
# Needs a JDK 17 and Maven. Nothing outside a temporary folder is written but Maven's own cache.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>x</groupId><artifactId>x</artifactId><version>1</version>
<dependencies><dependency><groupId>com.marcnuri.helm-java</groupId><artifactId>helm-java</artifactId>
<version>0.0.21</version></dependency></dependencies></project>
POM
mvn -q -B -f "$work/pom.xml" dependency:build-classpath -Dmdep.outputFile="$work/path" > /dev/null
mkdir "$work/chart"
printf 'apiVersion: v2\nname: empty\nversion: 0.1.0\n' > "$work/chart/Chart.yaml"
tried() {
  : > "$work/out"
  java -cp "$(cat "$work/path")" "$here/Signals.java" $2 >> "$work/out" 2>&1 &
  run=$!
  until grep -q ready "$work/out"; do sleep 0.1; done
  kill -TERM $run
  sleep 2
  if kill -0 $run 2> /dev/null; then
    echo "SIGTERM $1 a chart is rendered: still running"
    kill -KILL $run
    wait $run 2> /dev/null || true
  else
    wait $run || echo "SIGTERM $1 a chart is rendered: ended with $?"
  fi
}
tried before ""
tried after "$work/chart"
